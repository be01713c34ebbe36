import Foundation
import SESIntake
import Synchronization

/// A transport in memory that keeps every request and answers as it is told.
final class RecordingTransport: HTTPTransport {
    private let answer: @Sendable (AWSHTTPRequest, Int) async throws -> AWSHTTPResponse
    private let recorded = Mutex<[AWSHTTPRequest]>([])

    /// - Parameter answer: The response to a request and its number, from 0.
    init(_ answer: @escaping @Sendable (AWSHTTPRequest, Int) async throws -> AWSHTTPResponse) {
        self.answer = answer
    }

    /// Answers everything with one response.
    convenience init(_ status: Int, body: String = "") {
        self.init { _, _ in AWSHTTPResponse(status: status, body: Data(body.utf8)) }
    }

    var requests: [AWSHTTPRequest] { recorded.withLock { $0 } }

    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        let number = recorded.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        return try await answer(request, number)
    }
}
