#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What judges a monitor's rules by what it counted, and remembers what it said.
protocol RuleJudging: Sendable {
    /// Judges the rules.
    ///
    /// - Parameters:
    ///   - reading: What was counted.
    ///   - changed: The subjects of which something came since; nil to judge all.
    ///   - now: What time it is.
    /// - Returns: What is to be told, in order.
    mutating func judge(
        _ reading: some MonitorReading, changed: Set<MonitorSubject>?, at now: Date
    ) -> [MonitorAlert]
}
