/// How a client repeats what failed; names and numbers are those of the AWS SDKs' standard mode.
///
/// A call that may be repeated is, after throttling, a failure of the service or of the connection. A send is repeated
/// only when it was surely not accepted: throttled, HTTP 503, or no connection. See ``SESv2Client/execute(_:)``.
///
/// AWS: "Retry behavior" in the AWS SDKs and Tools Reference Guide.
public struct RetryOptions: Hashable, Sendable {
    /// How waits are chosen and how much repeating is too much; AWS: `retry_mode`.
    @nonexhaustive
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// A random part of 1, 2, 4 … 20 seconds, and a budget of repetitions that all calls of a client share.
        case standard
    }

    /// The mode; only ``Mode/standard`` is there.
    @export(implementation) public var mode: Mode
    /// How often a call is attempted in all, 1 or more; 3 by default.
    ///
    /// Less than 1 counts as 1. AWS: `max_attempts`.
    public var maxAttempts: Int {
        didSet { maxAttempts = max(maxAttempts, 1) }
    }
    /// Whether a send that may have been accepted is repeated like any other call; false by default.
    ///
    /// **With true the same mail may go out twice**, or as often as there are attempts. Without it such a send throws
    /// ``SESv2Error/Code/outcomeUnknown`` at once.
    @export(implementation) public var repeatsSendsOfUnknownOutcome: Bool

    /// Whether throttled calls are repeated; not where a pace above the call does it.
    package var repeatsThrottled = true

    /// One attempt for each call, and nothing is repeated.
    public static let off = RetryOptions(maxAttempts: 1)

    /// Creates options.
    ///
    /// - Parameters:
    ///   - mode: How waits are chosen.
    ///   - maxAttempts: How often a call is attempted in all; less than 1 counts as 1.
    ///   - repeatsSendsOfUnknownOutcome: Whether a send that may have been accepted is repeated: it may mail twice.
    public init(mode: Mode = .standard, maxAttempts: Int = 3, repeatsSendsOfUnknownOutcome: Bool = false) {
        self.mode = mode
        self.maxAttempts = max(maxAttempts, 1)
        self.repeatsSendsOfUnknownOutcome = repeatsSendsOfUnknownOutcome
    }
}
