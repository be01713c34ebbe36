import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Custom verification templates in the simulator")
struct CustomVerificationTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator) }
    private let yes = "https://example.com/yes"
    private let no = "https://example.com/no"

    private func create(_ name: String = "t", from: EmailAddress = "a@example.com") async throws {
        try await client.createCustomVerificationEmailTemplate(
            name, from: from, subject: "Verify", content: "<p>Click</p>", successRedirectionURL: yes,
            failureRedirectionURL: no, tags: [ResourceTag(key: "k", value: "v")])
    }

    private func update(_ name: String = "t", from: EmailAddress = "b@example.com") async throws {
        try await client.updateCustomVerificationEmailTemplate(
            name, from: from, subject: "New", content: "c", successRedirectionURL: no, failureRedirectionURL: yes)
    }

    private func template(_ name: String) -> CustomVerificationEmailTemplate {
        CustomVerificationEmailTemplate(
            templateName: name, fromEmailAddress: "a@example.com", templateSubject: "Verify",
            templateContent: "<p>Click</p>", tags: [ResourceTag(key: "k", value: "v")], successRedirectionURL: yes,
            failureRedirectionURL: no)
    }

    @Test("A template lives from its creation to its deletion; an update leaves its tags")
    func life() async throws {
        try await create()
        #expect(try await client.getCustomVerificationEmailTemplate("t") == template("t"))
        try await update()
        #expect(
            try await client.getCustomVerificationEmailTemplate("t")
                == CustomVerificationEmailTemplate(
                    templateName: "t", fromEmailAddress: "b@example.com", templateSubject: "New", templateContent: "c",
                    tags: [ResourceTag(key: "k", value: "v")], successRedirectionURL: no, failureRedirectionURL: yes))
        try await client.deleteCustomVerificationEmailTemplate("t")
        #expect(await code { try await client.getCustomVerificationEmailTemplate("t") } == .notFound)
    }

    @Test("What is taken, not there, not verified or one too many is refused")
    func refusals() async throws {
        try await create()
        #expect(await code { try await create() } == .alreadyExists)
        #expect(await code { try await update("gone") } == .notFound)
        #expect(await code { try await client.deleteCustomVerificationEmailTemplate("gone") } == .notFound)
        await simulator.verify("example.com")
        try await create("u")
        #expect(await code { try await create("v", from: "a@example.net") } == .badRequest)
        #expect(await code { try await update("u", from: "a@example.net") } == .badRequest)
        for number in 0..<48 { try await create("n\(number)") }
        #expect(await code { try await create("v") } == .limitExceeded)
    }

    @Test("The list brings every template without content and tags, at any page size", arguments: [nil, 1, 2, 50])
    func list(size: Int?) async throws {
        var expected: [CustomVerificationEmailTemplate] = []
        for name in ["a", "b", "c", "d", "e"] {
            try await create(name)
            var summary = template(name)
            summary.templateContent = nil
            summary.tags = nil
            expected.append(summary)
        }
        var listed: [CustomVerificationEmailTemplate] = []
        for try await template in client.listCustomVerificationEmailTemplates(pageSize: size) {
            listed.append(template)
        }
        #expect(listed == expected)
    }

    @Test("The mail is the template's, with the service's link after it")
    func send() async throws {
        try await create()
        try await client.sendCustomVerificationEmail(to: "jane@example.org", templateName: "t", configurationSet: nil)
        let mail = try #require(await simulator.sentMails.last)
        #expect(mail.from == "a@example.com" && mail.subject == "Verify" && mail.to == ["jane@example.org"])
        #expect(mail.html?.hasPrefix("<p>Click</p><a href=\"https://email-verification.eu-west-1") == true)
    }

    @Test("A template that isn't there, or whose sender is no longer verified, sends nothing")
    func refusedSend() async throws {
        try await create()
        func send(_ name: String) async throws {
            try await client.sendCustomVerificationEmail(
                to: "jane@example.org", templateName: name, configurationSet: nil)
        }
        #expect(await code { try await send("gone") } == .notFound)
        await simulator.verify("example.net")
        #expect(await code { try await send("t") } == .messageRejected)
        await simulator.addCustomVerificationTemplate("bare")
        try await send("bare")
        #expect(await simulator.sentMails.map(\.from) == ["no-reply-aws@amazon.com"])
    }
}
