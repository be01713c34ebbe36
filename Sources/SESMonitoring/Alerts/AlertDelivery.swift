import SESClient
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Gets a message to a place that may be busy or away for a moment.
///
/// It is attempted up to four times: after HTTP 429, 500 and above, and where there was no answer. A place that was reached and didn't
/// answer in time may have taken the message, and gets it again. Redirects aren't followed: they are refusals.
struct AlertDelivery: Sendable {
    static let attempts = 4
    /// How long one attempt may take.
    static let limit = Duration.seconds(30)
    /// The longest that `Retry-After` can make it wait.
    static let longestWait = Duration.seconds(120)
    private static let responseBytes = 64 << 10

    /// What the place is called in errors, such as `Slack`.
    let place: String
    let transport: any HTTPTransport
    let clock: any Clock<Duration>
    let random: @Sendable () -> Double

    /// Sends a message.
    ///
    /// - Parameters:
    ///   - reason: What of a refusal's body may be told.
    ///   - request: Makes the request of each attempt.
    /// - Throws: ``SESMonitoringError`` with the code `notDelivered`; `CancellationError`.
    func send(
        reason: (AWSHTTPResponse) -> String? = { _ in nil },
        _ request: () async throws -> AWSHTTPRequest
    ) async throws {
        var attempt = 1
        while true {
            let (failure, wait) = try await outcome(of: try await request(), attempt, reason)
            guard let failure else { return }
            guard let wait, attempt < Self.attempts else {
                let times = attempt > 1 ? " (\(attempt) attempts)" : ""
                throw SESMonitoringError(.notDelivered, message: "\(place) \(failure)\(times)")
            }
            attempt += 1
            try await clock.sleep(for: wait)
        }
    }

    /// What came of one attempt: nil if it succeeded, else what is said of it, and how long to wait before another, if that may help.
    private func outcome(
        of request: AWSHTTPRequest, _ attempt: Int, _ reason: (AWSHTTPResponse) -> String?
    ) async throws -> (failure: String?, wait: Duration?) {
        let response: AWSHTTPResponse
        do {
            response = try await exchange(request)
        } catch let error as HTTPTransportError {
            let mayPass = [.connectionFailed, .connectionLost, .timedOut].contains(error.kind)
            // Neither its text nor the error below it: a system's own errors hold the address.
            return ("gave no answer: \(error.kind)", mayPass ? backoff(attempt) : nil)
        } catch {
            try Task.checkCancellation()
            return ("gave no answer: the transport failed", nil)
        }
        switch response.status {
        case 200..<300: return (nil, nil)
        case 429:
            let asked = Self.seconds(response.headers["Retry-After"]) ?? .zero
            return ("answered 429", max(min(asked, Self.longestWait), backoff(attempt)))
        case 500...: return ("answered \(response.status)", backoff(attempt))
        default:
            let words = reason(response).map { ": \($0)" } ?? ""
            return ("refused with \(response.status)\(words)", nil)
        }
    }

    private func exchange(_ request: AWSHTTPRequest) async throws -> AWSHTTPResponse {
        let limits = TransportLimits(total: Self.limit, responseBytes: Self.responseBytes)
        return try await Alarms.on(clock).race(within: Self.limit) { [transport] in
            try await transport.execute(request, limits: limits)
        } late: {
            throw HTTPTransportError(.timedOut, requestMayHaveBeenSent: true, message: "no answer in time")
        }
    }

    /// A random part, half at least, of 1, 2 and 4 seconds.
    private func backoff(_ attempt: Int) -> Duration {
        let drawn = random()
        let fraction = drawn.isNaN ? 1 : min(max(drawn, 0), 1)
        return .seconds(1 << min(max(attempt - 1, 0), 3)) * (0.5 + fraction / 2)
    }

    /// A whole number of seconds of at most six digits; a date counts as nothing.
    private static func seconds(_ text: String?) -> Duration? {
        guard let text, (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text).map { .seconds($0) }
    }
}
