#if canImport(FoundationNetworking)
import Dispatch
import Foundation

/// Runs what a session tells its delegate, one after the other, without an `Operation` for each.
///
/// FoundationNetworking adds a block for each piece of news, four or more in an exchange, and its operation queue takes longer over
/// one than everything that the delegate does with it.
// Safe: it has nothing but a dispatch queue, which is, and its superclass is as well.
final class DelegateQueue: OperationQueue, @unchecked Sendable {
    private let queue = DispatchQueue(label: "swift-ses.URLSessionTransport")

    override func addOperation(_ block: @escaping @Sendable () -> Void) {
        queue.async(execute: block)
    }
}
#endif
