#if AsyncHTTPClientSupport
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
public import SESSigning

/// Carries requests with async-http-client: the transport for a server that sends much.
///
/// It keeps connections for the next request (HTTP/1.1, or HTTP/2 where the server offers it), follows no redirect, keeps
/// no cookies, and always checks the server's certificate. A request is written once: neither a connection that could
/// not be made nor a kept one that ends under a request is tried again here; only one that turns out to have ended
/// before anything was written is replaced. At most 256 exchanges with one host run at a time on HTTP/1.1; one that waits
/// for its turn counts as connecting.
///
/// Needs the `AsyncHTTPClientSupport` trait, with which it is the ``DefaultTransport``. There is one for the process,
/// ``shared``, on one of SwiftNIO's own event loops; it is there until the process ends and needs no shutdown.
public final class AsyncHTTPClientTransport: HTTPTransport, TimedTransport {
    /// The process's one transport.
    public static let shared = AsyncHTTPClientTransport()

    private let client: HTTPClient

    private init() {
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
        // One loop carries thousands of sends a second, and finds the more to do each time it wakes.
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup.next(), configuration: configuration)
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
        let progress = SendingProgress()
        let clientRequest = try Self.clientRequest(request, progress)
        let call = Task { try await exchange(clientRequest, progress, responseBytes: limits.responseBytes) }
        let alarms = Alarms.system
        let connecting =
            request.body.isEmpty
            ? nil
            : alarms.set(after: limits.connect) {
                if progress.passConnectLimit() { call.cancel() }
            }
        let ending = time.map { alarms.set(after: $0) { call.cancel() } }
        let result = await withTaskCancellationHandler {
            await call.result
        } onCancel: {
            call.cancel()
        }
        if let connecting { alarms.cancel(connecting) }
        // An answer that came in the last moment is one.
        if let ending, !alarms.cancel(ending), case .failure = result { throw ExchangeTimeOver() }
        do {
            return try result.get()
        } catch let error as HTTPTransportError {
            throw error
        } catch {
            try Task.checkCancellation()
            throw HTTPTransportError(error, progress, hasBody: !request.body.isEmpty, connectLimit: limits.connect)
        }
    }

    private func exchange(
        _ request: HTTPClientRequest, _ progress: SendingProgress, responseBytes: Int
    ) async throws -> AWSHTTPResponse {
        let response = try await head(of: request, progress)
        var body = Data()
        for try await part in response.body {
            guard part.readableBytes <= responseBytes - body.count else {
                throw HTTPTransportError(
                    .responseTooLarge, requestMayHaveBeenSent: true, message: "the response is larger than the limit")
            }
            body.append(contentsOf: part.readableBytesView)
        }
        // A body whose reading was cancelled may end as if it were whole.
        try Task.checkCancellation()
        let fields = response.headers.map { AWSHTTPHeaders.Field(name: $0.name, value: $0.value) }
        return AWSHTTPResponse(status: Int(response.status.code), headers: AWSHTTPHeaders(fields), body: body)
    }

    /// Gets the response as far as its head.
    ///
    /// A kept connection may have ended without the client having noticed: then not even the request's head can be
    /// written, and another connection is taken.
    private func head(of request: HTTPClientRequest, _ progress: SendingProgress) async throws -> HTTPClientResponse {
        for _ in 1..<Self.staleConnections {
            do {
                return try await client.execute(request, deadline: .distantFuture)
            } catch ChannelError.ioOnClosedChannel where !progress.isSending {
                try Task.checkCancellation()
            }
        }
        return try await client.execute(request, deadline: .distantFuture)
    }

    /// How many connections in a row may turn out to have ended.
    private static let staleConnections = 4

    private static func clientRequest(
        _ request: AWSHTTPRequest, _ progress: SendingProgress
    ) throws -> HTTPClientRequest {
        try request.checkSendable()
        var result = HTTPClientRequest(url: request.url)
        result.method = HTTPMethod(rawValue: request.method)
        for field in request.headers.fields where !field.isNamed("host") {
            result.headers.add(name: field.name, value: field.value)
        }
        if !request.body.isEmpty { result.body = .bytes(WatchedBody(bytes: request.body, progress: progress)) }
        return result
    }
}

extension DefaultTransport {
    static var chosen: AsyncHTTPClientTransport { .shared }
}
#endif
