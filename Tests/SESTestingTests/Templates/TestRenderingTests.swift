import Foundation
import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Test renderings in the simulator")
struct TestRenderingTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    private func render(_ content: EmailTemplateContent, _ data: String = "{}") async throws -> [String] {
        await simulator.addTemplate(SimulatedTemplate(name: "t", content: content))
        return try await client.testRenderEmailTemplate("t", data: data).components(separatedBy: "\r\n")
    }

    @Test("Text and HTML are the parts of one message")
    func both() async throws {
        let content = EmailTemplateContent(
            subject: "Hi {{name}}", text: "Dear {{name}}\nbye", html: "<p>{{name}}</p>")
        let lines = try await render(content, #"{"name":"Jane"}"#)
        let boundary = try #require(
            lines.first { $0.hasPrefix("Content-Type: multipart/alternative") }?.split(separator: "\"").last)
        #expect(
            Array(lines.dropFirst()) == [
                "Subject: Hi Jane", "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"\(boundary)\"", "", "--\(boundary)",
                "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 7bit", "", "Dear Jane", "bye",
                "--\(boundary)", "Content-Type: text/html; charset=UTF-8", "Content-Transfer-Encoding: 7bit", "",
                "<p>Jane</p>", "--\(boundary)--", "",
            ])
    }

    @Test("The date is the simulator's")
    func date() async throws {
        let simulator = SESSimulator(clock: SimulatedClock(start: Date(timeIntervalSince1970: 1_772_421_845)))
        await simulator.addTemplate(SimulatedTemplate(name: "t", content: EmailTemplateContent(subject: "s")))
        let message = try await SESv2Client(simulator: simulator).testRenderEmailTemplate("t", data: "{}")
        #expect(message.hasPrefix("Date: Mon, 2 Mar 2026 03:24:05 +0000\r\n"))
    }

    @Test("One part is the message itself, and none is an empty text")
    func single() async throws {
        #expect(
            try await render(EmailTemplateContent(subject: "s", html: "h")).suffix(4) == [
                "Content-Type: text/html; charset=UTF-8", "Content-Transfer-Encoding: 7bit", "", "h",
            ])
        #expect(try await render(EmailTemplateContent(subject: "s")).suffix(2) == ["", ""])
    }

    @Test("What isn't ASCII is encoded, and a line break in a subject's value adds no header field")
    func encoding() async throws {
        let content = EmailTemplateContent(subject: "{{s}}", text: "{{t}}")
        let lines = try await render(content, #"{"s":"a\r\nBcc: x@e.org é","t":"é=1 "}"#)
        #expect(lines[1] == "Subject: =?utf-8?b?YSAgQmNjOiB4QGUub3JnIMOp?=")
        #expect(lines.suffix(3) == ["Content-Transfer-Encoding: quoted-printable", "", "=C3=A9=3D1=20"])
        let long = try await render(content, "{\"s\":\"s\",\"t\":\"\(String(repeating: "é", count: 100))\"}")
        #expect(long.allSatisfy { $0.utf8.count <= 76 })
        let body = long.drop { !$0.isEmpty }.dropFirst()
        #expect(body.dropLast().allSatisfy { $0.hasSuffix("=") })
        #expect(
            body.map { $0.hasSuffix("=") ? String($0.dropLast()) : $0 }.joined()
                == String(repeating: "=C3=A9", count: 100))
    }

    @Test("A variable without a value, and data that is no object, are refused")
    func refusals() async throws {
        await simulator.addTemplate(
            SimulatedTemplate(name: "t", content: EmailTemplateContent(subject: "s", text: "{{#if a}}{{b}}{{/if}}")))
        let wire = Wire(simulator)
        func refusal(_ data: String) async throws -> Refusal {
            try await wire.call("POST", "/v2/email/templates/t/render", "{\"TemplateData\":\"\(data)\"}").refusal
        }
        #expect(
            try await refusal(#"{\"a\":1}"#) == .badRequest("Attribute 'b' is not present in the rendering data."))
        #expect(try await refusal("[]") == .badRequest("The template data is not a valid JSON object."))
        #expect(try await refusal("{}") == .success)
        #expect(
            try await wire.call("POST", "/v2/email/templates/t/render", "{}").refusal
                == .badRequest(
                    "1 validation error detected: Value at 'templateData' failed to satisfy constraint: Member must not be null"
                ))
    }
}
