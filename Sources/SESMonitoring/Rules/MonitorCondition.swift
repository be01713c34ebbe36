/// A number of events that a rule can be about.
@nonexhaustive
public enum MonitorCount: String, Sendable, Hashable, Codable, CaseIterable {
    /// Recipients sent to.
    case sends
    /// Recipients delivered to.
    case deliveries
    /// Bounces that count.
    case bounces
    /// Soft bounces.
    case softBounces
    /// Complaints that count.
    case complaints
    /// Rejected e-mails.
    case rejects
    /// E-mails that couldn't be rendered.
    case renderingFailures
    /// Reports of a late delivery.
    case delays
    /// E-mails by which somebody unsubscribed.
    case unsubscribes
}

extension MonitorFigures {
    /// A number of events.
    public func count(_ count: MonitorCount) -> Int {
        switch count {
        case .sends: sends
        case .deliveries: deliveries
        case .bounces: bounces
        case .softBounces: softBounces
        case .complaints: complaints
        case .rejects: rejects
        case .renderingFailures: renderingFailures
        case .delays: delays
        case .unsubscribes: unsubscribes
        }
    }
}

/// What a rule waits for.
@nonexhaustive
public enum MonitorCondition: Sendable, Hashable, Codable {
    /// A rate exceeds a threshold, 0 to 1.
    case rate(MonitorRate, above: Double)
    /// A number of events exceeds a threshold, from 0.
    case count(MonitorCount, above: Int)
    /// Nothing came of a subject that had events before.
    case noEvents
    /// The delivery rate fell below a share, 0 to 1, of what it was in the time before that is kept.
    case deliveryDrop(toShare: Double)
    /// A rate is higher than the subject's own history explains.
    ///
    /// `falseAlarms` is how probable an alarm is, at each judgement, if nothing has changed: more than 0, up to 0.05.
    case anomaly(MonitorRate, falseAlarms: Double)
}
