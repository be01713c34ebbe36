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
public final class URLSessionTransport: HTTPTransport {
    /// The process's one transport.
    public static let shared = URLSessionTransport()

    private let session: URLSession
    private let exchanges: ExchangeRegistry

    private init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.httpMaximumConnectionsPerHost = 256
        // Longer than any deadline a caller sets: theirs is the one that counts.
        configuration.timeoutIntervalForRequest = 24 * 3600
        exchanges = ExchangeRegistry()
        session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
    }

    /// Sends a request and returns its response.
    ///
    /// - Parameters:
    ///   - request: The signed request.
    ///   - limits: What the exchange may take; the connect limit covers requests with a body.
    /// - Throws: ``HTTPTransportError``, or `CancellationError`.
    public func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        try Task.checkCancellation()
        let task = session.dataTask(with: try Self.urlRequest(request))
        let exchange = Exchange(hasBody: !request.body.isEmpty, responseBytes: limits.responseBytes)
        exchanges.add(exchange, for: task)
        let connectDeadline = request.body.isEmpty ? nil : Self.watchConnect(task, exchange, limit: limits.connect)
        defer {
            connectDeadline?.cancel()
            exchanges.remove(task)
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                exchange.wait(continuation)
                task.resume()
            }
        } onCancel: {
            exchange.finish(.failure(CancellationError()))
            task.cancel()
        }
    }

    /// Gives up if no byte of the request's body was asked for in time: then there is no connection yet.
    private static func watchConnect(
        _ task: URLSessionDataTask, _ exchange: Exchange, limit: Duration
    ) -> Task<Void, Never> {
        Task {
            guard (try? await Task.sleep(for: limit)) != nil, exchange.passConnectLimit(limit) else { return }
            task.cancel()
        }
    }

    private static func urlRequest(_ request: AWSHTTPRequest) throws -> URLRequest {
        try request.checkSendable()
        guard let url = URL(string: request.url) else { throw URLError(.badURL) }
        var result = URLRequest(url: url)
        result.httpMethod = request.method
        result.httpShouldHandleCookies = false
        if !request.body.isEmpty { result.httpBody = request.body }
        for field in request.headers.fields where field.name.lowercased() != "host" {
            result.addValue(field.value, forHTTPHeaderField: field.name)
        }
        return result
    }
}
