#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What a monitor counts besides whole configuration sets, and how much it may keep.
public struct MonitorOptions: Sendable {
    /// The names of the tags whose values are counted apart, such as `campaign`; none by default.
    public var tags: Set<String>
    /// Whether each domain of recipients is counted apart; false by default, as it costs time and memory.
    public var countsRecipientDomains: Bool
    /// The most configuration sets, mail without one among them, 1 to 100,000; 1,000 by default.
    ///
    /// Events of further sets are ignored; see ``MonitorIgnored/setsBeyondMaximum``.
    public var maximumSets: Int
    /// The most values of tags and domains of one set that are counted by name, 0 to 10,000; 50 by default.
    ///
    /// All others of a tag, or of the domains, are counted together under the value `other`. The first to come have names, so
    /// that which these are depends on the order of events, and may differ between processes.
    public var maximumPartsPerSet: Int
    /// Is told of an alert that couldn't be told, and why, each time; nobody by default.
    ///
    /// It is for a log, and must be quick. The alert is told again later.
    public var onUntold: (@Sendable (MonitorAlert, any Error) -> Void)?
    /// What time it is; the system's clock by default.
    ///
    /// With events of a simulator it must be the simulator's: `{ simulator.clock.date }`. By any other they are too old or ahead.
    public var now: @Sendable () -> Date

    /// Creates options.
    ///
    /// - Parameters:
    ///   - tags: The names of the tags whose values are counted apart.
    ///   - countsRecipientDomains: Whether each domain of recipients is counted apart.
    ///   - maximumSets: The most configuration sets.
    ///   - maximumPartsPerSet: The most values of tags and domains of one set that are counted by name.
    ///   - onUntold: Is told of an alert that couldn't be told.
    ///   - now: What time it is.
    public init(
        tags: Set<String> = [], countsRecipientDomains: Bool = false, maximumSets: Int = 1000,
        maximumPartsPerSet: Int = 50, onUntold: (@Sendable (MonitorAlert, any Error) -> Void)? = nil,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.tags = tags
        self.countsRecipientDomains = countsRecipientDomains
        self.maximumSets = maximumSets
        self.maximumPartsPerSet = maximumPartsPerSet
        self.onUntold = onUntold
        self.now = now
    }

    func validate() throws(SESMonitoringError) {
        guard (1...100_000).contains(maximumSets) else {
            throw SESMonitoringError(
                .invalidSettings, message: "maximumSets must be 1 to 100,000, and is \(maximumSets)")
        }
        guard (0...10_000).contains(maximumPartsPerSet) else {
            throw SESMonitoringError(
                .invalidSettings, message: "maximumPartsPerSet must be 0 to 10,000, and is \(maximumPartsPerSet)")
        }
    }
}
