import Foundation
import SESClient

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A running server of moto, the imitation of AWS that Python programs are tested against.
///
/// Start one with `moto_server -p 5555` and set `SES_MOTO_URL=http://127.0.0.1:5555`.
enum MotoServer {
    static let url = ProcessInfo.processInfo.environment["SES_MOTO_URL"].flatMap { $0.isEmpty ? nil : $0 }

    /// A client in a region of its own, where no other test has anything.
    static func client(_ region: Region) throws -> SESv2Client {
        try SESv2Client(
            region: region,
            credentials: StaticCredentialProvider(AWSCredentials(accessKeyID: "id", secretAccessKey: "key")),
            configuration: .init(endpoint: EndpointOptions(url: url)))
    }

    /// Empties the server, once for all tests.
    static func reset() async throws {
        try await resetting.value
    }

    private static let resetting = Task { _ = try await call("POST", "/moto-api/reset") }

    /// All that moto keeps, as JSON text.
    static func data() async throws -> String {
        String(decoding: try await call("GET", "/moto-api/data.json"), as: UTF8.self)
    }

    private static func call(_ method: String, _ path: String) async throws -> Data {
        guard let url = url.flatMap({ URL(string: $0 + path) }) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        return try await URLSession.shared.data(for: request).0
    }
}
