package import SESSigning
import Synchronization

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// By how much the service's clock is ahead of this machine's, learned from its answers; shared by copies of a client.
///
/// Signatures are good for five minutes, so a machine whose clock is off could call nothing.
package final class ClockSkew: Sendable {
    private let offset = Mutex<TimeInterval>(0)
    /// What was read last: all answers of a second have the same.
    private let lastDate = Mutex<(text: String, date: Date)?>(nil)

    package init() {}

    /// Seconds to add to this machine's time to have the service's.
    package var seconds: TimeInterval { offset.withLock { $0 } }

    /// Learns from an answer's `Date`, unless a cache on the way kept the answer for a while (`Age`).
    ///
    /// The date was written between sending and receiving, and it is cut to a whole second. What was known so far stays if
    /// that is possible at all, so a slow answer or a fraction of a second changes nothing; else the middle counts.
    ///
    /// - Parameters:
    ///   - headers: Those of the answer.
    ///   - sent: When its request was sent, by this machine's clock.
    ///   - received: When it arrived, by the same.
    package func learn(from headers: AWSHTTPHeaders, sent: Date, received: Date) {
        // A clock that was set back meanwhile says nothing.
        guard received >= sent, headers["Age"] == nil, let date = headers["Date"].flatMap(date) else { return }
        let least = date.timeIntervalSince(received)
        let most = date.timeIntervalSince(sent) + 1
        offset.withLock { offset in
            if (least...most).contains(offset) { return }
            offset = (least...most).contains(0) ? 0 : (least + most - 1) / 2
        }
    }

    private func date(_ text: String) -> Date? {
        if let known = lastDate.withLock({ $0?.text == text ? $0?.date : nil }) { return known }
        let date = HTTPDate.date(text)
        if let date { lastDate.withLock { $0 = (text, date) } }
        return date
    }
}
