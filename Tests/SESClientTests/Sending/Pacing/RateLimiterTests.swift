import SESCore
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("The rate of sends", .timeLimit(.minutes(2)))
struct RateLimiterTests {
    /// Numbers that are the same in every run (SplitMix64).
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private struct Grant {
        var time: Duration
        var recipients: Int
        var together: Bool
    }

    /// What a server that counts each second would refuse: the plainest model there is.
    private func refused(_ grants: [Grant], rate: Double) -> [Int] {
        grants.indices.filter { index in
            let grant = grants[index]
            let before = grants[..<index].filter { grant.time - $0.time < .seconds(1) }.reduce(0) { $0 + $1.recipients }
            return grant.together
                ? before > 0 && Double(before + grant.recipients) > rate : Double(before) >= rate
        }
    }

    @Test("Whatever comes when: a server that counts each second accepts all of it", arguments: 0..<60)
    func property(seed: Int) async throws {
        var random = Seeded(state: UInt64(seed))
        let rate = [0.5, 1, 3.7, 14, 14, 80, 500][seed % 7]
        let clock = JumpingClock()
        let start = clock.now
        let limiter = SendRateLimiter(rate: rate, clock: clock)
        let most = [1, 2, 10, 50].randomElement(using: &random) ?? 1
        let idle = Bool.random(using: &random)
        var grants: [Grant] = []
        for _ in 0..<400 {
            // Bursts, steady streams, late comers and long pauses.
            if idle, Int.random(in: 0..<4, using: &random) == 0 {
                clock.advance(by: .milliseconds(Int.random(in: 0...Int(3000 / max(rate, 1)), using: &random)))
            }
            if Int.random(in: 0..<60, using: &random) == 0 { clock.advance(by: .seconds(5)) }
            let recipients = Int.random(in: 1...most, using: &random)
            let together = Int.random(in: 0..<5, using: &random) == 0 && Double(recipients) <= rate
            try await limiter.acquire(recipients: recipients, together: together)
            grants.append(Grant(time: start.duration(to: clock.now), recipients: recipients, together: together))
        }
        #expect(refused(grants, rate: rate).isEmpty)
    }

    @Test("The model refuses what a limiter of a higher rate lets through")
    func modelRefuses() async throws {
        let clock = JumpingClock()
        let start = clock.now
        let limiter = SendRateLimiter(rate: 16, clock: clock)
        var grants: [Grant] = []
        for _ in 0..<100 {
            try await limiter.acquire(recipients: 1)
            grants.append(Grant(time: start.duration(to: clock.now), recipients: 1, together: false))
        }
        #expect(!refused(grants, rate: 14).isEmpty)
    }

    @Test("Who always has something to send gets the rate, less the margin", arguments: [1, 3, 20, 50])
    func fullUse(most: Int) async throws {
        var random = Seeded(state: 7)
        let clock = JumpingClock()
        let start = clock.now
        let limiter = SendRateLimiter(rate: 14, clock: clock)
        var recipients = 0
        for _ in 0..<2000 {
            let count = Int.random(in: 1...most, using: &random)
            try await limiter.acquire(recipients: count)
            recipients += count
        }
        let rate = Double(recipients) / (start.duration(to: clock.now) / .seconds(1))
        #expect(rate > 14 * 0.955 && rate < 14)
    }

    @Test("Who is woken late catches up, within the margin")
    func catchesUp() async throws {
        let clock = JumpingClock(wakingLateBy: .milliseconds(2))
        let start = clock.now
        let limiter = SendRateLimiter(rate: 100, clock: clock)
        for _ in 0..<1000 { try await limiter.acquire(recipients: 1) }
        // The rate takes 10.4 s, and 2 ms each time would be 2 s more.
        #expect(start.duration(to: clock.now) < .milliseconds(10_500))
    }

    @Test("A message with more recipients than the rate goes at once, and those after it wait for it")
    func borrows() async throws {
        let clock = JumpingClock()
        let start = clock.now
        let limiter = SendRateLimiter(rate: 10, margin: 0, clock: clock)
        try await limiter.acquire(recipients: 50)
        #expect(start.duration(to: clock.now) == .zero)
        try await limiter.acquire(recipients: 1)
        #expect(start.duration(to: clock.now) == .seconds(5))
    }

    @Test("It learns the account's rate, but not a rate that isn't one")
    func learns() {
        let clock = JumpingClock()
        let limiter = SendRateLimiter(clock: clock)
        #expect(limiter.rate == 14)
        for nothing in [
            nil, SendQuota(max24HourSend: 200, maxSendRate: 0), SendQuota(max24HourSend: 200, maxSendRate: -3),
        ] {
            limiter.learn(nothing)
            #expect(limiter.rate == 14)
        }
        limiter.learn(SendQuota(max24HourSend: 200, maxSendRate: 1))
        #expect(limiter.rate == 1)
        limiter.learn(SendQuota(max24HourSend: -1, maxSendRate: 80))
        #expect(limiter.rate == 80)
        limiter.learn(SendQuota(max24HourSend: -1, maxSendRate: -1))
        #expect(limiter.rate == nil)
        let fixed = SendRateLimiter(rate: 5, clock: clock)
        fixed.learn(SendQuota(max24HourSend: 200, maxSendRate: 1))
        #expect(fixed.rate == 5)
    }

    static let oddRates: [(rate: Double, wait: Duration)] = [
        (1e-25, .seconds(3600)), (1e-300, .seconds(3600)), (.leastNonzeroMagnitude, .seconds(3600)), (0.5, .seconds(2)),
        (1e300, .nanoseconds(1)), (.infinity, .nanoseconds(1)),
        // No rates: 14 is taken.
        (0, .milliseconds(72)), (-0.0, .milliseconds(72)), (-7, .milliseconds(72)), (.nan, .milliseconds(72)),
        (-.infinity, .milliseconds(72)),
    ]

