import Foundation
import SESClient
import SESSigning
import Synchronization

/// A transport in memory that keeps every request and answers as it is told.
final class AlertTransport: HTTPTransport {
    private let answer: @Sendable (AWSHTTPRequest, Int) async throws -> AWSHTTPResponse
    private let recorded = Mutex<[AWSHTTPRequest]>([])

    /// - Parameter answer: The response to a request and its number, from 0.
    init(_ answer: @escaping @Sendable (AWSHTTPRequest, Int) async throws -> AWSHTTPResponse) {
        self.answer = answer
    }

    /// Answers the first requests with these statuses, and all later ones with the last.
    convenience init(_ statuses: Int..., headers: AWSHTTPHeaders = [:], body: String = "ok") {
        self.init { _, number in
            AWSHTTPResponse(
                status: statuses[min(number, statuses.count - 1)], headers: headers, body: Data(body.utf8))
        }
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

/// A clock that moves by itself over waits, and keeps them; the time for an exchange, exactly half a minute, never ends on it.
final class AlertClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration = .zero
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let state = Mutex<(now: Instant, waits: [Duration])>((Instant(), []))

    var now: Instant { state.withLock(\.now) }
    var minimumResolution: Duration { .nanoseconds(1) }
    var waits: [Duration] { state.withLock(\.waits) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let wait = now.duration(to: deadline)
        if wait == .seconds(30) {
            let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
            for await _ in stream {}
            _ = continuation
            throw CancellationError()
        }
        try Task.checkCancellation()
        state.withLock { state in
            state.now = max(state.now, deadline)
            state.waits.append(wait)
        }
    }
}

/// Everything that printing, reflecting and dumping a value shows.
enum AlertPrints {
    static func all(of value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        let children = Mirror(reflecting: value).children.map { "\($0)" }
        return "\(value) \(String(reflecting: value)) \(dumped) \(children)"
    }
}
