import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("A stream of mail")
struct MailStreamTests {
    private func sent<Input: Decodable>(
        as type: Input.Type, answer: String, _ body: (MailStream) async throws -> Void
    ) async throws -> Input {
        let transport = RecordingTransport(body: answer)
        let stream = try SESv2Client.test(transport).stream(
            "receipts", from: "Shop <shop@example.com>", replyTo: ["help@example.com"],
            tags: ["kind": "receipt", "team": "billing"])
        try await body(stream)
        return try JSONDecoder().decode(Input.self, from: try #require(transport.requests.first).body)
    }

    @Test("fills in the set, the sender, the reply address and the tags")
    func fills() async throws {
        let input = try await sent(as: SendEmail.self, answer: #"{"MessageId":"m-1"}"#) { stream in
            let output = try await stream.send(Email(to: ["jane@example.org"], subject: "s", text: "t"))
            #expect(output.messageID == "m-1")
        }
        #expect(input.configurationSetName == "receipts")
        #expect(input.fromEmailAddress == "Shop <shop@example.com>")
        #expect(input.replyToAddresses == ["help@example.com"])
        #expect(input.emailTags == [MessageTag("kind", "receipt"), MessageTag("team", "billing")])
        #expect(input.destination?.toAddresses == ["jane@example.org"])
    }

    @Test("leaves what the mail says itself, and of tags of one name takes the mail's")
    func own() async throws {
        let input = try await sent(as: SendEmail.self, answer: #"{"MessageId":"m-1"}"#) { stream in
            let email = Email(
                from: "other@example.com", to: ["jane@example.org"], replyTo: ["me@example.com"], subject: "s",
                text: "t", tags: ["kind": "refund", "a": "b"])
            try await stream.send(email)
        }
        #expect(input.configurationSetName == "receipts")
        #expect(input.fromEmailAddress == "other@example.com")
        #expect(input.replyToAddresses == ["me@example.com"])
        #expect(
            input.emailTags == [MessageTag("a", "b"), MessageTag("kind", "refund"), MessageTag("team", "billing")])
    }

    @Test("sends in bulk with its set, its sender, its reply address and its tags")
    func bulk() async throws {
        let answer = #"{"BulkEmailEntryResults":[{"Status":"SUCCESS","MessageId":"m-1"},{"Status":"FAILED"}]}"#
        let entry = BulkEmailEntry(destination: EmailDestination(toAddresses: ["jane@example.org"]))
        let content = BulkEmailContent(template: TemplateReference(templateName: "t", templateData: "{}"))
        let input = try await sent(as: SendBulkEmail.self, answer: answer) { stream in
            let results = try await stream.sendBulk(content, to: [entry, entry])
            #expect(results.map(\.messageID) == ["m-1", nil])
        }
        #expect(input.configurationSetName == "receipts")
        #expect(input.fromEmailAddress == "Shop <shop@example.com>")
        #expect(input.replyToAddresses == ["help@example.com"])
        #expect(input.defaultEmailTags == [MessageTag("kind", "receipt"), MessageTag("team", "billing")])
        #expect(input.bulkEmailEntries == [entry, entry])
    }

    @Test("leaves raw content the sender of its own headers, and adds its tags")
    func raw() async throws {
        let input = try await sent(as: SendEmail.self, answer: #"{"MessageId":"m-1"}"#) { stream in
            try await stream.send(Email(content: .raw(Data("From: me@example.com\r\n\r\nHi".utf8))))
        }
        #expect(input.fromEmailAddress == nil && input.replyToAddresses == nil)
        #expect(input.configurationSetName == "receipts")
        #expect(input.emailTags == [MessageTag("kind", "receipt"), MessageTag("team", "billing")])
    }

    @Test("gives a bulk entry that has tags of its own the stream's as well")
    func bulkTags() async throws {
        let answer = #"{"BulkEmailEntryResults":[{"Status":"SUCCESS"},{"Status":"SUCCESS"}]}"#
        let entries = try [["kind": "refund"], [:]].map { tags in
            try BulkEmailEntry(to: ["jane@example.org"], values: ["n": "1"], tags: tags)
        }
        let content = BulkEmailContent(template: TemplateReference(templateName: "t", templateData: "{}"))
        let input = try await sent(as: SendBulkEmail.self, answer: answer) { stream in
            _ = try await stream.sendBulk(content, to: entries)
        }
        let tags = input.bulkEmailEntries.map(\.replacementTags)
        #expect(tags == [[MessageTag("kind", "refund"), MessageTag("team", "billing")], nil])
    }

    @Test("gives the entries of a run the stream's tags as well", arguments: [false, true])
    func bulkRunTags(isAsync: Bool) async throws {
        let result = #"{"Status":"SUCCESS","MessageId":"m-1"}"#
        let answer = #"{"BulkEmailEntryResults":[\#(result),\#(result)]}"#
        let entries = try [["kind": "refund"], [:]].map { tags in
            try BulkEmailEntry(to: ["jane@example.org"], values: ["n": "1"], tags: tags)
        }
        let content = BulkEmailContent(template: TemplateReference(templateName: "t", templateData: "{}"))
        let input = try await sent(as: SendBulkEmail.self, answer: answer) { stream in
            let options = SendOptions(limiter: SendRateLimiter(rate: 1e9))
            let source = AsyncStream { continuation in
                entries.forEach { continuation.yield($0) }
                continuation.finish()
            }
            let run =
                isAsync
                ? stream.sendBulk(content, contentsOf: source, options: options)
                : stream.sendBulk(content, contentsOf: entries, options: options)
            for try await outcome in run { #expect(outcome.progress.refused == 0) }
        }
        #expect(input.configurationSetName == "receipts")
        #expect(input.fromEmailAddress == "Shop <shop@example.com>")
        let tags = input.bulkEmailEntries.map(\.replacementTags)
        #expect(tags == [[MessageTag("kind", "refund"), MessageTag("team", "billing")], nil])
    }

    @Test("without tags and reply address writes none")
    func bare() async throws {
        let transport = RecordingTransport()
        let stream = try SESv2Client.test(transport).stream("s", from: "shop@example.com")
        try await stream.send(Email(to: ["jane@example.org"], subject: "s", text: "t"))
        let body = try String(decoding: #require(transport.requests.first).body, as: UTF8.self)
        #expect(!body.contains("EmailTags") && !body.contains("ReplyTo"))
    }
}
