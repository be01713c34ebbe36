import SESClient
import SESCore
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The mail that is sent, whose request has some 2 KB; `.ci/send-peer.py` sends the same.
enum SampleMail {
    private static let text = String(repeating: "Everything for the garden is a fifth off until Sunday. ", count: 8)
    private static let html = String(
        repeating: #"<p>Everything for the <a href="https://shop.example.com/garden?c=may">garden</a> is a fifth"#
            + " off.</p>",
        count: 14)

    static func email(_ number: Int) -> Email {
        Email(
            from: "Shop <promo@example.com>", to: ["success@simulator.amazonses.com"], subject: "May sale \(number)",
            text: text, html: html, tags: ["campaign": "may2025", "n": String(number)])
    }

    static func client(
        endpoint: String, transport: any HTTPTransport = DefaultTransport.shared
    ) throws -> SESv2Client {
        // The server isn't AWS's: it sees a signature, and no credentials of anybody's.
        let credentials = AWSCredentials(
            accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
        return try SESv2Client(
            region: .euWest1, credentials: StaticCredentialProvider(credentials), transport: transport,
            configuration: .init(endpoint: EndpointOptions(url: endpoint), settings: AWSSettings()))
    }

    /// The signed request of one such mail.
    static func request(endpoint: String) async throws -> AWSHTTPRequest {
        let catcher = RequestCatcher()
        try await client(endpoint: endpoint, transport: catcher).send(email(0), configurationSet: "promo-may2025")
        guard let request = catcher.request else { throw HTTPTransportError.notCaught }
        return request
    }
}

/// Keeps the request that it should have sent.
private final class RequestCatcher: HTTPTransport {
    private let kept = Mutex<AWSHTTPRequest?>(nil)

    var request: AWSHTTPRequest? { kept.withLock { $0 } }

    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        kept.withLock { $0 = request }
        return AWSHTTPResponse(status: 200, body: Data(#"{"MessageId":"m"}"#.utf8))
    }
}

extension HTTPTransportError {
    fileprivate static var notCaught: Self {
        Self(.invalidRequest, requestMayHaveBeenSent: false, message: "the client has made no request")
    }

    /// An answer that says that a request failed.
    static func status(_ status: Int) -> Self {
        Self(.connectionLost, requestMayHaveBeenSent: true, message: "the server answered \(status)")
    }
}
