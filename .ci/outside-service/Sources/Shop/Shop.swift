// A small service as a user writes it: one stream for each kind of mail, and what bounced leaves the list.
import Foundation
import SESClient
import SESCore

public actor Shop {
    public private(set) var customers: Set<String>
    public private(set) var clicks: [String: Int] = [:]
    private let receipts: MailStream
    private let promo: MailStream

    public init(customers: Set<String>, ses: SESv2Client) {
        self.customers = customers
        receipts = ses.stream("transactional", from: "Shop <receipts@example.com>")
        promo = ses.stream("promo-may2025", from: "Shop <promo@example.com>", tags: ["campaign": "may"])
    }

    public static func prepare(_ ses: SESv2Client) async throws {
        for name: ConfigurationSetName in ["transactional", "promo-may2025"] {
            try await ses.createConfigurationSet(
                ConfigurationSet(name, deliveryOptions: DeliveryOptions(tlsPolicy: .require)))
            try await ses.createConfigurationSetEventDestination(
                EventDestination(
                    "events", matching: .all, to: .sns(topicARN: "arn:aws:sns:eu-west-1:123456789012:mail")),
                in: name)
        }
    }

    public func confirm(order: Int, to customer: String) async throws -> String {
        let email = Email(to: [try EmailAddress(customer)], subject: "Order \(order)", text: "Thank you.")
        return try await receipts.send(email).messageID
    }

    public func advertise() async throws {
        for customer in customers.sorted() {
            let html = "<a href=\"https://shop.example.com/may\">May sale</a>"
            try await promo.send(Email(to: [try EmailAddress(customer)], subject: "May sale", html: html))
        }
    }

    public func receive(_ body: Data) throws {
        for event in try SESEvent.decodeAll(from: body) {
            switch event.kind {
            case .bounce(let bounce) where bounce.isHard: customers.subtract(bounce.recipients.map(\.address))
            case .complaint(let complaint): customers.subtract(complaint.recipients.map(\.address))
            case .click: clicks[event.mail.configurationSet?.rawValue ?? "none", default: 0] += 1
            default: break
            }
        }
    }
}
