/// How recipients behave: which share of mail bounces, is opened, clicked, complained about.
///
/// Addresses of the mailbox simulator and suppressed ones don't follow it. Every share is a probability from 0 to 1;
/// the draws come from the simulator's seed, so the same sends give the same events.
public struct EngagementModel: Hashable, Sendable {
    /// The share of recipients whose address doesn't exist.
    public var hardBounceRate: Double
    /// The share of recipients that refuse for now: mailbox full, message too large.
    public var softBounceRate: Double
    /// The share of deliveries that are delayed first.
    public var delayRate: Double
    /// The share of deliveries that are opened; needs an HTML part.
    public var openRate: Double
    /// The share of opens that lead to a click; needs a link in the HTML part.
    public var clickRate: Double
    /// The share of deliveries that are complained about.
    public var complaintRate: Double
    /// The share of deliveries that unsubscribe; needs list management options in the send.
    public var unsubscribeRate: Double

    /// Creates a model.
    ///
    /// - Parameters:
    ///   - hardBounceRate: The share of recipients whose address doesn't exist.
    ///   - softBounceRate: The share of recipients that refuse for now.
    ///   - delayRate: The share of deliveries that are delayed first.
    ///   - openRate: The share of deliveries that are opened.
    ///   - clickRate: The share of opens that lead to a click.
    ///   - complaintRate: The share of deliveries that are complained about.
    ///   - unsubscribeRate: The share of deliveries that unsubscribe.
    public init(
        hardBounceRate: Double = 0, softBounceRate: Double = 0, delayRate: Double = 0, openRate: Double = 0,
        clickRate: Double = 0, complaintRate: Double = 0, unsubscribeRate: Double = 0
    ) {
        self.hardBounceRate = hardBounceRate
        self.softBounceRate = softBounceRate
        self.delayRate = delayRate
        self.openRate = openRate
        self.clickRate = clickRate
        self.complaintRate = complaintRate
        self.unsubscribeRate = unsubscribeRate
    }

    /// Everything is delivered, nobody reacts: what a test wants unless it says otherwise.
    public static let allDelivered = EngagementModel()

    /// A newsletter to a list in fair health.
    public static let newsletter = EngagementModel(
        hardBounceRate: 0.02, softBounceRate: 0.015, delayRate: 0.03, openRate: 0.35, clickRate: 0.2,
        complaintRate: 0.002, unsubscribeRate: 0.01)
}
