import Foundation
public import SESSigning

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Carries requests with `URLSession`: the transport that needs nothing but Foundation.
///
/// It is the ``DefaultTransport`` unless the `AsyncHTTPClientSupport` trait is on.
///
/// It follows no redirect, keeps no cookies, caches nothing, and checks the server's certificate the system's way.
/// On Linux `URLSession` cuts its own time-outs to whole seconds and reports cancellation as an error of its own, so
/// deadlines and cancellation are handled here; a session holds threads, so there is one for the process: ``shared``.
/// A request with a body is never repeated; one without may be, by libcurl, when a kept connection ends under it. At most
/// 256 exchanges with one host run at a time; one that waits for its turn counts as connecting.
///
/// FoundationNetworking of Swift 6.3 ends the process when a connection closes within a response's head
/// (swiftlang/swift-corelibs-foundation#5285); `AsyncHTTPClientTransport` takes that as a lost connection.
public final class URLSessionTransport: HTTPTransport, TimedTransport {
    /// The process's one transport.
    public static let shared = URLSessionTransport()

    private let session: URLSession
    private let exchanges: ExchangeRegistry

    private init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        // Else the cookies of each answer are looked for, without a place to keep them.
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.httpMaximumConnectionsPerHost = 256
        // Longer than any deadline a caller sets: theirs is the one that counts.
        configuration.timeoutIntervalForRequest = 24 * 3600
        exchanges = ExchangeRegistry()
        #if canImport(FoundationNetworking)
        let queue: OperationQueue? = DelegateQueue()
        #else
        let queue: OperationQueue? = nil
        #endif
        session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: queue)
    }

    /// Sends a request and returns its response.
    ///
    /// - Parameters:
    ///   - request: The signed request.
    ///   - limits: What the exchange may take; the connect limit covers requests with a body.
    /// - Throws: ``HTTPTransportError``, or `CancellationError`.
    public func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        try await execute(request, limits: limits, within: nil)
    }

    package func execute(
        _ request: AWSHTTPRequest, limits: TransportLimits, within time: Duration?
    ) async throws -> AWSHTTPResponse {
        try Task.checkCancellation()
        let task = session.dataTask(with: try Self.urlRequest(request))
        let exchange = Exchange(of: task, hasBody: !request.body.isEmpty, limits: limits)
        exchanges.add(exchange, for: task)
        let alarms = Alarms.system
        let alarm = alarms.set(
            for: request.body.isEmpty ? nil : limits.connect, { exchange.passConnectLimit() }, within: time,
            { exchange.passDeadline() })
        defer {
            if let alarm { alarms.cancel(alarm) }
            exchanges.remove(task)
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                exchange.wait(continuation)
                task.resume()
            }
        } onCancel: {
            exchange.end(CancellationError())
        }
    }

    private static func urlRequest(_ request: AWSHTTPRequest) throws -> URLRequest {
        var result = URLRequest(url: try request.checkSendable())
        result.httpMethod = request.method
        result.httpShouldHandleCookies = false
        if !request.body.isEmpty { result.httpBody = request.body }
        // All at once: added one by one, each is compared with all that are there.
        var fields: [String: String] = [:]
        for field in request.headers.fields where !field.isNamed("host") {
            fields[field.name] = fields[field.name].map { "\($0),\(field.value)" } ?? field.value
        }
        result.allHTTPHeaderFields = fields
        return result
    }
}
