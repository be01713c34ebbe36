import Hummingbird
import Logging
import SESClient
import Synchronization

/// What the service did.
final class Counts: Sendable {
    private struct State {
        var events = 0
        var accepted = 0
        var refusals = 0
        var certificates = 0
        var issuers = 0
        var unknownCertificates = 0
        var elsewhere = 0
    }

    private let state = Mutex(State())

    func add(events count: Int) { state.withLock { $0.events += count } }
    func addAccepted() { state.withLock { $0.accepted += 1 } }
    func addRefusal() { state.withLock { $0.refusals += 1 } }

    /// Notes a request that left the webhook; returns whether it may.
    func mayLeave(_ request: AWSHTTPRequest, certificateURL: String) -> Bool {
        state.withLock { state in
            if request.method == "GET", request.url == certificateURL {
                state.certificates += 1
                return true
            }
            if request.method == "GET", request.url == "http://crt.simulated.amazontrust.com/simulated.cer" {
                state.issuers += 1
                return true
            }
            // Whoever knows a topic can name a certificate that SNS doesn't have.
            if request.method == "GET", certificateURL.hasPrefix("https://\(request.host)/"), request.scheme == "https",
                request.path.hasPrefix("/SimpleNotificationService-"), request.query == nil, request.port == nil
            {
                state.unknownCertificates += 1
            } else {
                state.elsewhere += 1
            }
            return false
        }
    }

    var json: String {
        state.withLock {
            """
            {"events": \($0.events), "accepted": \($0.accepted), "refusals": \($0.refusals), \
            "certificates": \($0.certificates), "issuers": \($0.issuers), \
            "unknownCertificates": \($0.unknownCertificates), "elsewhere": \($0.elsewhere)}
            """
        }
    }
}

/// Leads to simulated SNS for its certificates, and nowhere else.
struct WatchedTransport: HTTPTransport {
    let transport: any HTTPTransport
    let certificateURL: String
    let counts: Counts

    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        guard counts.mayLeave(request, certificateURL: certificateURL) else { return AWSHTTPResponse(status: 404) }
        return try await transport.execute(request, limits: limits)
    }
}

/// Counts the webhooks that are answered with 200.
struct AnswerCount<Context: RequestContext>: RouterMiddleware {
    let counts: Counts

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        if request.uri.path == "/ses", response.status == .ok { counts.addAccepted() }
        return response
    }
}

/// A log whose lines are made and counted, and not printed: a refusal's text is part of the work, a file of them isn't.
struct Unprinted: LogHandler {
    let counts: Counts
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        if event.message.description.hasPrefix("refused: ") { counts.addRefusal() }
    }
}
