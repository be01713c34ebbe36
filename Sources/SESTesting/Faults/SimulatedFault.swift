/// Something that goes wrong on the way to the service, in it, or on the way back.
public struct SimulatedFault: Hashable, Sendable {
    enum Effect: Hashable {
        case answer(status: Int, name: String?, message: String?)
        case refused
        case reset(processed: Bool)
        case timeout(processed: Bool)
        case slow(Duration)
        case garbled
        case held(SimulatedGate, processed: Bool)
    }

    let effect: Effect

    /// The service refuses for too many requests: HTTP 429, "Maximum sending rate exceeded.".
    public static let throttle = Self(
        effect: .answer(
            status: 429, name: "TooManyRequestsException", message: "Maximum sending rate exceeded."))

    /// The service says that the day's quota is used up: HTTP 429, "Daily message quota exceeded".
    public static let dailyQuotaExceeded = Self(
        effect: .answer(status: 429, name: "TooManyRequestsException", message: "Daily message quota exceeded"))

    /// The service fails without doing anything.
    ///
    /// - Parameter status: The HTTP status, 500 to 599; 500 by default and for any other number.
    public static func serviceFailure(status: Int = 500) -> Self {
        let status = (500...599).contains(status) ? status : 500
        return Self(effect: .answer(status: status, name: status == 500 ? "InternalFailure" : nil, message: nil))
    }

    /// The service refuses the call without doing anything.
    ///
    /// - Parameters:
    ///   - name: The error's name, such as `AccountSuspendedException` or `AccessDeniedException`.
    ///   - status: The HTTP status, 400 to 499; 400 by default and for any other number.
    ///   - message: The service's words; nil for none.
    public static func refusal(_ name: String, status: Int = 400, message: String? = nil) -> Self {
        let status = (400...499).contains(status) ? status : 400
        return Self(effect: .answer(status: status, name: name, message: message))
    }

    /// The connection is refused: the service sees nothing.
    public static let connectionRefused = Self(effect: .refused)

    /// The connection breaks before an answer arrives.
    ///
    /// - Parameter processed: Whether the service had done its work by then; a mail is then sent.
    public static func connectionReset(processed: Bool) -> Self {
        Self(effect: .reset(processed: processed))
    }

    /// No answer arrives until the client's deadline; the simulator's clock moves that far.
    ///
    /// - Parameter processed: Whether the service did its work; a mail is then sent.
    public static func timeout(processed: Bool) -> Self {
        Self(effect: .timeout(processed: processed))
    }

    /// The answer takes a while; the simulator's clock moves that far.
    ///
    /// - Parameter duration: How long it takes.
    public static func slow(_ duration: Duration) -> Self {
        Self(effect: .slow(duration))
    }

    /// A gate holds the call up until it is opened, for tests of cancellation and shutdown.
    ///
    /// The simulator's clock stands still meanwhile, so a call's deadline comes only if the test moves the clock. A
    /// call that is cancelled, or whose time is over, ends at once; one that was held before the service had it is
    /// then never seen by the service.
    ///
    /// - Parameters:
    ///   - gate: What holds it; several calls and faults may share one.
    ///   - processed: Whether it is the answer that is held, so that the service has done its work by then; else the
    ///     request is.
    public static func hold(until gate: SimulatedGate, processed: Bool = false) -> Self {
        Self(effect: .held(gate, processed: processed))
    }

    /// The service does its work, but its answer arrives with a body that can't be read.
    public static let garbledBody = Self(effect: .garbled)
}
