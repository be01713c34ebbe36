#if AsyncHTTPClientSupport
import Foundation
import Synchronization

/// How far a request has come: whether its body was read for the wire, and whether the limit for connecting passed first.
final class SendingProgress: Sendable {
    private let sending = Atomic(false)
    private let connectLimitPassed = Atomic(false)

    /// Whether the body was asked for: there is a connection, and the request's head is on its way.
    var isSending: Bool { sending.load(ordering: .acquiring) }

    /// Whether connecting took too long.
    var hasPassedConnectLimit: Bool { connectLimitPassed.load(ordering: .acquiring) }

    func markSending() {
        sending.store(true, ordering: .releasing)
    }

    /// Notes that the limit for connecting has passed; returns whether the call is to be cancelled.
    func passConnectLimit() -> Bool {
        guard !isSending else { return false }
        connectLimitPassed.store(true, ordering: .releasing)
        return true
    }
}

/// A request's body that notes when it is read.
///
/// async-http-client reads a body of this kind only when the head was written to a connection, and writes nothing of it
/// once the call has failed. So as long as nobody has read it, it is certain that the service has no whole request.
struct WatchedBody: RandomAccessCollection, Sendable {
    let bytes: Data
    let progress: SendingProgress

    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count }

    subscript(position: Int) -> UInt8 {
        progress.markSending()
        return bytes[bytes.startIndex + position]
    }

    func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        progress.markSending()
        return try bytes.withContiguousStorageIfAvailable(body)
    }
}
#endif
