import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Templates and bulk sends through the simulator")
struct TemplateSendTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    init() async throws {
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        await simulator.addTemplate(
            SimulatedTemplate(
                name: "hello",
                content: EmailTemplateContent(
                    subject: "Hi {{name}}", text: "{{name}}: {{code}}", html: "<p>{{{name}}}</p>")))
    }

    private func email(_ template: TemplateReference) -> Email {
        Email(from: "shop@example.com", to: ["jane@example.org"], content: .template(template))
    }

    private func send(_ template: TemplateReference) async throws -> SimulatedMail {
        let sent = try await client.send(email(template), configurationSet: "promo")
        let mail = try #require(await simulator.sentMails.last)
        #expect(mail.messageID == sent.messageID)
        return mail
    }

    @Test("A stored template is filled with its data, by name and by ARN")
    func stored() async throws {
        let data = #"{"name":"Jane","code":7}"#
        let arn: ARN = .emailTemplate("hello", region: .euWest1, accountID: "123456789012")
        for template in [
            TemplateReference(templateName: "hello", templateData: data),
            TemplateReference(templateARN: arn, templateData: data),
        ] {
            let mail = try await send(template)
            #expect(mail.subject == "Hi Jane" && mail.text == "Jane: 7" && mail.html == "<p>Jane</p>")
            #expect(mail.templateName == "hello")
        }
    }

    @Test("An inline template is filled too, and has no name")
    func inline() async throws {
        let content = EmailTemplateContent(subject: "Hi {{name}}", text: "t")
        let mail = try await send(TemplateReference(templateContent: content, templateData: #"{"name":"Jane"}"#))
        #expect(mail.subject == "Hi Jane" && mail.templateName == nil)
    }

    @Test("A template that isn't there is said so")
    func missing() async throws {
        let template = TemplateReference(templateName: "gone", templateData: "{}")
        #expect(await code { try await client.send(email(template), configurationSet: nil) } == .notFound)
    }

    @Test("Data that lacks a variable doesn't fail the send: only the mail knows")
    func missingData() async throws {
        let mail = try await send(TemplateReference(templateName: "hello", templateData: #"{"name":"Jane"}"#))
        #expect(mail.renderingError == "Attribute 'code' is not present in the rendering data.")
    }

    private func bulk(_ entries: [BulkEmailEntry], set: ConfigurationSetName? = "promo") -> SendBulkEmail {
        let template = TemplateReference(
            templateName: "hello", templateData: #"{"name":"you","code":1}"#,
            headers: [MessageHeader(name: "X-A", value: "1"), MessageHeader(name: "X-B", value: "1")])
        return SendBulkEmail(
            from: "shop@example.com", content: BulkEmailContent(template: template), entries: entries,
            tags: [MessageTag("kind", "bulk"), MessageTag("round", "1")], configurationSetName: set)
    }

    private func entry(_ address: EmailAddress, data: String? = nil) -> BulkEmailEntry {
        var entry = BulkEmailEntry(destination: EmailDestination(toAddresses: [address]))
        if let data {
            entry.replacementEmailContent = ReplacementEmailContent(
                replacementTemplate: ReplacementTemplate(replacementTemplateData: data))
        }
        return entry
    }

    @Test("Each entry of a bulk send is a mail with its own data, tags and headers")
    func bulkReplacement() async throws {
        var second = entry("b@example.org", data: #"{"name":"Bob"}"#)
        second.replacementTags = [MessageTag("round", "2")]
        second.replacementHeaders = [MessageHeader(name: "x-b", value: "2"), MessageHeader(name: "X-C", value: "2")]
        let results = try await client.sendBulkEmail(bulk([entry("a@example.org"), second]))
        let mails = await simulator.sentMails
        #expect(results.map(\.status) == [.success, .success])
        #expect(results.map(\.messageID) == mails.map { Optional($0.messageID) })
        #expect(mails.map(\.text) == ["you: 1", "Bob: 1"])
        #expect(mails.map(\.operation) == ["SendBulkEmail", "SendBulkEmail"])
        #expect(mails[0].tags == [MessageTag("kind", "bulk"), MessageTag("round", "1")])
        #expect(Set(mails[1].tags) == [MessageTag("kind", "bulk"), MessageTag("round", "2")])
        #expect(mails[1].headers.map(\.name) == ["X-A", "x-b", "X-C"])
        #expect(mails[1].headers.map(\.value) == ["1", "2", "2"])
    }

    @Test("A quota that ends within a bulk send fails the entries after it, not the call")
    func partial() async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 2, maxSendRate: 100))
        let entries = (1...4).map { entry(EmailAddress(rawValue: "r\($0)@example.org")) }
        let results = try await client.sendBulkEmail(bulk(entries))
        #expect(
            results.map(\.status) == [
                .success, .success, .accountDailyQuotaExceeded, .accountDailyQuotaExceeded,
            ])
        #expect(results[2].messageID == nil && results[2].error == "Daily message quota exceeded")
        await simulator.setSendQuota(SendQuota(max24HourSend: -1, maxSendRate: 1))
        await simulator.advance(by: .seconds(2))
        #expect(
            try await client.sendBulkEmail(bulk(entries)).map(\.status).suffix(3) == [
                .accountThrottled, .accountThrottled, .accountThrottled,
            ])
    }

    @Test("What holds for all entries is said in each or for the whole call")
    func bulkRefusals() async throws {
        let call = bulk([entry("a@example.org")])
        func status() async throws -> BulkEmailStatus? { try await client.sendBulkEmail(call).first?.status }
        await simulator.setAccountSending(isEnabled: false)
        #expect(try await status() == .accountSendingPaused)
        await simulator.setAccountSending(isEnabled: true)
        try await client.putConfigurationSetSendingOptions("promo", SendingOptions(sendingEnabled: false))
        #expect(try await status() == .configurationSetSendingPaused)
        try await client.putConfigurationSetSendingOptions("promo", SendingOptions(sendingEnabled: true))
        await simulator.verify("example.net")
        #expect(try await status() == .messageRejected)
        await simulator.verify("example.com", defaultConfigurationSet: "deleted")
        let withoutSet = bulk([entry("a@example.org")], set: nil)
        #expect(try await client.sendBulkEmail(withoutSet).first?.status == .configurationSetNotFound)
        #expect(await code { try await client.sendBulkEmail(bulk([entry("a@example.org")], set: "gone")) } == .notFound)
        #expect(await simulator.sentMails.isEmpty)
    }

    @Test("A bulk send with a template that isn't there fails entry by entry")
    func bulkMissingTemplate() async throws {
        var call = bulk([entry("a@example.org")])
        call.defaultContent.template?.templateName = "gone"
        #expect(try await client.sendBulkEmail(call).map(\.status) == [.templateNotFound])
    }
}
