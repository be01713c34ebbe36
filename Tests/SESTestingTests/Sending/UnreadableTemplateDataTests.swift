import Foundation
import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Template data that can't be read")
struct UnreadableTemplateDataTests {
    let simulator = SESSimulator()

    init() async throws {
        let ses = SESv2Client(simulator: simulator)
        try await ses.createConfigurationSet(ConfigurationSet("s"))
        try await ses.createConfigurationSetEventDestination(
            EventDestination(
                "events", matching: .all,
                to: .eventBridge(eventBusARN: "arn:aws:events:eu-west-1:123456789012:event-bus/default")),
            in: "s")
        await simulator.addTemplate(
            SimulatedTemplate(name: "t", content: EmailTemplateContent(subject: "{{n}}", text: "{{n}}")))
    }

    private func events() async throws -> [SESEvent] {
        await simulator.settle()
        return try await simulator.takeDeliveries().flatMap { try SESEvent.decodeAll(from: $0.body) }
    }

    @Test("is accepted by the call and told by a Rendering Failure", arguments: ["{", "[1]", "7", "{\\\"n\\\":"])
    func send(data: String) async throws {
        let body = """
            {"FromEmailAddress":"a@example.com","Destination":{"ToAddresses":["b@example.org"]},
             "Content":{"Template":{"TemplateName":"t","TemplateData":"\(data)"}},"ConfigurationSetName":"s"}
            """
        let answer = try await Wire(simulator).call("POST", "/v2/email/outbound-emails", body)
        #expect(answer.status == 200)
        #expect(try await events().map(\.type) == [.renderingFailure])
    }

    @Test("of one bulk entry costs only that entry's mail")
    func bulk() async throws {
        let body = """
            {"FromEmailAddress":"a@example.com","ConfigurationSetName":"s",
             "DefaultContent":{"Template":{"TemplateName":"t","TemplateData":"{}"}},
             "BulkEmailEntries":[
               {"Destination":{"ToAddresses":["b@example.org"]},"ReplacementEmailContent":
                 {"ReplacementTemplate":{"ReplacementTemplateData":"no data"}}},
               {"Destination":{"ToAddresses":["c@example.org"]},"ReplacementEmailContent":
                 {"ReplacementTemplate":{"ReplacementTemplateData":"{\\"n\\":1}"}}}]}
            """
        let answer = try await Wire(simulator).call("POST", "/v2/email/outbound-bulk-emails", body)
        #expect(answer.status == 200)
        #expect(try await events().map(\.type.rawValue).sorted() == ["Delivery", "Rendering Failure", "Send"])
    }

    @Test("never leaves the client")
    func client() async throws {
        let email = Email(
            from: "a@example.com", to: ["b@example.org"],
            content: .template(TemplateReference(templateName: "t", templateData: "{")))
        let error = await #expect(throws: SESv2Error.self) {
            try await SESv2Client(simulator: simulator).send(email, configurationSet: "s")
        }
        #expect(error?.code == .invalidRequest)
        #expect(await simulator.sentMails.isEmpty)
    }
}
