/// A top-level member of an event: one of AWS's, or any other that an unknown event brings.
struct EventKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    static let mail = Self(stringValue: "mail")
    static let eventType = Self(stringValue: SESEvent.Discriminator.eventType.rawValue)
    static let notificationType = Self(stringValue: SESEvent.Discriminator.notificationType.rawValue)

    /// The members every event has, so that they are no part of an unknown event's own.
    static let common: Set = [mail.stringValue, eventType.stringValue, notificationType.stringValue]
}

extension SESEvent: Codable {
    /// Decodes an event by the policy of ``SESEvent``.
    ///
    /// - Throws: `DecodingError` if the type or `mail.messageId` is missing, or the input is not an object.
    public init(from decoder: any Decoder) throws {
        let object = try LenientObject<EventKey>(decoder)
        let name: EventName
        let discriminator: Discriminator
        if let text = object.string(.eventType) {
            (name, discriminator) = (EventName(delivered: text), .eventType)
        } else if let text = object.string(.notificationType) {
            (name, discriminator) = (EventName(delivered: text), .notificationType)
        } else {
            throw DecodingError.keyNotFound(
                EventKey.eventType,
                .init(codingPath: decoder.codingPath, debugDescription: "no string eventType or notificationType"))
        }
        let mail: Mail = try object.required(.mail)
        self.init(
            mail: mail, kind: try Kind(name: name, members: object, decoder: decoder), discriminator: discriminator)
    }

    /// Encodes the event in AWS's spelling.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: EventKey.self)
        try container.encode(type, forKey: EventKey(stringValue: discriminator.rawValue))
        try container.encode(mail, forKey: .mail)
        let payloadKey = type.payloadKey.map(EventKey.init(stringValue:))
        switch kind {
        case .send(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .delivery(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .bounce(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .complaint(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .reject(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .open(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .click(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .renderingFailure(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .deliveryDelay(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .subscription(let payload): try container.encodeIfPresent(payload, under: payloadKey)
        case .unknown(let event):
            for (key, value) in event.members where !EventKey.common.contains(key) {
                try container.encode(value, forKey: EventKey(stringValue: key))
            }
        }
    }
}

extension KeyedEncodingContainer where Key == EventKey {
    fileprivate mutating func encodeIfPresent(_ payload: some Encodable, under key: EventKey?) throws {
        if let key { try encode(payload, forKey: key) }
    }
}

extension SESEvent.EventName {
    /// The type of this name as delivered; AWS's enum spelling of a rendering failure is the same type.
    fileprivate init(delivered text: String) {
        self.init(rawValue: text == "RenderingFailure" ? Self.renderingFailure.rawValue : text)
    }
}

extension SESEvent.Kind {
    fileprivate init(
        name: SESEvent.EventName, members: LenientObject<EventKey>, decoder: any Decoder
    ) throws {
        func payload<Payload: Decodable>(orIfMissing missing: Payload) -> Payload {
            name.payloadKey.flatMap { members.object(EventKey(stringValue: $0)) } ?? missing
        }
        switch name {
        case .send: self = .send(payload(orIfMissing: .init()))
        case .delivery: self = .delivery(payload(orIfMissing: .init()))
        case .bounce: self = .bounce(payload(orIfMissing: .init()))
        case .complaint: self = .complaint(payload(orIfMissing: .init()))
        case .reject: self = .reject(payload(orIfMissing: .init()))
        case .open: self = .open(payload(orIfMissing: .init()))
        case .click: self = .click(payload(orIfMissing: .init()))
        case .renderingFailure: self = .renderingFailure(payload(orIfMissing: .init()))
        case .deliveryDelay: self = .deliveryDelay(payload(orIfMissing: .init()))
        case .subscription: self = .subscription(payload(orIfMissing: .init()))
        default: self = .unknown(try SESEvent.UnknownEvent(name: name, decoder: decoder))
        }
    }
}
