import Foundation
import Synchronization

/// A time that stands still until a test moves it.
final class ManualDate: Sendable {
    static let start = Date(timeIntervalSince1970: 1_767_323_045)  // 2026-01-02T03:04:05Z

    private let current = Mutex(start)

    var now: Date { current.withLock { $0 } }

    func advance(minutes: Double) {
        current.withLock { $0 += minutes * 60 }
    }

    /// A time from now, in the form of AWS.
    func text(minutes: Double) -> String {
        now.addingTimeInterval(minutes * 60).formatted(.iso8601)
    }
}
