import Foundation
import SESClient
import SESCore
import SESSigning
import Synchronization
import Testing

@Suite("What ends a run, and what doesn't", .timeLimit(.minutes(2)))
struct SendStopTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var status = 400
        var message: String
        var code: SESv2Error.Code
        var testDescription: String { "\(name): \(message)" }
    }

    static let common: [Case] = [
        Case(
            name: "SendingPausedException", message: "Sending is paused for configuration set promo",
            code: .sendingPaused),
        Case(name: "SendingPausedException", message: "Sending is paused for this account.", code: .sendingPaused),
        Case(name: "AccountSuspendedException", message: "Suspended", code: .accountSuspended),
        Case(
            name: "NotFoundException", status: 404, message: "Configuration set <promo> does not exist.",
            code: .notFound),
        Case(name: "BadRequestException", message: "Configuration set <promo> does not exist.", code: .badRequest),
        Case(
            name: "TooManyRequestsException", status: 429, message: "Daily message quota exceeded",
            code: .dailyQuotaExceeded),
        Case(name: "ExpiredTokenException", status: 403, message: "expired", code: .credentialsExpired),
        Case(name: "AccessDeniedException", status: 403, message: "no", code: .accessDenied),
        Case(name: "SignatureDoesNotMatch", status: 403, message: "no", code: .credentialsRejected),
    ]

    static let single: [Case] = [
        Case(name: "MessageRejected", message: "no", code: .messageRejected),
        Case(name: "BadRequestException", message: "Missing final '@domain'", code: .badRequest),
        Case(name: "SendingPausedException", message: "Sending is paused for tenant acme", code: .sendingPaused),
        Case(name: "MailFromDomainNotVerifiedException", message: "no", code: .mailFromDomainNotVerified),
        Case(name: "ServiceUnavailable", status: 503, message: "later", code: .serviceFailure),
    ]

    private func collect(
        _ count: Int, concurrency: Int = 1, now: @escaping @Sendable () -> Date = { Date() },
        _ answer: @escaping @Sendable (Int) async throws -> AWSHTTPResponse
    ) async throws -> (words: [Int: String], requests: Int, error: (any Error)?) {
        let transport = RunFixture.transport(answer)
        let client = try SESv2Client.test(transport, configuration: RunFixture.configuration(now: now))
        let options = SendOptions(concurrency: concurrency, limiter: RunFixture.unlimited)
        let result = await client.send(
            contentsOf: RunFixture.emails(count), configurationSet: "promo", options: options
        ).collect()
        return (result.words, transport.requests.filter { $0.method == "POST" }.count, result.error)
    }

    @Test("A failure that concerns all ends it", arguments: common)
    func stops(failure: Case) async throws {
        let result = try await collect(10) { number in
            number == 3
                ? RunFixture.refusal(failure.name, status: failure.status, failure.message)
                : RunFixture.accepted("m-\(number)")
        }
        #expect(result.words == [0: "sent m-0", 1: "sent m-1", 2: "sent m-2"])
        #expect(result.requests == 4)
        let stop = try #require(result.error as? SendStop)
        #expect(stop.error?.code == failure.code)
        #expect(stop.progress.sent == 3)
        #expect((stop.mayContinueAt != nil) == (failure.code == .dailyQuotaExceeded))
        #expect("\(stop)".contains("after 3 messages"))
    }

    @Test("A failure of one is its own", arguments: single)
    func goesOn(failure: Case) async throws {
        let result = try await collect(6) { number in
            number == 3
                ? RunFixture.refusal(failure.name, status: failure.status, failure.message)
                : RunFixture.accepted("m-\(number)")
        }
        #expect(result.error == nil)
        #expect(result.words.count == 6)
        #expect(result.words[3] == "refused \(failure.code)")
    }

    @Test("What is on its way when it stops is waited for and told")
    func waits() async throws {
        let gate = CallGate()
        let result = try await collect(20, concurrency: 4) { number in
            if number == 3 {
                await gate.wait(for: 3)
                defer { gate.open() }
                return RunFixture.refusal("AccountSuspendedException", "no")
            }
            await gate.pass()
            return RunFixture.accepted("m-\(number)")
        }
        #expect(result.error is SendStop)
        #expect(result.words.count >= 3 && result.words.values.allSatisfy { $0.hasPrefix("sent") })
        #expect(result.words.count == result.requests - 1)
    }

    @Test("When the day's quota is used up, it says how it stands and when its own mails no longer count")
    func quota() async throws {
        let date = Mutex(Date(timeIntervalSince1970: 1_746_090_000))
        let result = try await collect(5, now: { date.withLock { $0 } }) { number in
            guard number < 2 else {
                date.withLock { $0 += 1000 }
                return RunFixture.refusal("TooManyRequestsException", status: 429, "Daily message quota exceeded")
            }
            return RunFixture.accepted("m-\(number)")
        }
        let stop = try #require(result.error as? SendStop)
        #expect(stop.mayContinueAt == Date(timeIntervalSince1970: 1_746_090_000 + 86_400))
        #expect(stop.quota?.sentLast24Hours == 1000 && stop.quota?.max24HourSend == 1000)
    }

    @Test("A credential provider that has none, or throws what it likes, ends it before anything is read")
    func noCredentials() async throws {
        struct Broken: Error {}
        struct Provider: CredentialProvider {
            let error: any Error
            func credentials() async throws -> AWSCredentials { throw error }
        }
        let codes: [SESv2Error.Code] = [.noCredentials, .credentialsUnavailable, .invalidSettings]
        for error in codes.map({ SESv2Error($0, message: "none") }) + [Broken()] as [any Error] {
            let source = CountedSource(emails: RunFixture.emails(5))
            let client = try SESv2Client.test(
                RunFixture.transport { _ in RunFixture.accepted("m") }, credentials: Provider(error: error))
            let result = await client.send(contentsOf: source, configurationSet: nil).collect()
            let stop = try #require(result.error as? SendStop)
            #expect(stop.error?.code == (error as? SESv2Error)?.code)
            #expect(source.count.now == 0)
        }
    }

    @Test("A throttled message is tried again, as often as it may be")
    func throttled() async throws {
        let tries = Mutex<[Int: Int]>([:])
        let transport = RunFixture.transport { number in
            let count = tries.withLock { tries in
                tries[number, default: 0] += 1
                return tries[number] ?? 0
            }
            let fails = number == 1 ? 2 : number == 2 ? 100 : 0
            return count <= fails ? RunFixture.throttling : RunFixture.accepted("m-\(number)")
        }
        let clock = JumpingClock()
        let limiter = SendRateLimiter(rate: 100, clock: clock)
        let client = try SESv2Client.test(transport, configuration: RunFixture.configuration())
        let options = SendOptions(limiter: limiter, throttledAttempts: 5)
        let result = await client.send(
            contentsOf: RunFixture.emails(4), configurationSet: nil, options: options
        ).collect()
        #expect(result.words == [0: "sent m-0", 1: "sent m-1", 2: "refused throttled", 3: "sent m-3"])
        #expect(tries.withLock { $0 } == [0: 1, 1: 3, 2: 5, 3: 1])
        #expect(try #require(limiter.rate) < 100)
    }

    @Test("A throttled message that waits for its turn when the run stops isn't sent and isn't told")
    func throttledAtStop() async throws {
        // The limiter's clock stands still, so the second attempt never comes.
        let clock = ManualClock()
        let gates = [CallGate(), CallGate()]
        let transport = RunFixture.transport { number in
            await gates[number].pass()
            return number == 0 ? RunFixture.throttling : RunFixture.refusal("AccountSuspendedException", "no")
        }
        let client = try SESv2Client.test(transport)
        let options = SendOptions(limiter: SendRateLimiter(rate: 1e9, clock: clock))
        let run = client.send(contentsOf: RunFixture.emails(2), configurationSet: nil, options: options)
        let task = Task { await run.collect() }
        for gate in gates { await gate.wait(for: 1) }
        gates[0].open()
        while clock.sleeperCount == 0 { await Task.yield() }
        gates[1].open()
        let result = await task.value
        #expect(result.words.isEmpty)
        #expect((result.error as? SendStop)?.error?.code == .accountSuspended)
        #expect(transport.requests.count == 2)
    }
}
