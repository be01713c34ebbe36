/// What became of a subject's mail in some time, in numbers.
///
/// Every event counts once, however often and in whatever order it came, in the time it happened in: a bounce counts when it
/// bounced, not when the e-mail was sent. Numbers of recipients and of e-mails are apart; see each.
public struct MonitorFigures: Sendable, Hashable, Codable {
    /// How long deliveries took, from sending to the receiving server's yes, in milliseconds (AWS: `processingTimeMillis`).
    public struct DeliveryTime: Sendable, Hashable, Codable {
        /// What half of the deliveries didn't exceed.
        public var median: Int
        /// What 90 of a hundred didn't exceed.
        public var percentile90: Int
        /// What 99 of a hundred didn't exceed.
        public var percentile99: Int

        /// Creates a delivery time.
        public init(median: Int, percentile90: Int, percentile99: Int) {
            self.median = median
            self.percentile90 = percentile90
            self.percentile99 = percentile99
        }
    }

    /// Recipients sent to: those of the Send events.
    public var sends = 0
    /// E-mails sent.
    public var messages = 0
    /// Recipients delivered to.
    public var deliveries = 0
    /// E-mails delivered to at least one recipient.
    public var deliveredMessages = 0
    /// Recipients whose bounce counts in AWS's bounce rate; see ``/SESCore/SESEvent/Bounce/countsTowardBounceRate``.
    public var bounces = 0
    /// Recipients with a soft bounce: transient or undetermined.
    public var softBounces = 0
    /// Recipients with a hard bounce that doesn't count, such as one of the account's suppression list.
    public var uncountedBounces = 0
    /// Complaints that count in AWS's complaint rate; see ``/SESCore/SESEvent/Complaint/countsTowardComplaintRate``.
    public var complaints = 0
    /// E-mails rejected for a virus.
    public var rejects = 0
    /// E-mails whose template couldn't be rendered.
    public var renderingFailures = 0
    /// Recipients whose delivery was reported late, each once a report.
    public var delays = 0
    /// Opens that look like a person's.
    public var opens = 0
    /// E-mails opened at least once, by what looks like a person.
    public var uniqueOpens = 0
    /// Opens by machines; see ``/SESCore/SESEvent/Open/isLikelyAutomatic``.
    public var automaticOpens = 0
    /// Clicks that look like a person's.
    public var clicks = 0
    /// E-mails with at least one click that looks like a person's.
    public var uniqueClicks = 0
    /// Clicks by machines; see ``/SESCore/SESEvent/Click/isLikelyAutomatic``.
    public var automaticClicks = 0
    /// E-mails by whose link somebody unsubscribed, from all or from a topic.
    public var unsubscribes = 0
    /// How long deliveries took; nil without any.
    public var deliveryTime: DeliveryTime?
    /// Whether all counts are exact; estimates are within a few per cent, as the monitor's documentation says.
    ///
    /// ``deliveryTime`` is exact for up to 128 deliveries a step, and else of a sample, whatever this says.
    public var isExact = true

    /// Creates figures that are all zero.
    public init() {}

    /// Recipients that rates of bounces, complaints and deliveries are of: AWS's denominator.
    ///
    /// It is ``sends``, or what is known to have been sent, if a destination doesn't publish Send events: deliveries and bounces.
    public var volume: Int { max(sends, Self.sum(deliveries, bounces, softBounces, uncountedBounces)) }

    /// A sum that stays the largest number rather than end the process: figures may come from outside.
    static func sum(_ numbers: Int...) -> Int {
        numbers.reduce(0) { sum, number in
            let (next, isOver) = sum.addingReportingOverflow(number)
            return isOver ? .max : next
        }
    }
}
