/// How many events a monitor didn't count, by the reason.
///
/// They are counted as often as they came, and in this process alone.
public struct MonitorIgnored: Sendable, Hashable, Codable {
    /// Events without a time that can be read.
    public var undated = 0
    /// Events that claim to have happened more than 15 minutes from now.
    public var future = 0
    /// Events that happened more than 35 days ago.
    public var old = 0
    /// Events of a type that this release doesn't know.
    public var unknownTypes = 0
    /// Events of sets, and merged sets, beyond ``MonitorOptions/maximumSets``.
    public var setsBeyondMaximum = 0

    /// Creates numbers that are all zero.
    public init() {}
}
