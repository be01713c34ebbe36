/// A rate that figures have: a part of a whole.
@nonexhaustive
public enum MonitorRate: String, Sendable, Hashable, Codable, CaseIterable {
    /// Bounces that count, of the recipients sent to: AWS's rule. AWS wants less than 5 %, and may pause an account at 10 %.
    case bounce
    /// Soft bounces, of the recipients sent to.
    case softBounce
    /// Complaints that count, of the recipients sent to. AWS wants less than 0.1 %, and may pause an account at 0.5 %.
    case complaint
    /// Deliveries, of the recipients sent to.
    case delivery
    /// Reports of a late delivery, of the recipients sent to.
    case delay
    /// Rejected e-mails, of the e-mails sent.
    case reject
    /// E-mails that couldn't be rendered, of these and the e-mails sent.
    case renderingFailure
    /// E-mails that a person opened, of the e-mails delivered.
    case open
    /// E-mails in which a person clicked, of the e-mails delivered.
    case click
    /// E-mails by which somebody unsubscribed, of the e-mails delivered.
    case unsubscribe
}

extension MonitorFigures {
    /// The part and the whole of a rate.
    public func counts(for rate: MonitorRate) -> (part: Int, whole: Int) {
        switch rate {
        case .bounce: (bounces, volume)
        case .softBounce: (softBounces, volume)
        case .complaint: (complaints, volume)
        case .delivery: (deliveries, volume)
        case .delay: (delays, volume)
        case .reject: (rejects, max(messages, deliveredMessages))
        case .renderingFailure: (renderingFailures, Self.sum(max(messages, deliveredMessages), renderingFailures))
        case .open: (uniqueOpens, deliveredMessages)
        case .click: (uniqueClicks, deliveredMessages)
        case .unsubscribe: (unsubscribes, deliveredMessages)
        }
    }

    /// A rate, usually 0 to 1; nil if there is nothing it is of.
    ///
    /// What happens later than what it is of, such as an open of yesterday's mail, can make it exceed 1 in a short window.
    public func rate(_ rate: MonitorRate) -> Double? {
        let (part, whole) = counts(for: rate)
        return whole > 0 ? Double(part) / Double(whole) : nil
    }
}
