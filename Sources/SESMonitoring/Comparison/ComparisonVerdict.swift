/// What a comparison says of a variant beside the control.
@nonexhaustive
public enum ComparisonVerdict: Sendable, Hashable, Codable {
    /// Too few to say anything, whatever the numbers look like: each variant needs this many.
    case tooSmall(requiredPerVariant: Int)
    /// No difference is shown; there may be one that is smaller than the one asked for.
    case noDifference
    /// The variant is better: a lower rate of bounces, complaints and the like, or a higher one of opens, clicks and deliveries.
    case better
    /// The variant is worse.
    case worse
}

extension MonitorRate {
    /// Whether less of it is better: so it is of all but deliveries, opens and clicks.
    public var isBetterLower: Bool {
        switch self {
        case .delivery, .open, .click: false
        case .bounce, .softBounce, .complaint, .delay, .reject, .renderingFailure, .unsubscribe: true
        }
    }
}
