/// One JSON value that a destination delivered: an event, or what is wrapped around events.
indirect enum Envelope: Decodable {
    case event(SESEvent)
    /// Something AWS sends to the same place that is no event, such as a subscription's confirmation.
    case notice
    /// The text of an SNS message or of an SQS message's body.
    case text(String)
    /// An EventBridge envelope, a list, or the records that Lambda gets.
    case nested([Envelope])

    /// A value that is neither an event nor an envelope.
    struct Alien: Error {
        /// The rule it breaks.
        let rule: String
    }

    init(from decoder: any Decoder) throws {
        guard let object = try? LenientObject<EnvelopeKey>(decoder) else {
            guard (try? decoder.unkeyedContainer()) != nil else {
                throw Alien(rule: "must be a JSON object or a list of them")
            }
            self = .nested(try decoder.singleValueContainer().decode([Envelope].self))
            return
        }
        if object.string(.eventType) != nil || object.string(.notificationType) != nil {
            // SES writes this once to a topic that is set for an identity's feedback.
            let isProbe = object.string(.notificationType) == "AmazonSnsSubscriptionSucceeded"
            self = isProbe && !object.hasObject(.mail) ? .notice : .event(try SESEvent(from: decoder))
        } else if let type = object.string(.snsType), let message = object.string(.snsMessage) {
            let isConfirmation = type == "SubscriptionConfirmation" || type == "UnsubscribeConfirmation"
            self = isConfirmation ? .notice : .text(message)
        } else if let type = object.string(.detailType), let detail = object.object(.detail, as: Detail.self) {
            // EventBridge carries other events too, even of SES: only those about an e-mail are ours.
            let isEvent = detail.hasMail || SESEvent.EventName(eventBridgeDetailType: type) != nil
            self = isEvent ? .nested([try object.required(.detail)]) : .notice
        } else if object.hasList(.records) {
            self = .nested(try object.required(.records, as: [LambdaRecord].self).map(\.envelope))
        } else {
            throw Alien(
                rule: "must have a string eventType or notificationType, or be an envelope of SNS or EventBridge")
        }
    }
}

/// The members by which envelopes are told apart.
enum EnvelopeKey: String, CodingKey {
    case eventType, notificationType, mail
    case snsType = "Type"
    case snsMessage = "Message"
    case detailType = "detail-type"
    case detail
    case records = "Records"
    case lambdaSNS = "Sns"
    case lambdaBody = "body"
}

/// Whether the detail of an EventBridge envelope is about an e-mail.
private struct Detail: Decodable {
    let hasMail: Bool

    init(from decoder: any Decoder) throws {
        hasMail = try LenientObject<EnvelopeKey>(decoder).hasObject(.mail)
    }
}

/// One of the records that Lambda gets from SNS or SQS.
private struct LambdaRecord: Decodable {
    let envelope: Envelope

    init(from decoder: any Decoder) throws {
        let object = try? LenientObject<EnvelopeKey>(decoder)
        if let body = object?.string(.lambdaBody) {
            envelope = .text(body)
        } else if let object, object.hasObject(.lambdaSNS) {
            envelope = try object.required(.lambdaSNS)
        } else {
            throw Envelope.Alien(rule: "must have Records of SNS or SQS")
        }
    }
}
