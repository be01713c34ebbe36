#if LoggingSupport
public import Logging
import SESNames

/// Logs the calls of a client with swift-log.
///
/// | level | what |
/// |---|---|
/// | `debug` | a call is over |
/// | `info` | an attempt failed and will be repeated: the caller learns of it in no other way |
/// | `trace` | a call begins; any other attempt is over |
///
/// A failure is thrown to the caller, who knows how bad it is; so nothing is logged above `info`, and how often something is
/// repeated is bounded by the client's quota for it. The texts are constant. The metadata are `aws.operation`,
/// `aws.invocation_id`, `aws.request_id`, `ses.configuration_set`, `ses.outcome`, `ses.attempts` or `ses.attempt`,
/// `ses.duration` and `ses.repeats_after` in seconds, and `http.response.status_code`; none holds an address or content.
///
/// ```swift
/// let configuration = SESv2Client.Configuration(observers: [SESCallLogger()])
/// ```
///
/// Needs the `LoggingSupport` trait.
public struct SESCallLogger: SESCallObserver {
    private let given: Logger?

    /// Creates an observer.
    ///
    /// - Parameter logger: What it logs to; nil for the logger of the task that makes the call (`Logger.current`), so that
    ///   a request's metadata stand beside those of its calls.
    public init(logger: Logger? = nil) {
        given = logger
    }

    private var logger: Logger { given ?? .current }

    /// Logs that a call begins.
    public func callStarted(_ call: ObservedCall) {
        logger.trace("SES call begins", metadata: metadata(of: call))
    }

    /// Logs how an attempt ended.
    public func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {
        var metadata: Logger.Metadata {
            var metadata = self.metadata(of: call)
            metadata["ses.attempt"] = "\(attempt.number)"
            metadata["ses.outcome"] = "\(attempt.outcome)"
            metadata["ses.duration"] = "\(attempt.duration / .seconds(1))"
            metadata["http.response.status_code"] = attempt.httpStatus.map { "\($0)" }
            metadata["aws.request_id"] = attempt.requestID.map { "\($0)" }
            metadata["ses.repeats_after"] = attempt.repeatsAfter.map { "\($0 / .seconds(1))" }
            return metadata
        }
        if attempt.repeatsAfter != nil {
            logger.info("SES attempt failed and will be repeated", metadata: metadata)
        } else {
            logger.trace("SES attempt ended", metadata: metadata)
        }
    }

    /// Logs how a call ended.
    public func callEnded(_ ending: ObservedEnding, of call: ObservedCall) {
        var metadata: Logger.Metadata {
            var metadata = self.metadata(of: call)
            metadata["ses.attempts"] = "\(ending.attempts)"
            metadata["ses.outcome"] = "\(ending.outcome)"
            metadata["ses.duration"] = "\(ending.duration / .seconds(1))"
            metadata["aws.request_id"] = ending.requestID.map { "\($0)" }
            return metadata
        }
        logger.debug("SES call ended", metadata: metadata)
    }

    private func metadata(of call: ObservedCall) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "aws.operation": "\(call.operation)", "aws.invocation_id": "\(call.invocationID)",
        ]
        metadata["ses.configuration_set"] = call.configurationSet.map { "\($0.rawValue)" }
        return metadata
    }
}
#endif
