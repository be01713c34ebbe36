import SESClient
import SESSigning
import Testing

@Suite("Kept credentials of a source that doesn't answer")
struct SilentSourceTests {
    let source = HeldProvider()
    let date = ManualDate()
    let clock = ManualClock()

    private var cache: CachingCredentialProvider {
        CachingCredentialProvider(source, limit: .seconds(20), now: { [date] in date.now }, clock: clock)
    }

    /// Lets the request of this number wait until it is given up.
    private func exhaust(_ number: Int) async {
        await eventually { source.asked >= number && clock.sleeperCount > 0 }
        clock.advance(by: .seconds(20))
    }

    @Test("all who wait are told so after the limit, and the next call asks anew and gets an answer")
    func givenUp() async throws {
        let cache = cache
        let callers = (0..<3).map { _ in Task { try await cache.credentials() } }
        await eventually { source.asked == 1 && clock.sleeperCount > 0 }
        clock.advance(by: .seconds(19))
        await yieldOften()
        #expect(source.asked == 1)
        clock.advance(by: .seconds(1))
        for caller in callers {
            let error = await #expect(throws: SESv2Error.self) { try await caller.value }
            #expect(error?.code == .credentialsUnavailable)
            #expect(error?.message == "the source of credentials didn't answer within 20.0 seconds")
        }
        let next = Task { try await cache.credentials() }
        await source.answer(2, with: .keys)
        #expect(try await next.value == .keys)
        #expect(source.asked == 2)
        await source.answer(1, with: .keys)
    }

    @Test("what it answers late doesn't take the place of what came since, nor ends the wait for a newer request")
    func lateAnswer() async throws {
        let cache = cache
        let first = Task { try await cache.credentials() }
        await exhaust(1)
        await #expect(throws: SESv2Error.self) { try await first.value }
        let second = Task { try await cache.credentials() }
        await eventually { source.asked == 2 }
        await source.answer(1, with: .temporary("late", minutes: 600))
        await yieldOften()
        await source.answer(2, with: .temporary("new", minutes: 60))
        #expect(try await second.value.accessKeyID == "ASIAnew")
        date.advance(minutes: 52)
        let third = Task { try await cache.credentials().accessKeyID }
        await exhaust(3)
        #expect(try await third.value == "ASIAnew")
        date.advance(minutes: 1)
        #expect(try await cache.credentials().accessKeyID == "ASIAnew")
        await eventually { source.asked == 4 }
        await source.answer(3, with: .temporary("late", minutes: 600))
        await yieldOften()
        #expect(try await cache.credentials().accessKeyID == "ASIAnew")
        await source.answer(4, with: .temporary("newest", minutes: 600))
        try await eventually { try await cache.credentials().accessKeyID == "ASIAnewest" }
    }

    @Test("credentials that hold are given after one wait, and then without any, until it answers again")
    func stillValid() async throws {
        let cache = cache
        let first = Task { try await cache.credentials() }
        await source.answer(1, with: .temporary("1", minutes: 60))
        _ = try await first.value
        date.advance(minutes: 52)
        let waiting = Task { try await cache.credentials().accessKeyID }
        await exhaust(2)
        #expect(try await waiting.value == "ASIA1")
        date.advance(minutes: 1)
        for _ in 0..<3 { #expect(try await cache.credentials().accessKeyID == "ASIA1") }
        await source.answer(3, with: .temporary("3", minutes: 600))
        try await eventually { try await cache.credentials().accessKeyID == "ASIA3" }
        #expect(source.asked == 3)
        await source.answer(2, with: .keys)
    }

    @Test("a caller that is cancelled leaves at once, and so does the alarm when the answer comes")
    func cancelled() async throws {
        let cache = cache
        let caller = Task { try await cache.credentials() }
        await eventually { source.asked == 1 }
        caller.cancel()
        await #expect(throws: CancellationError.self) { try await caller.value }
        await eventually { clock.sleeperCount == 1 }
        await source.answer(1, with: .keys)
        await eventually { clock.sleeperCount == 0 }
        #expect(try await cache.credentials() == .keys)
    }

    @Test("is cancelled when it is given up; one that listens ends")
    func listening() async throws {
        let transport = NeverTransport()
        let context = CredentialContext(
            environment: ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"], transport: transport, clock: clock)
        let cache = CachingCredentialProvider(
            ContainerCredentialProvider(context: context), limit: .milliseconds(500), now: { [date] in date.now },
            clock: clock)
        async let failure: Void = expectFailure(cache, .credentialsUnavailable, "didn't answer within 0.5 seconds")
        await eventually { clock.sleeperCount == 2 }
        clock.advance(by: .milliseconds(500))
        await failure
        await eventually { clock.sleeperCount == 0 }
    }

    @Test("is given up by the standard chain after 90 seconds of the context's clock")
    func standardChain() async throws {
        let provider = DefaultCredentialProvider(
            context: CredentialContext(
                environment: ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"], transport: DeafTransport(),
                now: { [date] in date.now }, clock: clock))
        async let failure: Void = expectFailure(provider, .credentialsUnavailable, "didn't answer within 90.0 seconds")
        // The source's own limit and the chain's: this transport hears neither.
        await eventually { clock.sleeperCount == 2 }
        clock.advance(by: .seconds(90))
        await failure
    }
}

/// Never answers, not even when its task is cancelled: what no transport may do.
private struct DeafTransport: HTTPTransport {
    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        let forever = Task { () async throws -> AWSHTTPResponse in try await silence() }
        return try await forever.value
    }
}
