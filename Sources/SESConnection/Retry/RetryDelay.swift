package import SESSigning

/// How long to wait before a call is attempted again.
package enum RetryDelay {
    /// The longest wait that the client chooses itself, and the longest that `Retry-After` can ask for.
    package static let maximum = Duration.seconds(20)
    /// By how much `x-amz-retry-after` may prolong a wait.
    private static let prolongation = Duration.seconds(5)

    /// The wait after an attempt.
    ///
    /// - Parameters:
    ///   - attempt: The number of the attempt that failed, from 1.
    ///   - fraction: What was drawn for it, 0 to 1.
    ///   - headers: Those of the answer, if there was one.
    package static func after(attempt: Int, fraction: Double, headers: AWSHTTPHeaders?) -> Duration {
        // From the sixth attempt on it is the maximum; the shift is bounded with it.
        let ceiling = min(.seconds(1 << min(max(attempt - 1, 0), 5)), maximum)
        let drawn = ceiling * (fraction.isNaN ? 1 : min(max(fraction, 0), 1))
        if let asked = headers?["x-amz-retry-after"].flatMap(number) {
            return max(drawn, min(.milliseconds(asked), drawn + prolongation))
        }
        if let asked = headers?["Retry-After"].flatMap(number) {
            return max(drawn, min(.seconds(asked), maximum))
        }
        return drawn
    }

    /// A whole number of at most nine digits; what else a proxy may write, such as a date, is passed over.
    private static func number(_ text: String) -> Int? {
        let digits = text.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
        guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
