extension SESEvent.EventName {
    /// The names that AWS's parts give one type of event.
    fileprivate struct Names {
        let event: SESEvent.EventName
        let payloadKey: String
        let api: EventType
        let detailType: String
        let metric: String
    }

    private static let table: [Names] = [
        Names(event: .send, payloadKey: "send", api: .send, detailType: "Email Sent", metric: "Send"),
        Names(
            event: .delivery, payloadKey: "delivery", api: .delivery, detailType: "Email Delivered",
            metric: "Delivery"),
        Names(event: .bounce, payloadKey: "bounce", api: .bounce, detailType: "Email Bounced", metric: "Bounce"),
        Names(
            event: .complaint, payloadKey: "complaint", api: .complaint, detailType: "Email Complaint Received",
            metric: "Complaint"),
        Names(event: .reject, payloadKey: "reject", api: .reject, detailType: "Email Rejected", metric: "Reject"),
        Names(event: .open, payloadKey: "open", api: .open, detailType: "Email Opened", metric: "Open"),
        Names(event: .click, payloadKey: "click", api: .click, detailType: "Email Clicked", metric: "Click"),
        Names(
            event: .renderingFailure, payloadKey: "failure", api: .renderingFailure,
            detailType: "Email Rendering Failed", metric: "RenderingFailure"),
        Names(
            event: .deliveryDelay, payloadKey: "deliveryDelay", api: .deliveryDelay,
            detailType: "Email Delivery Delayed", metric: "DeliveryDelay"),
        Names(
            event: .subscription, payloadKey: "subscription", api: .subscription, detailType: "Email Subscribed",
            metric: "Subscription"),
    ]

    private var names: Names? { Self.table.first { $0.event == self } }

    /// The ten types known to this release.
    public static var allKnown: [Self] { table.map(\.event) }

    /// The same type in the SES API, such as `RENDERING_FAILURE`; nil for an unknown type.
    ///
    /// ``EventType/eventName`` leads back. AWS: `EventType`, the values of `EventDestination.MatchingEventTypes`.
    public var eventType: EventType? { names?.api }

    /// The member of the event's JSON that holds its details, such as `failure`; nil for an unknown type.
    public var payloadKey: String? { names?.payloadKey }

    /// The type in an EventBridge envelope, such as `Email Rendering Failed`; nil for an unknown type.
    ///
    /// AWS: `detail-type`.
    public var eventBridgeDetailType: String? { names?.detailType }

    /// The metric in CloudWatch's namespace `AWS/SES`, such as `RenderingFailure`; nil for an unknown type.
    public var cloudWatchMetricName: String? { names?.metric }

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

    fileprivate init?(where matches: (Names) -> Bool) {
        guard let names = Self.table.first(where: matches) else { return nil }
        self = names.event
    }
}

extension EventType {
    /// The name that events of this type bear, such as `Rendering Failure`; nil for an unknown type.
    ///
    /// ``SESEvent/EventName/eventType`` leads back.
    public var eventName: SESEvent.EventName? { SESEvent.EventName(where: { $0.api == self }) }
}
