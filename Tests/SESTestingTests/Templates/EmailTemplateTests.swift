import SESClient
import SESCore
import SESTesting
import Testing

@Suite("E-mail templates in the simulator")
struct EmailTemplateTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator) }
    var wire: Wire { Wire(simulator) }
    private let content = EmailTemplateContent(subject: "Hi {{name}}", text: "{{#each items}}{{this}} {{/each}}")
    private let templates = "/v2/email/templates"

    @Test("A template lives from its creation to its deletion")
    func life() async throws {
        let tags = [ResourceTag(key: "k", value: "v")]
        try await client.createEmailTemplate("t", content: content, tags: tags)
        #expect(
            try await client.getEmailTemplate("t")
                == EmailTemplate(templateName: "t", templateContent: content, tags: tags))
        let changed = EmailTemplateContent(subject: "s", html: "<p>{{name}}</p>")
        try await client.updateEmailTemplate("t", content: changed)
        #expect(
            try await client.getEmailTemplate("t")
                == EmailTemplate(templateName: "t", templateContent: changed, tags: tags))
        try await client.deleteEmailTemplate("t")
        #expect(await code { try await client.getEmailTemplate("t") } == .notFound)
    }

    @Test("A name that is taken and names that aren't there are refused in the service's words")
    func refusals() async throws {
        let body = #"{"TemplateName":"t","TemplateContent":{"Subject":"s"}}"#
        #expect(try await wire.call("POST", templates, body).refusal == .success)
        #expect(
            try await wire.call("POST", templates, body).refusal
                == Refusal(status: 400, name: "AlreadyExistsException", message: "Template <t> already exists."))
        let missing = Refusal.notFound("Template <gone> does not exist.")
        #expect(try await wire.call("GET", "\(templates)/gone").refusal == missing)
        #expect(try await wire.call("PUT", "\(templates)/gone", #"{"TemplateContent":{}}"#).refusal == missing)
        #expect(try await wire.call("DELETE", "\(templates)/gone").refusal == missing)
        #expect(try await wire.call("POST", "\(templates)/gone/render", #"{"TemplateData":"{}"}"#).refusal == missing)
    }

    static let broken: [(String, String)] = [
        ("{}", "The subject must be specified."), (#"{"Subject":"","Text":"t"}"#, "The subject must be specified."),
        (#"{"Subject":"{{#if a}}"}"#, "The block 'if' is not closed."),
        (#"{"Subject":"s","Text":"{{"}"#, "A variable is not closed."),
        (#"{"Subject":"s","Html":"{{> p}}"}"#, "The partial 'p' is not defined."),
    ]

    @Test("A content that can't be rendered is refused when it is stored, and nothing is changed", arguments: broken)
    func brokenContent(json: String, message: String) async throws {
        let created = try await wire.call("POST", templates, "{\"TemplateName\":\"t\",\"TemplateContent\":\(json)}")
        #expect(created.refusal == .badRequest(message))
        try await client.createEmailTemplate("u", content: content)
        let updated = try await wire.call("PUT", "\(templates)/u", "{\"TemplateContent\":\(json)}")
        #expect(updated.refusal == .badRequest(message))
        #expect(try await client.getEmailTemplate("u").templateContent == content)
        #expect(await code { try await client.getEmailTemplate("t") } == .notFound)
    }

    @Test("The list brings every template once, with its time, at any page size", arguments: [nil, 1, 7, 25, 100])
    func list(size: Int?) async throws {
        var expected: [EmailTemplateMetadata] = []
        for number in 10..<35 {
            await simulator.advance(by: .seconds(1))
            try await client.createEmailTemplate("t\(number)", content: content)
            expected.append(
                EmailTemplateMetadata(templateName: "t\(number)", createdTimestamp: simulator.clock.date))
        }
        var listed: [EmailTemplateMetadata] = []
        for try await template in client.listEmailTemplates(pageSize: size) { listed.append(template) }
        #expect(listed == expected)
    }

    @Test("A page has ten templates unless it is asked for another size, and the client's page size is the wire's")
    func pages() async throws {
        for number in 10..<35 { try await client.createEmailTemplate("t\(number)", content: content) }
        let first = try await client.execute(ListEmailTemplates())
        #expect(first.templatesMetadata?.count == 10)
        let second = try await client.execute(ListEmailTemplates(nextToken: first.nextToken, pageSize: 3))
        #expect(second.templatesMetadata?.map(\.templateName) == ["t20", "t21", "t22"])
    }

    @Test(
        "A page size or a token that isn't one is refused",
        arguments: ["PageSize=0", "PageSize=101", "PageSize=x", "NextToken=x", "NextToken=dXMtZWFzdC0xOnQ%3D"])
    func badPages(query: String) async throws {
        let answer = try await wire.hand(wire.request("GET", "\(templates)?\(query)", nil))
        #expect(answer.status == 400)
        #expect(answer.name == (query == "PageSize=x" ? "SerializationException" : "BadRequestException"))
    }

    @Test("A stored template is sent with, as it is at that time")
    func send() async throws {
        try await client.createEmailTemplate("t", content: content)
        let email = Email(
            from: "a@example.com", to: ["b@example.org"],
            content: .template(
                TemplateReference(templateName: "t", templateData: #"{"name":"Jane","items":["tea","<b>"]}"#)))
        try await client.send(email, configurationSet: nil)
        try await client.updateEmailTemplate("t", content: EmailTemplateContent(subject: "Bye {{name}}"))
        try await client.send(email, configurationSet: nil)
        try await client.deleteEmailTemplate("t")
        #expect(await code { try await client.send(email, configurationSet: nil) } == .notFound)
        #expect(await simulator.sentMails.map(\.subject) == ["Hi Jane", "Bye Jane"])
        #expect(await simulator.sentMails.map(\.text) == ["tea <b> ", nil])
    }

    @Test("Templates that a test adds are read and listed like those the service was given")
    func added() async throws {
        await simulator.addTemplate(SimulatedTemplate(name: "t", content: content))
        #expect(try await client.getEmailTemplate("t").templateContent == content)
        #expect(try await client.listEmailTemplates().reduce(0) { count, _ in count + 1 } == 1)
    }
}
