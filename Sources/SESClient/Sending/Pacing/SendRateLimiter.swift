public import SESValues
import Synchronization

/// Paces sends to what the account's quota allows, counting recipients as the service does.
///
/// A message takes the time of its recipients, evenly and without bursts. One with more recipients than the rate is let through
/// when its turn comes, and those after it wait the longer. When the service throttles all the same, because another process
/// sends too, the limiter slows down at once and speeds up again little by little.
///
/// Runs that share one account and region should share one limiter. It can be used without a run:
///
/// ```swift
/// let limiter = SendRateLimiter()
/// limiter.learn(try await ses.getAccount().sendQuota)
/// try await limiter.acquire(recipients: email.destination.recipientCount)
/// try await ses.send(email, configurationSet: "receipts")
/// ```
public final class SendRateLimiter: Sendable {
    private struct State {
        var window: RateWindow
        var adaptation: RateAdaptation
    }

    /// Whether the rate was given and isn't to be learned.
    let isFixed: Bool
    private let clock: any Clock<Duration>
    private let stopwatch: Stopwatch
    private let turnstile = Turnstile()
    private let state: Mutex<State>

    /// Creates a limiter.
    ///
    /// - Parameters:
    ///   - rate: The most recipients in a second, more than 0; nil to learn it, and to take 14 until then.
    ///     Less than one recipient an hour counts as that, and what is no number as nil.
    ///   - margin: The share of the rate that is left unused, for calls that take unequal time on their way: 0 to 0.5.
    ///   - clock: The clock it waits on.
    public init(rate: Double? = nil, margin: Double = 0.04, clock: any Clock<Duration> = ContinuousClock()) {
        self.clock = clock
        stopwatch = Stopwatch(clock)
        let rate = rate.flatMap { $0 > 0 ? Self.held($0) : nil }
        isFixed = rate != nil
        state = Mutex(
            State(
                window: RateWindow(margin: margin.isNaN ? 0 : min(max(margin, 0), 0.5)),
                adaptation: RateAdaptation(rate.map { .limited($0) } ?? .unknown)))
    }

    /// Takes the account's rate on.
    ///
    /// A rate of -1 is no limit; one that is absent, 0, less than 0 or no number leaves the limiter with what it
    /// knows. Less than one recipient an hour counts as that: then each waits an hour for the one before. A limiter
    /// that was created with a rate keeps it.
    ///
    /// - Parameter quota: The quota of `GetAccount`.
    public func learn(_ quota: SendQuota?) {
        guard !isFixed, let rate = quota?.maxSendRate, rate > 0 || rate == -1 else { return }
        state.withLock { $0.adaptation.learn(rate == -1 ? .unlimited : .limited(Self.held(rate))) }
    }

    /// A rate that times can be reckoned with: one recipient an hour at least.
    private static func held(_ rate: Double) -> Double { min(max(rate, 1.0 / 3600), 1e9) }

    /// Waits until a message to so many recipients may be sent; those who wait get through in the order they came.
    ///
    /// - Parameter recipients: To, Cc and Bcc together; less than 1 counts as 1, and more than a million as a million.
    /// - Throws: `CancellationError`, and then nothing is counted.
    public func acquire(recipients: Int) async throws {
        try await acquire(recipients: recipients, together: false)
    }

    /// Waits until so many recipients may be sent.
    ///
    /// - Parameters:
    ///   - recipients: To, Cc and Bcc of all messages together.
    ///   - together: Whether they are several messages in one call.
    func acquire(recipients: Int, together: Bool) async throws {
        // Times are reckoned with it: no message has so many, and more would be longer than a clock can tell.
        let recipients = min(max(recipients, 1), 1_000_000)
        try await turnstile.enter()
        defer { turnstile.leave() }
        while true {
            try Task.checkCancellation()
            let delay = state.withLock { state in
                let now = stopwatch.elapsed
                let rate = state.adaptation.rate(at: now)
                let delay = state.window.delay(for: recipients, together: together, rate: rate, at: now)
                if delay == .zero { state.window.grant(recipients, rate: rate, at: now) }
                return delay
            }
            guard delay > .zero else { return }
            try await clock.sleep(for: delay)
        }
    }

    /// Slows down: call it whenever the service has throttled a send.
    ///
    /// This is the one place by which a limiter hears of throttling. Runs call it; code that sends by itself does so for an
    /// error with the code ``SESv2Error/Code/throttled``. Several calls within a second count once.
    public func noteThrottled() {
        state.withLock { state in
            let now = stopwatch.elapsed
            let pause = state.adaptation.slowDown(after: state.window.recipientsInLastSecond(at: now), at: now)
            if pause > .zero { state.window.hold(until: now + pause) }
        }
    }

    /// The most recipients it lets through in a second by now; nil for any number.
    public var rate: Double? {
        state.withLock { $0.adaptation.rate(at: stopwatch.elapsed) }
    }

    /// How many recipients one call with several messages may have to be accepted as a whole.
    var largestBatch: Int {
        guard let rate, rate < 50 else { return 50 }
        return max(Int(rate), 1)
    }
}
