extension SESEvent.EventName {
    /// The names that AWS's parts give one type of event.
    private struct Names {
        let event: SESEvent.EventName
        let payloadKey: String
        let api: String
        let detailType: String
        let metric: String
    }

    private static let table: [Names] = [
        Names(event: .send, payloadKey: "send", api: "SEND", detailType: "Email Sent", metric: "Send"),
        Names(
            event: .delivery, payloadKey: "delivery", api: "DELIVERY", detailType: "Email Delivered",
            metric: "Delivery"),
        Names(event: .bounce, payloadKey: "bounce", api: "BOUNCE", detailType: "Email Bounced", metric: "Bounce"),
        Names(
            event: .complaint, payloadKey: "complaint", api: "COMPLAINT", detailType: "Email Complaint Received",
            metric: "Complaint"),
        Names(event: .reject, payloadKey: "reject", api: "REJECT", detailType: "Email Rejected", metric: "Reject"),
        Names(event: .open, payloadKey: "open", api: "OPEN", detailType: "Email Opened", metric: "Open"),
        Names(event: .click, payloadKey: "click", api: "CLICK", detailType: "Email Clicked", metric: "Click"),
        Names(
            event: .renderingFailure, payloadKey: "failure", api: "RENDERING_FAILURE",
            detailType: "Email Rendering Failed", metric: "RenderingFailure"),
        Names(
            event: .deliveryDelay, payloadKey: "deliveryDelay", api: "DELIVERY_DELAY",
            detailType: "Email Delivery Delayed", metric: "DeliveryDelay"),
        Names(
            event: .subscription, payloadKey: "subscription", api: "SUBSCRIPTION", detailType: "Email Subscribed",
            metric: "Subscription"),
    ]

    private var names: Names? { Self.table.first { $0.event == self } }

    /// The ten types known to this release.
    public static var allKnown: [Self] { table.map(\.event) }

    /// The SES API's spelling, such as `RENDERING_FAILURE`; nil for an unknown type.
    ///
    /// AWS: `EventType`, the values of `EventDestination.MatchingEventTypes`.
    public var apiName: String? { names?.api }

    /// The member of the event's JSON that holds its details, such as `failure`; nil for an unknown type.
    public var payloadKey: String? { names?.payloadKey }

    /// The type in an EventBridge envelope, such as `Email Rendering Failed`; nil for an unknown type.
    ///
    /// AWS: `detail-type`.
    public var eventBridgeDetailType: String? { names?.detailType }

    /// The metric in CloudWatch's namespace `AWS/SES`, such as `RenderingFailure`; nil for an unknown type.
    public var cloudWatchMetricName: String? { names?.metric }

    /// The type of this spelling in the SES API; nil for an unknown one.
    public init?(apiName: String) {
        self.init(where: { $0.api == apiName })
    }

    /// The type whose details stand in this member of an event's JSON; nil for an unknown one.
    public init?(payloadKey: String) {
        self.init(where: { $0.payloadKey == payloadKey })
    }

    /// The type of this `detail-type` of EventBridge; nil for an unknown one.
    public init?(eventBridgeDetailType: String) {
        self.init(where: { $0.detailType == eventBridgeDetailType })
    }

    /// The type of this CloudWatch metric; nil for an unknown one.
    public init?(cloudWatchMetricName: String) {
        self.init(where: { $0.metric == cloudWatchMetricName })
    }

    private init?(where matches: (Names) -> Bool) {
        guard let names = Self.table.first(where: matches) else { return nil }
        self = names.event
    }
}
