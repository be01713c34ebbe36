import Foundation
import SESClient
import SESCore
import SESSigning
import Synchronization
import Testing

@Suite("The waits between attempts")
struct RetryDelayTests {
    /// The waits of a call that always fails.
    private func waits(
        _ fractions: [Double], _ headers: AWSHTTPHeaders = [:], status: Int = 503
    ) async throws -> [Duration] {
        let clock = WaitingClock()
        let drawn = Mutex(fractions.makeIterator())
        let client = try SESv2Client.test(
            RecordingTransport(status, headers),
            configuration: .init(
                clock: clock, retry: RetryOptions(maxAttempts: fractions.count + 1), deadline: .seconds(3600),
                random: { drawn.withLock { $0.next() ?? 0 } }))
        await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        return clock.waits
    }

    @Test("are at most 1, 2, 4, 8, 16 seconds and then 20")
    func ceilings() async throws {
        #expect(
            try await waits(Array(repeating: 1, count: 8))
                == [
                    .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(16), .seconds(20), .seconds(20),
                    .seconds(20),
                ])
    }

    @Test("are the part of it that is drawn")
    func fractions() async throws {
        #expect(
            try await waits([0.5, 0.25, 0.75]) == [.milliseconds(500), .milliseconds(500), .seconds(3)])
        #expect(try await waits([0, 0]) == [], "no wait is no sleep")
    }

    @Test("are never longer or shorter than that, whatever a generator gives")
    func wildGenerator() async throws {
        #expect(try await waits([7, -1, .infinity, .nan]) == [.seconds(1), .seconds(4), .seconds(8)])
    }

    @Test("of a client that isn't told otherwise are drawn at random from the whole range")
    func defaultGenerator() {
        let random = SESv2Client.Configuration().random
        let drawn = (0..<1000).map { _ in random() }
        #expect(drawn.allSatisfy { (0..<1).contains($0) })
        #expect(drawn.contains { $0 < 0.1 } && drawn.contains { $0 > 0.9 })
    }

    @Test(
        "follow x-amz-retry-after: at least what is asked, but no more than five seconds longer than drawn",
        arguments: [
            ("0", 0.5, .milliseconds(500)), ("499", 0.5, .milliseconds(500)), ("1234", 0.5, .milliseconds(1234)),
            ("5500", 0.5, .milliseconds(5500)), ("5501", 0.5, .milliseconds(5500)),
            ("999999999", 1, .seconds(6)), ("99999999999999999999999", 0.5, .milliseconds(500)),
            ("-5", 0.5, .milliseconds(500)), ("1.5", 0.5, .milliseconds(500)), ("", 0.5, .milliseconds(500)),
            ("soon", 0.5, .milliseconds(500)), (" 1234 ", 0.5, .milliseconds(1234)),
        ] as [(String, Double, Duration)])
    func retryAfterMilliseconds(text: String, fraction: Double, expected: Duration) async throws {
        #expect(try await waits([fraction], ["X-Amz-Retry-After": text]) == [expected])
        #expect(try await waits([fraction], ["x-amz-retry-after": text], status: 429) == [expected])
    }

    @Test(
        "follow Retry-After in seconds up to twenty",
        arguments: [
            ("0", .milliseconds(500)), ("3", .seconds(3)), ("20", .seconds(20)), ("21", .seconds(20)),
            ("999999999", .seconds(20)), ("Wed, 21 Oct 2026 07:28:00 GMT", .milliseconds(500)),
            ("-3", .milliseconds(500)),
        ] as [(String, Duration)])
    func retryAfterSeconds(text: String, expected: Duration) async throws {
        #expect(try await waits([0.5], ["Retry-After": text]) == [expected])
    }

    @Test("follow AWS's own header if there are both")
    func both() async throws {
        #expect(try await waits([0.5], ["Retry-After": "7", "x-amz-retry-after": "700"]) == [.milliseconds(700)])
    }
}
