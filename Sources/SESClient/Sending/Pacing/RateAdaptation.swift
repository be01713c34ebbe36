/// How fast an account may send: what it was learned to be, less what throttling has taught.
///
/// Throttling cuts the rate to 70 %, and every second after that gives back 2 % of what was learned. A lone throttle at a known
/// rate cuts it to 95 % only: some message was held up on its way and met those after it, which is over when it is told.
struct RateAdaptation {
    /// What is known of the account's rate.
    enum Knowledge: Equatable {
        /// Nothing: ``assumedRate`` is taken.
        case unknown
        case limited(Double)
        case unlimited
    }

    /// The rate that AWS gives most accounts to begin with, once they are out of the sandbox.
    static let assumedRate = 14.0

    private static let cut = 0.7
    private static let leastShare = 0.05
    private static let recoveryPerSecond = 0.02
    private static let longestPause = 60.0
    /// How long there was no throttling before one that is lone, and what it leads to.
    private static let loneAfter = 20.0
    private static let loneCut = 0.95
    private static let lonePause = 0.3

    private(set) var knowledge: Knowledge
    /// What the shares are of, where the account's rate has no limit: the rate at which it was throttled.
    private var measured: Double?
    private var lastCut: (time: Duration, share: Double, pause: Double)?

    init(_ knowledge: Knowledge) {
        self.knowledge = knowledge
    }

    /// Takes what was learned; what throttling has taught stays.
    mutating func learn(_ knowledge: Knowledge) {
        self.knowledge = knowledge
    }

    /// The most recipients in a second; nil for any number.
    func rate(at now: Duration) -> Double? {
        switch knowledge {
        case .unknown: Self.assumedRate * min(share(at: now), 1)
        case .limited(let rate): rate * min(share(at: now), 1)
        case .unlimited: measured.map { $0 * share(at: now) }
        }
    }

    private func share(at now: Duration) -> Double {
        guard let lastCut else { return 1 }
        return lastCut.share + Self.recoveryPerSecond * ((now - lastCut.time) / .seconds(1))
    }

    /// Slows down, unless it did so just now: calls that were under way together are throttled together.
    ///
    /// - Parameters:
    ///   - recipients: What was sent in the last second.
    ///   - now: The time.
    /// - Returns: How long to send nothing at all; longer each time, when slowing down didn't help.
    mutating func slowDown(after recipients: Int, at now: Duration) -> Duration {
        let since = lastCut.map { (now - $0.time) / .seconds(1) } ?? .infinity
        var pause = 1.0
        if let lastCut {
            guard since >= max(lastCut.pause, 1) else { return .zero }
            if since < lastCut.pause + 5 { pause = min(max(lastCut.pause * 2, 1), Self.longestPause) }
        }
        let share: Double
        switch knowledge {
        case .unlimited:
            // Late throttles come when nothing was sent for a while: then the rate of the time says more.
            measured = max(Double(recipients), rate(at: now) ?? 0, 1)
            share = Self.cut
        case .limited where since >= (lastCut?.pause ?? 0) + Self.loneAfter:
            share = min(self.share(at: now), 1) * Self.loneCut
            pause = Self.lonePause
        case .limited, .unknown:
            share = max(min(self.share(at: now), 1) * Self.cut, Self.leastShare)
        }
        lastCut = (now, share, pause)
        return .seconds(pause)
    }
}
