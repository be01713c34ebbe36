/// When so many recipients may be sent: the arithmetic of a limiter, on times that it is told.
///
/// The service counts the recipients of the last second and accepts a message as long as they are fewer than the rate; the
/// message itself may then exceed it, and is paid for by those after it. So is it done here: each message takes the time that
/// its recipients take at the rate, less a margin, and the next one waits until that has passed. Whoever comes late may catch
/// up on half the margin. For messages i to j within a second the sum of all but the last is then less than
/// rate · (1 − margin) · (1 + margin / 2), which is less than the rate.
struct RateWindow {
    /// The share of the rate that is left unused.
    let margin: Double
    /// When all that was granted is paid for; long ago to begin with.
    private var due: Duration = .seconds(-3600)
    /// What was granted in the last second; entries before ``first`` are older.
    private var granted: [(time: Duration, recipients: Int)] = []
    private var first = 0
    private var inLastSecond = 0

    init(margin: Double) {
        self.margin = margin
    }

    /// The recipients granted in the last second.
    mutating func recipientsInLastSecond(at now: Duration) -> Int {
        while first < granted.count, now - granted[first].time >= .seconds(1) {
            inLastSecond -= granted[first].recipients
            first += 1
        }
        if first > 1024 {
            granted.removeFirst(first)
            first = 0
        }
        return inLastSecond
    }

    /// How long it is until so many recipients may be sent; zero for now.
    ///
    /// - Parameters:
    ///   - recipients: How many.
    ///   - together: Whether they are several messages in one call: the service counts each, so that all must fit in.
    ///   - rate: The most recipients in a second; nil for any number.
    ///   - now: The time.
    mutating func delay(for recipients: Int, together: Bool, rate: Double?, at now: Duration) -> Duration {
        guard let rate else { return max(due - now, .zero) }
        return max(due - now, roomDelay(for: recipients, together: together, rate: rate, at: now), .zero)
    }

    /// How long it is until the last second has room.
    private mutating func roomDelay(for recipients: Int, together: Bool, rate: Double, at now: Duration) -> Duration {
        var count = recipientsInLastSecond(at: now)
        func hasRoom() -> Bool {
            together ? count == 0 || Double(count + recipients) <= rate : Double(count) < rate
        }
        guard !hasRoom() else { return .zero }
        for entry in granted[first...] {
            count -= entry.recipients
            if hasRoom() { return entry.time + .seconds(1) - now }
        }
        return .zero
    }

    /// Counts recipients that are sent now.
    mutating func grant(_ recipients: Int, rate: Double?, at now: Duration) {
        _ = recipientsInLastSecond(at: now)
        if granted.count > first, let last = granted.last, last.time == now {
            granted[granted.count - 1].recipients += recipients
        } else {
            granted.append((now, recipients))
        }
        inLastSecond += recipients
        guard let rate else { return }
        let start = max(due, now - .seconds(margin / 2))
        due = start + .seconds(Double(recipients) / (rate * (1 - margin)))
    }

    /// Grants nothing until a time.
    mutating func hold(until time: Duration) {
        due = max(due, time)
    }
}
