import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One exchange of a call: signed anew, and ended when its time or the call's is over.
struct Attempt {
    let credentials: AWSCredentials
    /// By how much the request's date was corrected.
    let skew: TimeInterval

    private let client: SESv2Client
    private let request: AWSHTTPRequest
    private let limits: TransportLimits
    /// Whether it ends because the call's time is over.
    private let isCutShort: Bool

    /// Signs the request.
    ///
    /// - Parameters:
    ///   - number: The attempt's number in the call, from 1.
    ///   - call: The call.
    ///   - credentials: What to sign with.
    /// - Throws: ``SESv2Error`` if the target can't sign with these credentials.
    init(_ number: Int, of call: Call, signedWith credentials: AWSCredentials) throws {
        self.credentials = credentials
        client = call.client
        skew = client.knownSkew
        var limits = client.parts.configuration.limits
        let remaining = call.remaining
        isCutShort = remaining < limits.total
        if isCutShort { limits.total = max(remaining, .zero) }
        limits.connect = min(limits.connect, limits.total)
        self.limits = limits
        var request = call.request
        let date = client.parts.configuration.now().addingTimeInterval(skew)
        request.headers["amz-sdk-request"] = Self.mark(
            number, of: client.parts.configuration.retry.maxAttempts, from: date, limits.total)
        try call.target.sign(&request, credentials, date)
        self.request = request
    }

    /// The number of an attempt as AWS writes it; from the second on with the time when the client stops listening.
    private static func mark(_ number: Int, of maximum: Int, from date: Date, _ limit: Duration) -> String {
        let mark = "attempt=" + String(number) + "; max=" + String(maximum)
        guard number > 1 else { return mark }
        return "ttl=\(SigningTimestamp(date.addingTimeInterval(limit / .seconds(1))).text); \(mark)"
    }

    /// Makes the exchange, and learns from the answer what time it is.
    ///
    /// - Returns: What came of it, and how long it took.
    func result() async -> (Result<AWSHTTPResponse, any Error>, Duration) {
        let parts = client.parts
        let stopwatch = Stopwatch(parts.configuration.clock)
        let sent = parts.configuration.now()
        do {
            let response = try await exchange()
            let duration = stopwatch.elapsed
            if parts.configuration.correctsClockSkew {
                client.clockSkew.learn(from: response.headers, sent: sent, received: parts.configuration.now())
            }
            return (.success(response), duration)
        } catch {
            return (.failure(error), stopwatch.elapsed)
        }
    }

    /// Runs the exchange against the deadline.
    private func exchange() async throws -> AWSHTTPResponse {
        let limit = max(limits.total, limits.connect + TransportLimits.verdictTime)
        if let transport = client.timedTransport {
            do {
                return try await transport.execute(request, limits: limits, within: limit)
            } catch is ExchangeTimeOver {
                throw timeout
            }
        }
        return try await client.alarms.race(within: limit) { [transport = client.transport, request, limits] in
            try await transport.execute(request, limits: limits)
        } late: {
            throw timeout
        }
    }

    private var timeout: HTTPTransportError {
        let message =
            isCutShort
            ? "the call's deadline of \(client.parts.configuration.deadline) passed"
            : "no response within \(limits.total)"
        return HTTPTransportError(.timedOut, requestMayHaveBeenSent: true, message: message)
    }
}

extension SESv2Client {
    /// Seconds by which the service's clock is ahead, as far as it is known and counts.
    var knownSkew: TimeInterval { configuration.correctsClockSkew ? clockSkew.seconds : 0 }
}
