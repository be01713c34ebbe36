#if AsyncHTTPClientSupport
public import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
public import SESSigning
import Synchronization

/// Carries requests with async-http-client: the transport for a server that sends much.
///
/// It keeps connections for the next request (HTTP/1.1, or HTTP/2 where the server offers it), follows no redirect, keeps
/// no cookies, and always checks the server's certificate. A request is written once: neither a connection that could
/// not be made nor a kept one that ends under a request is tried again here; only one that turns out to have ended
/// before anything was written is replaced. At most 256 exchanges with one host run at a time on HTTP/1.1, or as many as a
/// client of your own allows; one that waits for its turn counts as connecting.
///
/// Needs the `AsyncHTTPClientSupport` trait, with which it is the ``DefaultTransport``. There is one for the process,
/// ``shared``, on one of SwiftNIO's own event loops; it is there until the process ends and needs no shutdown. One over a
/// client of your own, ``init(_:)``, has that client's connections, proxy and certificates.
public final class AsyncHTTPClientTransport: HTTPTransport, TimedTransport {
    /// The process's one transport.
    public static let shared = AsyncHTTPClientTransport(owning: ownClient())

    private let client: HTTPClient
    /// One loop carries thousands of sends a second, and finds the more to do each time it wakes.
    private let loop: any EventLoop
    /// Whether the client is known to follow no redirect.
    private let refusesRedirects: Bool
    /// The request that was made last, without fields and body: most have the same address, and taking that apart costs more than
    /// the rest.
    private let lastForm = Mutex<(url: String, form: HTTPClient.Request)?>(nil)

    private init(owning client: HTTPClient) {
        self.client = client
        loop = client.eventLoopGroup.next()
        refusesRedirects = true
    }

    /// Creates a transport over a client of your own, for what ``shared`` can't know: a proxy, a private authority.
    ///
    /// Connecting, TLS, the protocol and decompression are as the client was configured; its own time-outs hold beside
    /// ``TransportLimits``. It follows no redirect even where the client would, and gives one without its body. One of the client's
    /// event loops keeps the requests; their connections may be on others.
    ///
    /// Begin with ``clientConfiguration``: with async-http-client's own defaults eight sends share a host at a time, and the others wait
    /// as if connecting; and where a tracer is bootstrapped each request has a span with its path, which may hold an address.
    ///
    /// ```swift
    /// var configuration = AsyncHTTPClientTransport.clientConfiguration
    /// var tls = TLSConfiguration.makeClientConfiguration()
    /// tls.additionalTrustRoots = [.file("/etc/ssl/company.pem")]
    /// configuration.tlsConfiguration = tls
    /// let http = HTTPClient(configuration: configuration)
    /// let ses = try SESv2Client(region: .euWest1, transport: AsyncHTTPClientTransport(http))
    /// ```
    ///
    /// - Parameter client: The client; it stays yours to shut down, when no call is under way any more.
    public init(_ client: HTTPClient) {
        self.client = client
        loop = client.eventLoopGroup.next()
        refusesRedirects = false
    }

    private static func ownClient() -> HTTPClient {
        HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup.next(), configuration: clientConfiguration)
    }

    /// The configuration of ``shared``'s client, to begin one of your own with: up to 256 connections with a host, each kept for 20 idle
    /// seconds; no redirects; responses of up to 64 MiB unpacked; no spans.
    public static var clientConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            // A bound for connections that nobody waits for any more; callers are held to TransportLimits.connect.
            timeout: .init(connect: .seconds(60)),
            // Shorter than servers keep an idle connection, so that few requests meet one that is just ending.
            connectionPool: .init(idleTimeout: .seconds(20), concurrentHTTP1ConnectionsPerHostSoftLimit: 256),
            decompression: .enabled(limit: .size(64 << 20)))
        // Its own spans would have the whole path, and an address is part of some.
        configuration.tracing.tracer = nil
        // Else a refused connection would only be told after a minute of trying.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
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
        let exchange = ClientExchange(
            try clientRequest(request), body: request.body, by: client, on: loop, refusesRedirects: refusesRedirects,
            limits: limits)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { exchange.start($0, within: time) }
        } onCancel: {
            exchange.end(CancellationError())
        }
    }

    private func clientRequest(_ request: AWSHTTPRequest) throws -> HTTPClient.Request {
        var result = try form(of: request)
        try request.checkFields()
        var headers = HTTPHeaders()
        headers.reserveCapacity(request.headers.fields.count + 2)
        for field in request.headers.fields where !field.isNamed("host") {
            headers.add(name: field.name, value: field.value)
        }
        result.headers = headers
        return result
    }

    private func form(of request: AWSHTTPRequest) throws -> HTTPClient.Request {
        let text = request.url
        let method = HTTPMethod(rawValue: request.method)
        if let known = lastForm.withLock({ $0 }), known.url == text, known.form.method == method { return known.form }
        let url = try request.checkedURL(text)
        let form: HTTPClient.Request
        do {
            form = try HTTPClient.Request(url: url, method: method)
        } catch {
            throw HTTPTransportError(
                .invalidRequest, requestMayHaveBeenSent: false, message: "the request's address is not one of HTTP",
                underlyingError: error)
        }
        lastForm.withLock { $0 = (text, form) }
        return form
    }
}

extension DefaultTransport {
    static var chosen: AsyncHTTPClientTransport { .shared }
}
#endif
