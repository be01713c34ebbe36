/// The members by which a delivered JSON object is told to be an event or an envelope, and what is read of it.
enum RecordMember: String, ScannedKey {
    static let table = MemberTable<Self>()

    // In the order AWS writes them.
    case eventType, notificationType, mail
    case send, delivery, bounce, complaint, reject, open, click
    case renderingFailure = "failure"
    case deliveryDelay, subscription
    case snsType = "Type"
    case topicARN = "TopicArn"
    case snsMessage = "Message"
    case token = "Token"
    case detailType = "detail-type"
    case detail
    case lambdaRecords = "Records"
    case firehoseRecords = "records"
}

/// The names of types as delivered.
enum DeliveredName: String, ScannedKey {
    static let table = MemberTable<Self>()

    case send = "Send"
    case delivery = "Delivery"
    case bounce = "Bounce"
    case complaint = "Complaint"
    case reject = "Reject"
    case open = "Open"
    case click = "Click"
    case renderingFailure = "Rendering Failure"
    /// The same, as AWS's API spells it.
    case renderingFailureInAPI = "RenderingFailure"
    case deliveryDelay = "DeliveryDelay"
    case subscription = "Subscription"

    /// The type's name.
    var name: SESEvent.EventName {
        switch self {
        case .send: .send
        case .delivery: .delivery
        case .bounce: .bounce
        case .complaint: .complaint
        case .reject: .reject
        case .open: .open
        case .click: .click
        case .renderingFailure, .renderingFailureInAPI: .renderingFailure
        case .deliveryDelay: .deliveryDelay
        case .subscription: .subscription
        }
    }

    /// The member that holds the details.
    var payload: RecordMember {
        switch self {
        case .send: .send
        case .delivery: .delivery
        case .bounce: .bounce
        case .complaint: .complaint
        case .reject: .reject
        case .open: .open
        case .click: .click
        case .renderingFailure, .renderingFailureInAPI: .renderingFailure
        case .deliveryDelay: .deliveryDelay
        case .subscription: .subscription
        }
    }
}

/// The type that an event names.
enum DeliveredType {
    case known(DeliveredName)
    case unknown(String)

    var name: SESEvent.EventName {
        switch self {
        case .known(let type): type.name
        case .unknown(let name): SESEvent.EventName(rawValue: name)
        }
    }
}

extension SESEvent.Kind {
    /// Scans the details of an event of this type, or gives their defaults where there are none.
    init(_ name: DeliveredName, scanning scanner: inout JSONScanner) throws(JSONFault) {
        switch name {
        case .send: self = .send(try .init(scanning: &scanner) ?? .init())
        case .delivery: self = .delivery(try .init(scanning: &scanner) ?? .init())
        case .bounce: self = .bounce(try .init(scanning: &scanner) ?? .init())
        case .complaint: self = .complaint(try .init(scanning: &scanner) ?? .init())
        case .reject: self = .reject(try .init(scanning: &scanner) ?? .init())
        case .open: self = .open(try .init(scanning: &scanner) ?? .init())
        case .click: self = .click(try .init(scanning: &scanner) ?? .init())
        case .renderingFailure, .renderingFailureInAPI:
            self = .renderingFailure(try .init(scanning: &scanner) ?? .init())
        case .deliveryDelay: self = .deliveryDelay(try .init(scanning: &scanner) ?? .init())
        case .subscription: self = .subscription(try .init(scanning: &scanner) ?? .init())
        }
    }
    /// The kind of an event that has no member for its details.
    init(withoutPayload name: DeliveredName) {
        switch name {
        case .send: self = .send(.init())
        case .delivery: self = .delivery(.init())
        case .bounce: self = .bounce(.init())
        case .complaint: self = .complaint(.init())
        case .reject: self = .reject(.init())
        case .open: self = .open(.init())
        case .click: self = .click(.init())
        case .renderingFailure, .renderingFailureInAPI: self = .renderingFailure(.init())
        case .deliveryDelay: self = .deliveryDelay(.init())
        case .subscription: self = .subscription(.init())
        }
    }
}
