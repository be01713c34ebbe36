public import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Counts what became of e-mail, for each configuration set, and tells when a rule is broken.
///
/// Give it every event of the sets, from wherever they come. It may get them in any order and more than once. It counts them in
/// memory that is bounded; ``snapshot`` is what to store or to merge with that of other processes.
///
/// ```swift
/// let monitor = try SESMonitor()
/// await monitor.record(try SESEvent.decodeAll(from: body))
/// let figures = await monitor.figures(of: .set("promo-may2025"), in: .hours(24))
/// ```
public actor SESMonitor {
    /// Tells of an alert; if it throws, the alert is kept and told later.
    public typealias AlertHandler = @Sendable (MonitorAlert) async throws -> Void

    /// The most alerts that wait for being told; the oldest go first.
    static let maximumWaitingAlerts = 1000

    /// An alert that isn't told yet.
    private struct Untold {
        var alert: MonitorAlert
        var failures = 0
        /// When it is told again; nil if it never was.
        var again: Date?

        /// Twice as long after each failure, up to five minutes.
        mutating func failed(at now: Date) {
            failures += 1
            again = now.addingTimeInterval(min(Double(1 << min(failures, 9)), 300))
        }

        /// A clock that was set back is no reason to wait.
        func isDue(at now: Date) -> Bool { again.map { $0 <= now || $0.timeIntervalSince(now) > 300 } ?? true }
    }

    /// How many alerts may fail to be told before what is counted goes on.
    private static let maximumFailures = 3

    /// When somebody is told.
    public nonisolated let rules: [MonitorRule]
    private let options: MonitorOptions
    private let onAlert: AlertHandler?
    private var recorder: Recorder
    private var judge: (any RuleJudging)?
    private var lastJudged: Date?
    private var waiting: [Untold] = []
    /// The latest alerts, the earliest first: at most 200, and all that aren't over; those of merged snapshots too.
    public private(set) var recentAlerts: [MonitorAlert] = []
    private var isTelling = false

    /// Creates a monitor that has counted nothing.
    ///
    /// - Parameters:
    ///   - rules: When somebody is to be told.
    ///   - options: What is counted besides whole sets, and how much is kept.
    ///   - onAlert: Tells of an alert. It gets one after the other, and each until it doesn't throw: again after two seconds, then
    ///     after twice as long each time, up to five minutes. Others don't wait for one that fails. What is counted waits meanwhile.
    /// - Throws: ``SESMonitoringError`` with the code ``SESMonitoringError/Code/invalidRule`` or
    ///   ``SESMonitoringError/Code/invalidSettings``.
    public init(
        rules: [MonitorRule] = [], options: MonitorOptions = .init(), onAlert: AlertHandler? = nil
    ) throws(SESMonitoringError) {
        try self.init(judge: try Self.judge(of: rules), rules: rules, options: options, onAlert: onAlert)
    }

    init(
        judge: (any RuleJudging)?, rules: [MonitorRule] = [], options: MonitorOptions, onAlert: AlertHandler?
    ) throws(SESMonitoringError) {
        try options.validate()
        self.rules = rules
        self.options = options
        self.onAlert = onAlert
        self.judge = judge
        recorder = Recorder(options)
    }

    private static func judge(of rules: [MonitorRule]) throws(SESMonitoringError) -> (any RuleJudging)? {
        rules.isEmpty ? nil : try RuleEngine(rules: rules)
    }

    /// Counts events, then judges the rules of what changed, at most once a second, and tells of alerts.
    ///
    /// It returns when the alerts were given to the handler. What comes within a second after rules were judged is judged with the
    /// next record, by ``judgeRules()`` or by ``run(every:clock:)``, which a service should have running.
    public func record(_ events: some Sequence<SESEvent> & Sendable) async {
        let now = options.now()
        // What other modules hand over isn't known to the compiler here; a buffer is.
        let isRecorded: Void? = events.withContiguousStorageIfAvailable { recorder.record($0, at: now) }
        if isRecorded == nil { Array(events).withUnsafeBufferPointer { recorder.record($0, at: now) } }
        await judgeIfDue(now)
    }

    /// Counts one event, as several are counted; with many at a time it is faster.
    public func record(_ event: SESEvent) async {
        let now = options.now()
        withUnsafePointer(to: event) { recorder.record(UnsafeBufferPointer(start: $0, count: 1), at: now) }
        await judgeIfDue(now)
    }

    /// How many events weren't counted, by the reason.
    public var ignored: MonitorIgnored { recorder.ignored }

    /// All that was counted, as of now.
    ///
    /// It holds which alerts are raised, too, so that a restart doesn't raise them again, unless they weren't told yet.
    public var snapshot: MonitorSnapshot {
        var snapshot = recorder.snapshot(at: options.now())
        snapshot.alerts = judge?.states ?? RuleStates()
        for alert in waiting.map(\.alert) {
            let key = RuleStates.Key(rule: alert.rule.name, subject: alert.subject)
            if alert.state == .raised { snapshot.alerts[key] = nil } else { snapshot.alerts[key]?.cleared = nil }
        }
        snapshot.recentAlerts = recentAlerts
        return snapshot
    }

    /// Takes in what another process, or this one before a restart, has counted.
    ///
    /// What both have counted counts once. Sets and parts beyond the options' maximum are treated as those of events are.
    public func merge(_ snapshot: MonitorSnapshot) {
        recorder.merge(snapshot.ledger, at: options.now())
        judge?.merge(snapshot.alerts)
        recentAlerts = recentAlerts.merged(with: snapshot.recentAlerts)
    }

    /// Forgets what was counted and goes on from a snapshot.
    public func restore(_ snapshot: MonitorSnapshot) {
        recorder.removeAll()
        merge(snapshot)
    }
}