    @Test("An odd rate, learned or given, ends in a wait that ends", arguments: oddRates)
    func odd(rate: Double, wait: Duration) async throws {
        for isGiven in [false, true] {
            // A wait of an hour is one here, and no deadline.
            let clock = JumpingClock(deadline: .seconds(1e6))
            let limiter = SendRateLimiter(rate: isGiven ? rate : nil, margin: 0, clock: clock)
            limiter.learn(SendQuota(max24HourSend: 200, maxSendRate: isGiven ? 14 : rate))
            let start = clock.now
            for _ in 0..<3 { try await limiter.acquire(recipients: 1) }
            let passed = start.duration(to: clock.now)
            #expect(passed >= wait * 1.9 && passed <= wait * 2.1, "\(passed)")
        }
    }

    @Test("Any number of recipients and any margin end in a wait that ends")
    func extremes() async throws {
        let clock = JumpingClock(deadline: .seconds(1e15))
        for margin in [.nan, -1, 0.04, 2, .infinity, -.infinity] {
            for rate in [nil, 1e-9, 1e9] {
                let limiter = SendRateLimiter(rate: rate, margin: margin, clock: clock)
                for _ in 0..<3 { limiter.noteThrottled() }
                for count in [Int.max, .min, .max, 0, 1, .max] { try await limiter.acquire(recipients: count) }
                try await limiter.acquire(recipients: .max, together: true)
            }
        }
    }

    @Test("A lone throttle is a message that was late: it slows down a little, once for all that were on their way")
    func loneThrottle() async throws {
        let clock = JumpingClock()
        let limiter = SendRateLimiter(rate: 100, clock: clock)
        for _ in 0..<2 {
            for _ in 0..<5 { limiter.noteThrottled() }
            #expect(limiter.rate == 95)
            let start = clock.now
            try await limiter.acquire(recipients: 1)
            #expect(start.duration(to: clock.now) == .milliseconds(300))
            limiter.noteThrottled()
            #expect(abs((limiter.rate ?? 0) - 95.6) < 0.001)
            clock.advance(by: .seconds(21))
            #expect(limiter.rate == 100)
        }
    }

    @Test(
        "Repeated throttling slows it down once for all that were on their way, and it speeds up again to the rate and no further"
    )
    func slowsDown() async throws {
        let clock = JumpingClock()
        let limiter = SendRateLimiter(rate: 100, clock: clock)
        limiter.noteThrottled()
        clock.advance(by: .seconds(10))
        for _ in 0..<5 { limiter.noteThrottled() }
        #expect(limiter.rate == 70)
        let start = clock.now
        try await limiter.acquire(recipients: 1)
        #expect(start.duration(to: clock.now) == .seconds(1))
        clock.advance(by: .seconds(4))
        #expect(abs((limiter.rate ?? 0) - 80) < 0.001)
        clock.advance(by: .seconds(60))
        #expect(limiter.rate == 100)
    }

    @Test("As long as throttling goes on, it waits longer each time, up to a minute")
    func backsOff() async throws {
        let clock = JumpingClock()
        let limiter = SendRateLimiter(rate: 100, clock: clock)
        var waits: [Duration] = []
        for _ in 0..<9 {
            limiter.noteThrottled()
            let start = clock.now
            try await limiter.acquire(recipients: 1)
            waits.append(start.duration(to: clock.now))
            clock.advance(by: .seconds(1))
        }
        #expect(waits == [.milliseconds(300)] + [1, 2, 4, 8, 16, 32, 60, 60].map { .seconds($0) })
        #expect(try #require(limiter.rate) >= 5)
    }

    @Test("Without a known limit it takes the rate at which it was throttled as one, and raises it little by little")
    func unlimited() async throws {
        let clock = JumpingClock()
        let limiter = SendRateLimiter(clock: clock)
        limiter.learn(SendQuota(max24HourSend: -1, maxSendRate: -1))
        for _ in 0..<200 { try await limiter.acquire(recipients: 1) }
        #expect(limiter.rate == nil)
        limiter.noteThrottled()
        #expect(limiter.rate == 140)
        clock.advance(by: .seconds(100))
        #expect(abs((limiter.rate ?? 0) - 540) < 0.001)
    }

    @Test("A late throttle, when nothing was sent for a while, doesn't take an unlimited account for a slow one")
    func lateThrottle() async throws {
        let clock = JumpingClock()
        let limiter = SendRateLimiter(clock: clock)
        limiter.learn(SendQuota(max24HourSend: -1, maxSendRate: -1))
        for _ in 0..<200 { try await limiter.acquire(recipients: 1) }
        limiter.noteThrottled()
        clock.advance(by: .milliseconds(1050))
        limiter.noteThrottled()
        #expect((limiter.rate ?? 0) > 90)
    }

    @Test("Those who wait get through in the order they came, and one who gives up costs nothing")
    func order() async throws {
        let clock = ManualClock()
        let limiter = SendRateLimiter(rate: 1, margin: 0, clock: clock)
        try await limiter.acquire(recipients: 1)
        let order = Shared<[Int]>([])
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<4 {
            tasks.append(
                Task {
                    try await limiter.acquire(recipients: 1)
                    order.change { $0.append(number) }
                })
            await yieldOften()
        }
        tasks[1].cancel()
        await #expect(throws: CancellationError.self) { try await tasks[1].value }
        for second in 1...3 {
            while clock.sleeperCount == 0 { await Task.yield() }
            clock.advance(by: .seconds(1))
            while order.value.count < second { await Task.yield() }
        }
        for task in [tasks[0], tasks[2], tasks[3]] { try await task.value }
        #expect(order.value == [0, 2, 3])
    }
}
