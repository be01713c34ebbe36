/// How urgent an alert is.
@nonexhaustive
public enum MonitorSeverity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Look into it.
    case warning
    /// Act today: what AWS reviews accounts for.
    case alert
    /// Act now: what AWS pauses accounts for.
    case critical

    private var rank: Int {
        switch self {
        case .warning: 0
        case .alert: 1
        case .critical: 2
        }
    }

    /// Whether one is less urgent than the other.
    public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }
}
