import SESSigning
import SESValues

/// One call: its attempts, the waits between them, and the time they may take in all.
struct Call {
    /// What to do before the next attempt.
    private struct Repetition {
        var delay: Duration
        /// What to sign it with; nil to ask for.
        var credentials: AWSCredentials?
    }

    /// What is tried only once in a call.
    private enum Remedy { case clock, credentials }

    let client: SESv2Client
    let identity: ObservedCall
    let target: CallTarget
    /// The request without date, signature and number of the attempt.
    let request: AWSHTTPRequest
    let stopwatch: Stopwatch

    /// How many requests were given to the transport.
    private(set) var attempts = 0
    /// The service's id of the last request that it answered.
    private var requestID: String?
    private var triedRemedies: Set<Remedy> = []
    /// What was last taken from the quota.
    private var spent = RetryQuota.refund
    /// The failure of an attempt that may have been accepted, and was repeated all the same.
    private var doubt: SESv2Error?

    init(_ client: SESv2Client, _ identity: ObservedCall, _ target: CallTarget, _ request: AWSHTTPRequest) {
        self.client = client
        self.identity = identity
        self.target = target
        self.request = request
        stopwatch = Stopwatch(client.parts.configuration.clock)
    }

    /// What is left of the time for the whole call.
    var remaining: Duration { client.parts.configuration.deadline - stopwatch.elapsed }

    /// Attempts the call until there is a success, or a failure that isn't repeated.
    ///
    /// - Returns: An answer with a status of success.
    /// - Throws: What is known of the failure; give it to ``ended(with:)``.
    mutating func response() async throws -> AWSHTTPResponse {
        var given: AWSCredentials?
        while true {
            let credentials = if let given { given } else { try await inquiry.credentials(within: remaining) }
            guard remaining > .zero else {
                throw SESv2Error(.timedOut, message: "the call's deadline passed before it could be sent")
            }
            // Here for the last time: what a transport was given may be on its way.
            try Task.checkCancellation()
            let attempt = try Attempt(attempts + 1, of: self, signedWith: credentials)
            attempts += 1
            let (result, duration) = await attempt.result()
            switch result {
            case .success(let response) where (200..<300).contains(response.status):
                client.retryQuota.giveBack(spent)
                observe(.succeeded, response, duration)
                return response
            case .success(let response):
                let failure = FailedAttempt(response, isIdempotent: identity.isIdempotent)
                given = try await prepareRepetition(after: failure, of: attempt, response, duration)
            case .failure(let error as CancellationError) where identity.isIdempotent:
                observe(.cancelled, nil, duration)
                throw error
            case .failure(let error):
                let failure = FailedAttempt(error, isIdempotent: identity.isIdempotent)
                given = try await prepareRepetition(after: failure, of: attempt, nil, duration)
            }
        }
    }

    private var inquiry: CredentialInquiry {
        CredentialInquiry(provider: client.credentialProvider, alarms: client.alarms)
    }

    /// Waits until the call may be attempted again; throws if it may not.
    ///
    /// - Returns: What to sign the next attempt with; nil to ask for.
    private mutating func prepareRepetition(
        after failure: FailedAttempt, of attempt: Attempt, _ response: AWSHTTPResponse?, _ duration: Duration
    ) async throws -> AWSCredentials? {
        let outcome = ObservedOutcome.failed(failure.error.code)
        if failure.error.code == .outcomeUnknown { doubt = failure.error }
        let repetition: Repetition?
        do {
            repetition = try await self.repetition(after: failure, of: attempt)
        } catch {
            observe(outcome, response, duration)
            throw error
        }
        observe(outcome, response, duration, repeatsAfter: repetition?.delay)
        guard let repetition else { throw failure.error }
        if repetition.delay > .zero { try await client.parts.configuration.clock.sleep(for: repetition.delay) }
        try Task.checkCancellation()
        return repetition.credentials
    }

