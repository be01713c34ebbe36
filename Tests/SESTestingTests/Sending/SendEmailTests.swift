import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Sending through the simulator")
struct SendEmailTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    private func simple(_ more: String = "") -> String {
        #"{"FromEmailAddress":"a@example.com","Destination":{"ToAddresses":["b@example.org"]},"#
            + #""Content":{"Simple":{"Subject":{"Data":"s"},"Body":{"Text":{"Data":"t"}}}}\#(more)}"#
    }

    @Test("What is sent is kept as it was sent, under the id the caller got")
    func keepsMail() async throws {
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        var email = Email(
            from: "Shop <shop@example.com>", to: ["jane@example.org"], cc: ["joe@example.org"],
            bcc: ["jim@example.org"], replyTo: ["help@example.com"], subject: "May", text: "Hi", html: "<p>Hi</p>",
            headers: [MessageHeader(name: "X-Kind", value: "promo")], tags: ["kind": "promo"])
        email.listManagementOptions = ListManagementOptions(contactListName: "news")
        let sent = try await client.send(email, configurationSet: "promo")
        let mail = try #require(await simulator.sentMails.first)
        #expect(mail.messageID == sent.messageID)
        #expect(mail.date == simulator.clock.date)
        #expect(mail.configurationSet == "promo")
        #expect(mail.operation == "SendEmail")
        #expect(mail.from == "Shop <shop@example.com>")
        #expect(mail.recipients == ["jane@example.org", "joe@example.org", "jim@example.org"])
        #expect(mail.replyTo == ["help@example.com"])
        #expect(mail.subject == "May" && mail.text == "Hi" && mail.html == "<p>Hi</p>")
        #expect(mail.headers == [MessageHeader(name: "X-Kind", value: "promo")])
        #expect(mail.tags == [MessageTag("kind", "promo")])
        #expect(mail.listManagement?.contactListName == "news")
        #expect(!mail.isRaw && !mail.isRejected && mail.renderingError == nil && mail.templateName == nil)
    }

    @Test("Every mail has an id of its own")
    func ids() async throws {
        var ids: Set<String> = []
        for _ in 1...100 { ids.insert(try await client.send(Campaign.email(), configurationSet: nil).messageID) }
        #expect(ids.count == 100)
        #expect(ids.allSatisfy { $0.hasSuffix("-000000") && $0.count == 60 })
    }

    @Test("Simple content without a sender is refused without a word")
    func noSender() async throws {
        let body =
            #"{"Destination":{"ToAddresses":["b@example.org"]},"Content":{"Simple":{"Subject":{"Data":"s"},"Body":{"Text":{"Data":"t"}}}}}"#
        #expect(try await wire.send(body).refusal == .badRequest(nil))
        #expect(await simulator.sentMails.isEmpty)
    }

    @Test("A set that isn't there is said so, also one that raw content names")
    func missingSet() async throws {
        let expected = Refusal.notFound("Configuration set <gone> does not exist.")
        #expect(try await wire.send(simple(#","ConfigurationSetName":"gone""#)).refusal == expected)
        let raw = Data("From: a@example.com\nTo: b@example.org\nX-SES-CONFIGURATION-SET: gone\n\nhi".utf8)
        #expect(
            try await wire.send(#"{"Content":{"Raw":{"Data":"\#(raw.base64EncodedString())"}}}"#).refusal == expected)
        #expect(await code { try await client.send(Campaign.email(), configurationSet: "gone") } == .notFound)
    }

    @Test("A paused set refuses its mail and no other")
    func pausedSet() async throws {
        try await client.createConfigurationSet(
            ConfigurationSet("promo", sendingOptions: SendingOptions(sendingEnabled: false)))
        #expect(
            try await wire.send(simple(#","ConfigurationSetName":"promo""#)).refusal
                == Refusal(
                    status: 400, name: "SendingPausedException",
                    message: "Sending is paused for configuration set promo"))
        #expect(await code { try await client.send(Campaign.email(), configurationSet: "promo") } == .sendingPaused)
        #expect(try await wire.send(simple()).status == 200)
        try await client.putConfigurationSetSendingOptions("promo", SendingOptions(sendingEnabled: true))
        #expect(try await wire.send(simple(#","ConfigurationSetName":"promo""#)).status == 200)
        #expect(await simulator.sentMails.count == 2)
    }

    @Test("A paused account refuses all mail, and says that it is paused")
    func pausedAccount() async throws {
        await simulator.setAccountSending(isEnabled: false)
        #expect(await code { try await client.send(Campaign.email(), configurationSet: nil) } == .sendingPaused)
        #expect(try await client.execute(GetAccount()).sendingEnabled == false)
        await simulator.setAccountSending(isEnabled: true)
        try await client.send(Campaign.email(), configurationSet: nil)
        #expect(try await client.execute(GetAccount()).sendingEnabled == true)
    }

    @Test(
        "Only a verified sender may send: an address, a domain, a part of a domain",
        arguments: [
            ("jane@example.net", true), ("JANE@Example.Net", true), ("joe@example.net", false),
            ("anyone@example.com", true), ("a@news.example.com", true), ("a@notexample.com", false),
            ("Jane <jane@example.net>", true), ("a@com", false),
        ])
    func verification(sender: String, isAccepted: Bool) async throws {
        await simulator.verify("jane@example.net")
        await simulator.verify("Example.com")
        let email = Email(from: EmailAddress(rawValue: sender), to: ["b@example.org"], subject: "s", text: "t")
        let code = await code { try await client.send(email, configurationSet: nil) }
        #expect(code == (isAccepted ? nil : .messageRejected))
    }

    @Test("Any sender is taken as verified until one is verified")
    func openAccount() async throws {
        try await client.send(Campaign.email(), configurationSet: nil)
        await simulator.verify("example.net")
        #expect(await code { try await client.send(Campaign.email(), configurationSet: nil) } == .messageRejected)
    }

    static let broken: [String] = [
        "", "{}", "[]", "{", #"{"Content":{}}"#, #"{"Content":null}"#, #"{"Content":{"Raw":{"Data":"%%%"}}}"#,
        #"{"Content":{"Raw":{"Data":""}}}"#, #"{"Content":{"Raw":{"Data":"aGk="}}}"#,
        #"{"FromEmailAddress":"a@example.com","Content":{"Simple":{"Subject":{"Data":"s"},"Body":{"Text":{"Data":"t"}}}}}"#,
        #"{"FromEmailAddress":"a@example.com","Content":{"Raw":{"Data":"aGk="}}}"#,
        #"{"FromEmailAddress":"nobody","Destination":{"ToAddresses":["b@example.org"]},"Content":{"Raw":{"Data":"aGk="}}}"#,
    ]

    @Test("What can't be sent is refused with status 400, and nothing is sent", arguments: broken)
    func refuses(body: String) async throws {
        #expect(try await wire.send(body).status == 400)
        #expect(await simulator.sentMails.isEmpty)
    }

    @Test("A null deep in a list is no value")
    func nullInList() async throws {
        let body = simple().replacing(
            #""Body""#, with: #""Attachments":[{"RawContent":"aGk=","FileName":"a.txt","ContentType":null}],"Body""#)
        #expect(try await wire.send(body).refusal == .serialization)
        #expect(try await wire.send(body.replacing("null", with: #""text/plain""#)).status == 200)
    }

    @Test("Overrides of tracking have the service's two values")
    func overrides() async throws {
        let bad = #","ConfigurationOverrides":{"Tracking":{"OpenTrackingEnabled":"MAYBE"}}"#
        #expect(try await wire.send(simple(bad)).name == "BadRequestException")
        let good = #","ConfigurationOverrides":{"Tracking":{"ClickTrackingEnabled":"DISABLED"}}"#
        #expect(try await wire.send(simple(good)).status == 200)
    }

    @Test("A message has at most fifty recipients, in a raw header too")
    func tooMany() async throws {
        let list = (1...51).map { "r\($0)@example.org" }.joined(separator: ", ")
        let raw = Data("From: a@example.com\nTo: \(list)\n\nhi".utf8).base64EncodedString()
        #expect(try await wire.send(#"{"Content":{"Raw":{"Data":"\#(raw)"}}}"#).name == "BadRequestException")
    }

    @Test("A verification mail needs its template, and carries its set")
    func verificationMail() async throws {
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        let call = SendCustomVerificationEmail(
            emailAddress: "jane@example.org", templateName: "hello", configurationSetName: "promo")
        #expect(await code { try await client.execute(call) } == .notFound)
        await simulator.addCustomVerificationTemplate("hello")
        await simulator.verify("example.com")
        let id = try await client.execute(call).messageID
        let mail = try #require(await simulator.sentMails.last)
        #expect(mail.messageID == id && mail.configurationSet == "promo" && mail.to == ["jane@example.org"])
        #expect(mail.operation == "SendCustomVerificationEmail")
        let gone = SendCustomVerificationEmail(
            emailAddress: "jane@example.org", templateName: "hello", configurationSetName: "gone")
        #expect(await code { try await client.execute(gone) } == .notFound)
    }
}
