public import SESNames

/// Which call an observer is told of.
public struct ObservedCall: Hashable, Sendable {
    /// The operation's name in AWS's spelling, such as `SendEmail`.
    @export(implementation) public let operation: String
    /// The id the client gave the call (`amz-sdk-invocation-id`); all its attempts have it.
    @export(implementation) public let invocationID: String
    /// The configuration set that the input names; nil if it names none.
    @export(implementation) public let configurationSet: ConfigurationSetName?
    /// Whether it may be repeated freely; false for the sends.
    @export(implementation) public let isIdempotent: Bool

    /// Creates one, for the tests of an observer.
    public init(
        operation: String, invocationID: String, configurationSet: ConfigurationSetName? = nil, isIdempotent: Bool
    ) {
        self.operation = operation
        self.invocationID = invocationID
        self.configurationSet = configurationSet
        self.isIdempotent = isIdempotent
    }
}

/// How an attempt or a call ended.
@nonexhaustive
public enum ObservedOutcome: Hashable, Sendable, CustomStringConvertible {
    /// With the service's answer.
    case succeeded
    /// With an error of this code.
    case failed(SESv2Error.Code)
    /// Its task was cancelled before anything could be on its way, or it was no send.
    case cancelled
    /// With an error that isn't this library's, such as one of a credential provider.
    case failedOtherwise

    /// A label of which there are few: `succeeded`, `cancelled`, `failedOtherwise` or the code's name.
    public var description: String {
        switch self {
        case .succeeded: "succeeded"
        case .failed(let code): code.description
        case .cancelled: "cancelled"
        case .failedOtherwise: "failedOtherwise"
        }
    }

    package init(_ error: any Error) {
        switch error {
        case let error as SESv2Error: self = .failed(error.code)
        case is CancellationError: self = .cancelled
        default: self = .failedOtherwise
        }
    }
}

/// How one attempt of a call went.
public struct ObservedAttempt: Hashable, Sendable {
    /// Its number, from 1.
    @export(implementation) public let number: Int
    /// How it ended.
    @export(implementation) public let outcome: ObservedOutcome
    /// The HTTP status; nil if there was no answer.
    @export(implementation) public let httpStatus: Int?
    /// The service's id of the request, for AWS support.
    @export(implementation) public let requestID: String?
    /// From sending the request to its end, on the client's clock.
    @export(implementation) public let duration: Duration
    /// How long the client waits before it attempts the call again; nil if it doesn't.
    @export(implementation) public let repeatsAfter: Duration?

    /// Creates one, for the tests of an observer.
    public init(
        number: Int, outcome: ObservedOutcome, httpStatus: Int? = nil, requestID: String? = nil, duration: Duration,
        repeatsAfter: Duration? = nil
    ) {
        self.number = number
        self.outcome = outcome
        self.httpStatus = httpStatus
        self.requestID = requestID
        self.duration = duration
        self.repeatsAfter = repeatsAfter
    }
}

/// How a call ended.
public struct ObservedEnding: Hashable, Sendable {
    /// How it ended.
    @export(implementation) public let outcome: ObservedOutcome
    /// How many attempts were made; 0 if nothing was sent.
    @export(implementation) public let attempts: Int
    /// From its beginning to its end, waits included, on the client's clock.
    @export(implementation) public let duration: Duration
    /// The service's id of the last request that it answered, for AWS support; nil if there was no answer.
    @export(implementation) public let requestID: String?

    /// Creates one, for the tests of an observer.
    public init(outcome: ObservedOutcome, attempts: Int, duration: Duration, requestID: String? = nil) {
        self.outcome = outcome
        self.attempts = attempts
        self.duration = duration
        self.requestID = requestID
    }
}