    /// What to do before the next attempt; nil if there is none.
    ///
    /// - Throws: `CancellationError` if there would be one but for that.
    private mutating func repetition(
        after failure: FailedAttempt, of attempt: Attempt
    ) async throws -> Repetition? {
        let options = client.parts.configuration.retry
        guard attempts < options.maxAttempts else { return nil }
        // A request whose signature was refused was surely not accepted, so these two hold for sends as well.
        if failure.blamesClock(signedWith: attempt.skew, now: client.knownSkew),
            triedRemedies.insert(.clock).inserted
        {
            try Task.checkCancellation()
            return Repetition(delay: .zero)
        }
        if failure.error.code == .credentialsExpired, triedRemedies.insert(.credentials).inserted {
            let fresh = try await inquiry.credentials(inPlaceOf: attempt.credentials, within: remaining)
            return fresh.map { Repetition(delay: .zero, credentials: $0) }
        }
        guard failure.allowsRepetition(isIdempotent: identity.isIdempotent, options) else { return nil }
        let delay = RetryDelay.after(
            attempt: attempts, fraction: client.parts.configuration.random(), headers: failure.headers)
        guard delay < remaining else { return nil }
        try Task.checkCancellation()
        guard client.retryQuota.take(failure.cost) else { return nil }
        spent = failure.cost
        return Repetition(delay: delay)
    }
}

// MARK: Beginning and end

extension Call {
    /// Tells the observers that the call begins.
    func started() {
        for observer in client.parts.configuration.observers { observer.callStarted(identity) }
    }

    /// Ends the call with a success.
    func ended() {
        end(.succeeded)
    }

    /// Ends the call with a failure.
    ///
    /// - Parameter error: What ``response()`` threw, or why its answer can't be used.
    /// - Returns: What is to be thrown.
    func ended(with error: any Error) -> any Error {
        var known = error
        if let doubt, (error as? SESv2Error)?.httpStatus.map({ (200..<300).contains($0) }) != true {
            known = doubt.repeated(and: error)
        }
        guard var error = known as? SESv2Error else {
            end(ObservedOutcome(known))
            return known
        }
        error.complete(for: identity, attempts: attempts)
        end(.failed(error.code))
        return error
    }

    private func end(_ outcome: ObservedOutcome) {
        guard !client.parts.configuration.observers.isEmpty else { return }
        let ending = ObservedEnding(
            outcome: outcome, attempts: attempts, duration: stopwatch.elapsed, requestID: requestID)
        for observer in client.parts.configuration.observers { observer.callEnded(ending, of: identity) }
    }

    private mutating func observe(
        _ outcome: ObservedOutcome, _ response: AWSHTTPResponse?, _ duration: Duration, repeatsAfter: Duration? = nil
    ) {
        guard !client.parts.configuration.observers.isEmpty else { return }
        let answered = response?.headers["x-amzn-RequestId"]
        requestID = answered ?? requestID
        let attempt = ObservedAttempt(
            number: attempts, outcome: outcome, httpStatus: response?.status, requestID: answered, duration: duration,
            repeatsAfter: repeatsAfter)
        for observer in client.parts.configuration.observers { observer.attemptEnded(attempt, of: identity) }
    }
}

extension SESv2Error {
    /// The error of an attempt that may have been accepted, after a repetition that wasn't: no later failure settles what
    /// became of the first.
    fileprivate func repeated(and failure: any Error) -> SESv2Error {
        if let failure = failure as? SESv2Error, failure.code == .outcomeUnknown { return failure }
        let words =
            switch failure {
            case let failure as SESv2Error: failure.message
            case is CancellationError: "the call was cancelled"
            default: "there were no credentials"
            }
        return SESv2Error(
            code, message: "\(message); repeated, and then: \(words)", serviceCode: serviceCode,
            serviceMessage: serviceMessage, httpStatus: httpStatus, requestID: requestID, underlyingError: failure)
    }
}
