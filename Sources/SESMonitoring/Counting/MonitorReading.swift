#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// What rules, comparisons and reports read; a snapshot is one, and a test can make its own.
package protocol MonitorReading: Sendable {
    /// What there are figures of, sorted.
    var subjects: [MonitorSubject] { get }
    /// The figures of a subject in the window that ends with the step of a moment; all zero for an unknown subject.
    func figures(of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date) -> MonitorFigures
    /// The figures of each of the window's steps, the earliest first; as many as the window has.
    func history(of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date) -> [MonitorPoint]
    /// The domains with the most bounces that count, the most frequent first.
    func topBouncingDomains(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName]
    /// The most frequent reasons of bounces that count, such as `5.1.1 General`: the status, and AWS's subtype.
    func topBounceReasons(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName]
    /// The links with the most clicks that look like a person's.
    func topLinks(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName]
    /// When the latest event of a subject happened; nil for an unknown subject.
    func lastEvent(of subject: MonitorSubject) -> Date?
}
