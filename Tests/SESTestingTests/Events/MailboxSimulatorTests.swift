import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Addresses of the mailbox simulator")
struct MailboxSimulatorTests {
    static func address(_ local: String) -> EmailAddress {
        EmailAddress(rawValue: "\(local)@simulator.amazonses.com")
    }

    static let outcomes: [(String, [SESEvent.EventName])] = [
        ("success", [.send, .delivery]), ("ooto", [.send, .delivery]), ("bounce", [.send, .bounce]),
        ("complaint", [.send, .delivery, .complaint]), ("suppressionlist", [.send, .bounce]),
    ]

    @Test("Each address has its outcome, also with a label and in upper case", arguments: outcomes)
    func outcome(local: String, expected: [SESEvent.EventName]) async throws {
        let campaign = try await Campaign()
        for spelling in [local, "\(local)+label7", "\(local)+a+b", local.uppercased(), "\(local)+"] {
            #expect(
                try await campaign.names(of: Campaign.email(to: [Self.address(spelling)])) == expected, "\(spelling)")
        }
        let upper = EmailAddress(rawValue: "Jane <\(local)@SIMULATOR.AmazonSES.com>")
        #expect(try await campaign.names(of: Campaign.email(to: [upper])) == expected)
    }

    @Test("A bounce is a hard one with the server's words; the suppression list's has a subtype of its own")
    func bounces() async throws {
        let campaign = try await Campaign()
        try await campaign.send(Campaign.email(to: [Self.address("bounce"), Self.address("suppressionlist")]))
        let bounces = try await campaign.settledEvents().compactMap(\.bounce)
        let hard = try #require(bounces.first { $0.subType == .general })
        #expect(hard.type == .permanent)
        #expect(hard.recipients.map(\.emailAddress) == ["bounce@simulator.amazonses.com"])
        #expect(hard.recipients.first?.action == "failed" && hard.recipients.first?.status == "5.1.1")
        #expect(hard.recipients.first?.diagnosticCode?.contains("550 5.1.1") == true)
        #expect(!hard.feedbackID.isEmpty && hard.reportingMTA?.hasPrefix("dns; ") == true)
        let suppressed = try #require(bounces.first { $0.subType == .suppressed })
        #expect(suppressed.type == .permanent && suppressed.remoteMTAIP == nil)
    }

    @Test("Several bounces of one send come as one event, unless that is switched off")
    func combined() async throws {
        let campaign = try await Campaign()
        let email = Campaign.email(to: ["bounce", "success", "bounce+1", "BOUNCE+2"].map(Self.address))
        try await campaign.send(email)
        let together = try await campaign.settledEvents().compactMap(\.bounce)
        #expect(together.map(\.recipients.count) == [3])
        await campaign.simulator.setCombinesSimulatorBounces(false)
        try await campaign.send(email)
        let apart = try await campaign.settledEvents().compactMap(\.bounce)
        #expect(apart.map(\.recipients.count) == [1, 1, 1])
    }

    @Test("The complaint comes after the delivery and names the mailbox simulator as its sender")
    func complaint() async throws {
        let campaign = try await Campaign()
        try await campaign.send(Campaign.email(to: [Self.address("complaint")]))
        let events = try await campaign.settledEvents()
        guard case .complaint(let complaint) = events.last?.kind else {
            Issue.record("the last event is no complaint")
            return
        }
        #expect(complaint.recipients.map(\.emailAddress) == ["complaint@simulator.amazonses.com"])
        #expect(complaint.userAgent == "Amazon SES Mailbox Simulator" && complaint.feedbackType == .abuse)
    }

    @Test("Nothing of the mailbox simulator goes on the suppression list")
    func joinsNothing() async throws {
        let campaign = try await Campaign()
        try await campaign.send(
            Campaign.email(to: ["bounce", "complaint", "suppressionlist"].map(Self.address)))
        await campaign.simulator.settle()
        #expect(await campaign.simulator.suppressedAddresses.isEmpty)
    }

    @Test("It doesn't follow the engagement model, and other addresses there do")
    func ignoresModel() async throws {
        let campaign = try await Campaign(EngagementModel(hardBounceRate: 1))
        #expect(try await campaign.names(of: Campaign.email(to: [Self.address("success")])) == [.send, .delivery])
        #expect(try await campaign.names(of: Campaign.email(to: [Self.address("nobody")])) == [.send, .bounce])
        #expect(
            try await campaign.names(of: Campaign.email(to: ["success@simulator.example.com"])) == [.send, .bounce])
    }

    static let eicar = Data(
        (["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS"].joined() + "-TEST-FILE!$H+H*").utf8)

    private static func raw(encoding: String, _ content: String) -> Data {
        Data(
            """
            From: shop@example.com\r
            To: jane@example.org\r
            Content-Type: multipart/mixed; boundary=b\r
            \r
            --b\r
            Content-Transfer-Encoding: \(encoding)\r
            \r
            \(content)\r
            --b--\r

            """.utf8)
    }

    @Test("An EICAR file makes the service accept the mail and then reject it, in simple and in raw content")
    func reject() async throws {
        let campaign = try await Campaign()
        let attachment = EmailAttachment(rawContent: Self.eicar, fileName: "sample.txt")
        let simple = Email(
            from: "shop@example.com", to: ["jane@example.org"], subject: "s", text: "t", attachments: [attachment])
        let base64 = Email(content: .raw(Self.raw(encoding: "base64", Self.eicar.base64EncodedString())))
        let plain = Email(content: .raw(Self.raw(encoding: "7bit", String(decoding: Self.eicar, as: UTF8.self))))
        for email in [simple, base64, plain] {
            try await campaign.send(email)
            let events = try await campaign.settledEvents()
            #expect(events.map(\.type) == [.send, .reject])
            #expect(events.last?.kind == .reject(SESEvent.Reject(reason: "Bad content")))
            #expect(await campaign.simulator.sentMails.last?.isRejected == true)
        }
        let harmless = Email(content: .raw(Self.raw(encoding: "base64", "aGVsbG8=")))
        #expect(try await campaign.names(of: harmless) == [.send, .delivery])
    }
}

extension SESEvent {
    var bounce: Bounce? {
        guard case .bounce(let bounce) = kind else { return nil }
        return bounce
    }
}
