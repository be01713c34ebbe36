#if !AsyncHTTPClientSupport
import Foundation
import SESClient

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Plain URLSession, posting one request over and over.
struct PlainPeer: Sendable {
    private let session: URLSession
    private let request: URLRequest

    init(posting signed: AWSHTTPRequest) throws {
        guard let url = URL(string: signed.url) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = signed.method
        request.httpBody = signed.body
        for field in signed.headers.fields { request.addValue(field.value, forHTTPHeaderField: field.name) }
        self.request = request
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 256
        session = URLSession(configuration: configuration)
    }

    func post() async throws {
        let (_, response) = try await session.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        guard status == 200 else { throw HTTPTransportError.status(status) }
    }
}
#endif
