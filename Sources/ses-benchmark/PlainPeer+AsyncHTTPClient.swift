#if AsyncHTTPClientSupport
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import SESClient

/// Plain async-http-client, posting one request over and over.
struct PlainPeer: Sendable {
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 256
        return HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }()

    private let request: HTTPClientRequest

    init(posting signed: AWSHTTPRequest) throws {
        var request = HTTPClientRequest(url: signed.url)
        request.method = HTTPMethod(rawValue: signed.method)
        for field in signed.headers.fields { request.headers.add(name: field.name, value: field.value) }
        request.body = .bytes(ByteBuffer(bytes: signed.body))
        self.request = request
    }

    func post() async throws {
        let response = try await Self.client.execute(request, timeout: .seconds(60))
        _ = try await response.body.collect(upTo: 1 << 20)
        guard response.status == .ok else { throw HTTPTransportError.status(Int(response.status.code)) }
    }
}
#endif
