#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// All that a monitor has counted, as a value: to read, to keep over a restart, and to put together with that of other processes.
///
/// Merged, the snapshots of several consumers are equal to that of one consumer who got all the events, however these were
/// spread, in whatever order they came, and whoever got one twice; see the guide for what limits that.
///
/// ```swift
/// let whole = mine.merged(with: theirs)
/// print(whole.figures(of: .set("promo-may2025"), in: .hours(24)).rate(.bounce) ?? 0)
/// ```
public struct MonitorSnapshot: Sendable, Equatable {
    /// The form of the JSON; a later one isn't read.
    public static let version = 1

    /// When it was taken; of merged ones the latest.
    public private(set) var date: Date
    private(set) var ledger: Ledger
    /// Which alerts are raised.
    var alerts = RuleStates()
    /// The latest alerts, the earliest first: at most 200, and all that aren't over.
    public internal(set) var recentAlerts: [MonitorAlert] = []

    init(date: Date, ledger: Ledger) {
        // To the millisecond, so that it is the same when it has been stored.
        self.date = Date(timeIntervalSince1970: Double(date.milliseconds) / 1000)
        self.ledger = ledger
    }

    /// Takes in what another says.
    ///
    /// What is no longer kept at the later of the two dates is left out.
    public mutating func merge(_ other: Self) {
        date = max(date, other.date)
        ledger.merge(other.ledger)
        alerts.merge(other.alerts)
        recentAlerts = recentAlerts.merged(with: other.recentAlerts)
        _ = ledger.prune(Horizon(now: date))
    }

    /// Both together; see ``merge(_:)``.
    public func merged(with other: Self) -> Self {
        var merged = self
        merged.merge(other)
        return merged
    }
}

extension MonitorSnapshot: MonitorReading {
    /// What there are figures of, sorted.
    public var subjects: [MonitorSubject] { ledger.indexes.keys.sorted() }

    /// The figures of a subject in the window that ends with the step of a moment; all zero for an unknown subject.
    ///
    /// A window that is longer than what is kept has as many steps as are.
    public func figures(of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date) -> MonitorFigures {
        ledger[subject]?.figures(in: window, endingAt: now) ?? MonitorFigures()
    }

    /// The figures of each of the window's steps, the earliest first; as many as the window has.
    public func history(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date
    ) -> [MonitorPoint] {
        (ledger[subject] ?? Series(subject)).history(in: window, endingAt: now)
    }

    /// The domains with the most bounces that count, the most frequent first.
    ///
    /// Exact for up to 64 such bounces a step; beyond, an estimate from a sample of 64.
    public func topBouncingDomains(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] {
        ledger[subject]?.topBounces(in: window, endingAt: now, limit: limit, by: \.domain) ?? []
    }

    /// The most frequent reasons of bounces that count, such as `5.1.1 General`: the status, and AWS's subtype.
    ///
    /// Exact for up to 64 such bounces a step; beyond, an estimate from a sample of 64.
    public func topBounceReasons(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] {
        ledger[subject]?.topBounces(in: window, endingAt: now, limit: limit, by: \.reason) ?? []
    }

    /// The links with the most clicks that look like a person's, each cut to 1,024 bytes.
    ///
    /// Exact for up to 64 such clicks a step; beyond, an estimate from a sample of 64.
    public func topLinks(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] {
        ledger[subject]?.topLinks(in: window, endingAt: now, limit: limit) ?? []
    }

    /// When the latest event of a subject happened; nil for an unknown subject.
    public func lastEvent(of subject: MonitorSubject) -> Date? {
        ledger[subject].map { Date(timeIntervalSince1970: Double($0.latest) / 1000) }
    }
}

extension MonitorSnapshot {
    /// The figures of a subject in the window that ends with ``date``.
    public func figures(of subject: MonitorSubject, in window: MonitorWindow) -> MonitorFigures {
        figures(of: subject, in: window, endingAt: date)
    }

    /// The figures of each step of the window that ends with ``date``, the earliest first.
    public func history(of subject: MonitorSubject, in window: MonitorWindow) -> [MonitorPoint] {
        history(of: subject, in: window, endingAt: date)
    }

    /// The domains with the most bounces that count in the window that ends with ``date``.
    public func topBouncingDomains(
        of subject: MonitorSubject, in window: MonitorWindow, limit: Int = 10
    ) -> [RankedName] {
        topBouncingDomains(of: subject, in: window, endingAt: date, limit: limit)
    }

    /// The most frequent reasons of bounces that count in the window that ends with ``date``.
    public func topBounceReasons(
        of subject: MonitorSubject, in window: MonitorWindow, limit: Int = 10
    ) -> [RankedName] {
        topBounceReasons(of: subject, in: window, endingAt: date, limit: limit)
    }

    /// The links with the most clicks in the window that ends with ``date``.
    public func topLinks(of subject: MonitorSubject, in window: MonitorWindow, limit: Int = 10) -> [RankedName] {
        topLinks(of: subject, in: window, endingAt: date, limit: limit)
    }
}

extension MonitorSnapshot: Codable {
    private enum CodingKeys: String, CodingKey {
        case version, date, subjects, alerts, recentAlerts
    }

    /// Decodes what was encoded.
    ///
    /// - Throws: ``SESMonitoringError`` with the code ``SESMonitoringError/Code/invalidSnapshot`` for a later form, and
    ///   `DecodingError` for what is damaged.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .version)
        guard version == Self.version else {
            throw SESMonitoringError(
                .invalidSnapshot, message: "the snapshot has form \(version); this release reads \(Self.version)")
        }
        date = Date(timeIntervalSince1970: Double(try container.decode(Int64.self, forKey: .date)) / 1000)
        ledger = try container.decode(Ledger.self, forKey: .subjects)
        alerts = try container.decodeIfPresent(RuleStates.self, forKey: .alerts) ?? RuleStates()
        recentAlerts = try container.decodeIfPresent([MonitorAlert].self, forKey: .recentAlerts) ?? []
    }

    /// Encodes all that it says; equal snapshots give the same JSON if keys are sorted.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.version, forKey: .version)
        try container.encode(date.milliseconds, forKey: .date)
        try container.encode(ledger, forKey: .subjects)
        try container.encode(alerts, forKey: .alerts)
        try container.encode(recentAlerts, forKey: .recentAlerts)
    }
}
