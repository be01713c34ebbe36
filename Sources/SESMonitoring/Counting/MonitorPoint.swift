#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A subject's figures in one step of time: a point of a chart.
public struct MonitorPoint: Sendable, Hashable, Codable {
    /// When the step begins.
    public var start: Date
    /// What became of the mail in it.
    public var figures: MonitorFigures

    /// Creates a point.
    public init(start: Date, figures: MonitorFigures) {
        self.start = start
        self.figures = figures
    }
}
