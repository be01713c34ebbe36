import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESSimulator {
    /// An event in the form Pinpoint streams it: snake case, the mail under `facets.email_channel.mail_event`.
    func pinpointEvent(_ event: SESEvent, json: Data, application: ARN, at date: Date) throws -> JSONValue {
        guard case .object(var members) = Self.snakeCased(try JSONDecoder().decode(JSONValue.self, from: json)) else {
            return .null
        }
        members["event_type"] = nil
        if case .object(var mail)? = members["mail"] {
            mail["message_send_timestamp"] = .integer(milliseconds(event.mail.timestamp.date ?? date))
            mail["from_address"] = .string(event.mail.source)
            mail["timestamp"] = nil
            mail["source"] = nil
            members["mail"] = .object(mail)
        }
        return .object([
            "event_type": .string("_email.\(Self.pinpointName(of: event))"),
            "event_timestamp": .integer(milliseconds(date)),
            "arrival_timestamp": .integer(milliseconds(date)),
            "event_version": .string("3.1"),
            "application": .object(["app_id": .string(application.resource.map(Self.lastPart) ?? "")]),
            "client": .object(["client_id": .string(event.mail.messageID)]),
            "awsAccountId": .string(accountID),
            "facets": .object(["email_channel": .object(["mail_event": .object(members)])]),
        ])
    }

    private static func pinpointName(of event: SESEvent) -> String {
        switch event.kind {
        case .send: "send"
        case .delivery: "delivered"
        case .bounce(let bounce): bounce.isHard ? "hardbounce" : "softbounce"
        case .complaint: "complaint"
        case .reject: "rejected"
        case .open: "open"
        case .click: "click"
        case .renderingFailure: "rendering_failure"
        default: event.type.rawValue.lowercased()
        }
    }

    private func milliseconds(_ date: Date) -> Int64 {
        Int64((date.timeIntervalSince1970 * 1000).rounded())
    }

    private static func lastPart(_ resource: String) -> String {
        resource.split(separator: "/").last.map(String.init) ?? resource
    }

    /// Member names in snake case; names of message and link tags are data and stay as they are.
    private static func snakeCased(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map(snakeCased))
        case .object(let members):
            .object(
                Dictionary(
                    members.map { name, value in
                        (snakeCased(name), name == "tags" || name == "linkTags" ? value : snakeCased(value))
                    }
                ) { first, _ in first })
        default: value
        }
    }

    private static func snakeCased(_ name: String) -> String {
        var result = ""
        for character in name {
            if character.isUppercase, !result.isEmpty, result.last?.isLowercase == true { result.append("_") }
            result += character.lowercased()
        }
        return result
    }
}
