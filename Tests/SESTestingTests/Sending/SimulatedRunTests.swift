import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Runs of sends on a simulator that nobody moves on", .timeLimit(.minutes(2)))
struct SimulatedRunTests {
    let simulator = SESSimulator()

    private func promotion() async throws -> MailStream {
        let ses = SESv2Client(simulator: simulator)
        try await ses.createConfigurationSet(ConfigurationSet("promo"))
        return ses.stream("promo", from: "Shop <shop@example.com>", tags: ["kind": "promo"])
    }

    private func emails(_ count: Int) -> [Email] {
        (0..<count).map { Email(to: [EmailAddress(rawValue: "n\($0)@example.org")], subject: "May", text: "t") }
    }

    private func collect(_ run: SendRun) async throws -> [SendOutcome] {
        var outcomes: [SendOutcome] = []
        for try await outcome in run { outcomes.append(outcome) }
        return outcomes
    }

    @Test("end, at the account's rate: their limiter moves the clock", arguments: [14.0, 1000])
    func rate(_ rate: Double) async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 1_000_000, maxSendRate: rate))
        let promo = try await promotion()
        let outcomes = try await collect(promo.send(contentsOf: emails(300)))
        #expect(outcomes.last?.progress.sent == 300)
        // Never throttled.
        let seconds = simulator.clock.now.offset / .seconds(1)
        #expect(seconds >= (300 - rate) / rate && seconds < 330 / rate)
    }

    @Test("of a stream have its set, sender and tags; keys are those of the mail")
    func stream() async throws {
        let promo = try await promotion()
        var own = emails(3)
        own[1].from = "other@example.com"
        own[1].tags = [MessageTag("kind", "special")]
        let source = AsyncStream { continuation in
            own.forEach { continuation.yield($0) }
            continuation.finish()
        }
        for outcomes in [
            try await collect(promo.send(contentsOf: own, key: { "\($0.destination.recipientCount)-\($1)" })),
            try await collect(promo.send(contentsOf: source, key: { "\($0.destination.recipientCount)-\($1)" })),
        ] {
            #expect(outcomes.map(\.key).sorted() == ["1-0", "1-1", "1-2"])
            #expect(outcomes.last?.progress.sent == 3)
        }
        let mails = await simulator.sentMails
        #expect(mails.count == 6)
        #expect(mails.allSatisfy { $0.configurationSet == "promo" })
        #expect(mails.filter { $0.from == "other@example.com" }.count == 2)
        #expect(mails.filter { $0.from == "Shop <shop@example.com>" }.count == 4)
        #expect(mails.filter { $0.tags == [MessageTag("kind", "special")] }.count == 2)
        #expect(mails.filter { $0.tags == [MessageTag("kind", "promo")] }.count == 4)
    }

    @Test("of a stream's template likewise")
    func template() async throws {
        let promo = try await promotion()
        let content = BulkEmailContent(
            template: TemplateReference(
                templateContent: EmailTemplateContent(subject: "Hi {{name}}", text: "t"),
                templateData: #"{"name":"you"}"#))
        let entries = try (0..<60).map { number in
            try BulkEmailEntry(
                to: [EmailAddress(rawValue: "n\(number)@example.org")], values: ["name": "n\(number)"],
                tags: number == 0 ? ["place": "first"] : [:])
        }
        let source = AsyncStream { continuation in
            entries.forEach { continuation.yield($0) }
            continuation.finish()
        }
        var outcomes = try await collect(promo.sendBulk(content, contentsOf: entries, key: { "a\($1)" }))
        outcomes += try await collect(promo.sendBulk(content, contentsOf: source, key: { "b\($1)" }))
        #expect(Set(outcomes.map(\.key)).count == 120)
        let mails = await simulator.sentMails
        #expect(mails.count == 120)
        #expect(mails.allSatisfy { $0.configurationSet == "promo" && $0.from == "Shop <shop@example.com>" })
        #expect(mails.allSatisfy { $0.tags.contains(MessageTag("kind", "promo")) })
        #expect(mails.filter { $0.tags.contains(MessageTag("place", "first")) }.count == 2)
    }
}
