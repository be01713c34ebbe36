package import SESSigning

/// How one attempt failed, and what that says about another.
package struct FailedAttempt {
    /// Why the same request may succeed a little later.
    package enum Hope {
        case throttled
        case transient
        case timedOut
    }

    /// What the call throws if it isn't attempted again.
    package let error: SESv2Error
    /// nil if repeating doesn't help.
    package let hope: Hope?
    /// Whether it is certain that the service hasn't accepted the call.
    package let isSurelyNotAccepted: Bool
    /// The answer's header, if there was an answer.
    package let headers: AWSHTTPHeaders?

    /// What repeating costs of the client's ``RetryQuota``.
    package var cost: Int { hope == .timedOut ? RetryQuota.timeoutCost : RetryQuota.cost }

    /// Whether the call may be repeated after a wait.
    package func allowsRepetition(isIdempotent: Bool, _ options: RetryOptions) -> Bool {
        switch hope {
        case nil: false
        case .throttled: options.repeatsThrottled
        case .transient, .timedOut: isIdempotent || isSurelyNotAccepted || options.repeatsSendsOfUnknownOutcome
        }
    }
}

// MARK: Answers

extension FailedAttempt {
    /// HTTP statuses that AWS's standard mode takes for passing.
    private static let transientStatuses: Set = [500, 502, 503, 504]

    /// An answer of the service that isn't a success.
    package init(_ response: AWSHTTPResponse, isIdempotent: Bool) {
        let answer = ServiceError(response)
        error = answer.error(isIdempotent: isIdempotent)
        headers = response.headers
        // 503 says "not now" before any work was done.
        isSurelyNotAccepted = error.code == .throttled || response.status == 503
        hope =
            switch error.code {
            // AWS's list has LimitExceededException among the throttles; SES means the number of things by it.
            case .limitExceeded, .dailyQuotaExceeded: nil
            case .throttled: .throttled
            default: answer.isTimeout || Self.transientStatuses.contains(response.status) ? .transient : nil
            }
    }

    /// Whether the answer blames the date of the signature, now that more is known of the service's clock.
    ///
    /// - Parameters:
    ///   - signedWith: The skew that the request's date was corrected by.
    ///   - skew: The skew that is known now.
    package func blamesClock(signedWith: Double, now skew: Double) -> Bool {
        guard skew != signedWith else { return false }
        if let name = error.serviceCode, Self.clockErrors.contains(name) { return true }
        // A minute less than the five that a signature lives.
        return error.httpStatus == 403 && abs(skew - signedWith) >= 240
    }

    /// AWS: the errors that its SDKs take for a clock that is wrong.
    private static let clockErrors: Set = [
        "AuthFailure", "InvalidSignatureException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed",
        "SignatureDoesNotMatch",
    ]
}

// MARK: No answer

extension FailedAttempt {
    /// What a transport threw.
    ///
    /// One that throws something of its own doesn't say that nothing was sent, nor does one that was cancelled.
    package init(_ thrown: any Error, isIdempotent: Bool) {
        let message = thrown is CancellationError ? "the call was cancelled" : "the transport failed"
        let failure =
            thrown as? HTTPTransportError
            ?? HTTPTransportError(
                .connectionLost, requestMayHaveBeenSent: true, message: message, underlyingError: thrown)
        error = Self.error(failure, isIdempotent: isIdempotent)
        headers = nil
        isSurelyNotAccepted = !failure.requestMayHaveBeenSent
        hope =
            switch failure.kind {
            case .connectionFailed, .connectionLost: .transient
            case .timedOut: .timedOut
            default: nil
            }
    }

    private static func error(_ failure: HTTPTransportError, isIdempotent: Bool) -> SESv2Error {
        guard isIdempotent || !failure.requestMayHaveBeenSent else {
            let message = "it isn't known whether the call was accepted: \(failure.message)"
            return SESv2Error(.outcomeUnknown, message: message, underlyingError: failure)
        }
        let code: SESv2Error.Code =
            switch failure.kind {
            case .timedOut: .timedOut
            case .connectionFailed: .connectionFailed
            case .invalidRequest: .invalidRequest
            case .responseTooLarge: .unreadableResponse
            default: .connectionLost
            }
        return SESv2Error(code, message: failure.message, underlyingError: failure)
    }
}
