import Foundation
import SESClient
import SESTesting
import Testing

@Suite("Answers chosen by the test")
struct ChosenAnswerTests {
    let simulator = SESSimulator()

    private func refusal(_ fault: SimulatedFault) async -> SESv2Error? {
        await simulator.inject(fault)
        return await #expect(throws: SESv2Error.self) {
            try await SESv2Client(simulator: simulator, retry: .off).getAccount()
        }
    }

    @Test("a refusal has the name, the status and the words it was given")
    func refusal() async {
        let error = await refusal(.refusal("AccessDeniedException", status: 403, message: "No policy allows it."))
        #expect(error?.code == .accessDenied)
        #expect(error?.httpStatus == 403)
        #expect(error?.serviceMessage == "No policy allows it.")
    }

    @Test("a status that is no refusal or no failure becomes the usual one", arguments: [200, 302, 99, 1000])
    func statuses(status: Int) async {
        #expect(await refusal(.refusal("BadRequestException", status: status))?.httpStatus == 400)
        #expect(await refusal(.serviceFailure(status: status))?.httpStatus == 500)
    }

    @Test("a fault for one operation lets the others through")
    func otherOperations() async throws {
        let ses = SESv2Client(simulator: simulator, retry: .off)
        await simulator.inject(.throttle, on: GetAccount.self)
        try await ses.createConfigurationSet(ConfigurationSet("s"))
        let error = await #expect(throws: SESv2Error.self) { try await ses.getAccount() }
        #expect(error?.code == .throttled)
        _ = try await ses.getAccount()
    }

    @Test("an accepted mail shows its attachments, and whether it came from a template")
    func acceptedMail() async throws {
        let ses = SESv2Client(simulator: simulator)
        let file = EmailAttachment(rawContent: Data("%PDF".utf8), fileName: "invoice.pdf")
        try await ses.send(
            Email(from: "a@example.com", to: ["b@example.org"], subject: "s", text: "t", attachments: [file]),
            configurationSet: nil)
        let inline = try TemplateReference(
            templateContent: EmailTemplateContent(subject: "{{n}}", text: "t"), values: ["n": "Jane"])
        try await ses.send(
            Email(from: "a@example.com", to: ["b@example.org"], content: .template(inline)), configurationSet: nil)
        let mails = await simulator.sentMails
        #expect(mails.map(\.attachments) == [[file], []])
        #expect(mails.map(\.isTemplated) == [false, true])
        #expect(mails.map(\.templateName) == [nil, nil])
        #expect(mails.last?.subject == "Jane")
    }
}