extension SESMonitor {
    /// What there are figures of, sorted.
    public var subjects: [MonitorSubject] { snapshot.subjects }

    /// The figures of a subject in the window that ends now; all zero for an unknown subject.
    public func figures(of subject: MonitorSubject, in window: MonitorWindow) -> MonitorFigures {
        snapshot.figures(of: subject, in: window)
    }

    /// The figures of each step of the window that ends now, the earliest first.
    public func history(of subject: MonitorSubject, in window: MonitorWindow) -> [MonitorPoint] {
        snapshot.history(of: subject, in: window)
    }

    /// The domains with the most bounces that count, the most frequent first.
    public func topBouncingDomains(
        of subject: MonitorSubject, in window: MonitorWindow, limit: Int = 10
    ) -> [RankedName] {
        snapshot.topBouncingDomains(of: subject, in: window, limit: limit)
    }

    /// The most frequent reasons of bounces that count, such as `5.1.1 General`.
    public func topBounceReasons(
        of subject: MonitorSubject, in window: MonitorWindow, limit: Int = 10
    ) -> [RankedName] {
        snapshot.topBounceReasons(of: subject, in: window, limit: limit)
    }

    /// The links with the most clicks that look like a person's.
    public func topLinks(of subject: MonitorSubject, in window: MonitorWindow, limit: Int = 10) -> [RankedName] {
        snapshot.topLinks(of: subject, in: window, limit: limit)
    }

    /// When the latest event of a subject happened; nil for an unknown subject.
    public func lastEvent(of subject: MonitorSubject) -> Date? { snapshot.lastEvent(of: subject) }
}

extension SESMonitor {
    /// The alerts that couldn't be told yet, the earliest first; at most 1,000.
    public var untoldAlerts: [MonitorAlert] { waiting.map(\.alert) }

    /// Judges all rules now, silence too, and tells of alerts, also of those that couldn't be told before and are due again.
    public func judgeRules() async {
        let now = options.now()
        _ = recorder.takeChanged(at: now)
        judgeRules(changed: nil, now)
        await tell()
    }

    /// Judges all rules at once and then over and over, until it is cancelled: what silence breaks no event shows.
    ///
    /// - Parameters:
    ///   - interval: How long it waits between; 30 seconds by default.
    ///   - clock: What it waits by.
    /// - Throws: `CancellationError`.
    public func run(every interval: Duration = .seconds(30), clock: some Clock<Duration> = .continuous) async throws {
        while true {
            try Task.checkCancellation()
            await judgeRules()
            try await clock.sleep(for: interval)
        }
    }

    private func judgeIfDue(_ now: Date) async {
        guard judge != nil else { return }
        // A clock that was set back is no reason to wait, nor is one that stands still, such as a simulator's.
        let elapsed = lastJudged.map(now.timeIntervalSince) ?? 1
        if elapsed > 0, elapsed < 1 { return await tell() }
        judgeRules(changed: recorder.takeChanged(at: now), now)
        await tell()
    }

    private func judgeRules(changed: Set<MonitorSubject>?, _ now: Date) {
        guard judge != nil else { return }
        lastJudged = now
        let reading = recorder.snapshot(at: now)
        let alerts = judge?.judge(reading, changed: changed, at: now) ?? []
        if !alerts.isEmpty { recentAlerts = recentAlerts.merged(with: alerts) }
        if onAlert != nil { waiting += alerts.map { Untold(alert: $0) } }
        waiting.removeFirst(max(0, waiting.count - Self.maximumWaitingAlerts))
    }

    /// Tells of what waits and is due, one after the other; what isn't told stays.
    private func tell() async {
        guard let onAlert, !isTelling else { return }
        isTelling = true
        defer { isTelling = false }
        var failures = 0
        while failures < Self.maximumFailures, let alert = waiting.first(where: { $0.isDue(at: options.now()) })?.alert
        {
            do {
                try await onAlert(alert)
                waiting.removeAll { $0.alert.id == alert.id }
            } catch {
                // Who is cancelled hasn't failed to tell.
                if Task.isCancelled { return }
                options.onUntold?(alert, error)
                failures += 1
                // Meanwhile more may have come, and too old ones gone.
                guard let place = waiting.firstIndex(where: { $0.alert.id == alert.id }) else { continue }
                waiting[place].failed(at: options.now())
            }
        }
    }
}
