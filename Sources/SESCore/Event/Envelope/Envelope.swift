#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One JSON value that a destination delivered: an event, or what is wrapped around events.
indirect enum Envelope: Decodable {
    case event(SESEvent)
    case notice(SESNotice)
    /// The text of an SNS message or of an SQS message's body, or what a Firehose record holds.
    case text(String)
    /// An EventBridge envelope, a list, or the records that Lambda gets.
    case nested([Envelope])
    /// A value that is neither an event nor an envelope; the rule it breaks.
    case alien(rule: String)

    /// Decodes whatever it is: a value that can't be read must not cost its neighbours in a list.
    init(from decoder: any Decoder) throws {
        do {
            self = try Self.recognise(decoder)
        } catch {
            self = .alien(rule: "must have an object mail with a string messageId")
        }
    }

    private static func recognise(_ decoder: any Decoder) throws -> Envelope {
        guard let object = try? LenientObject<EnvelopeKey>(decoder) else {
            guard (try? decoder.unkeyedContainer()) != nil else {
                return .alien(rule: "must be a JSON object or a list of them")
            }
            return .nested(try decoder.singleValueContainer().decode([Envelope].self))
        }
        if object.string(.eventType) != nil || object.string(.notificationType) != nil {
            return try event(object, decoder)
        } else if let type = object.string(.snsType), let message = object.string(.snsMessage) {
            return sns(type, message, object)
        } else if let type = object.string(.detailType), let detail = object.object(.detail, as: Detail.self) {
            // EventBridge carries other events too, even of SES: only those about an e-mail are ours.
            let isEvent = detail.hasMail || SESEvent.EventName(eventBridgeDetailType: type) != nil
            return isEvent
                ? .nested([try object.required(.detail)]) : .notice(.otherEventBridgeEvent(detailType: type))
        } else if object.hasList(.records) {
            return .nested(try object.required(.records, as: [LambdaRecord].self).map(\.envelope))
        } else if object.hasList(.firehoseRecords) {
            return .nested(try object.required(.firehoseRecords, as: [FirehoseRecord].self).map(\.envelope))
        }
        return .alien(
            rule: "must have a string eventType or notificationType, or be an envelope of SNS or EventBridge")
    }

    private static func event(_ object: LenientObject<EnvelopeKey>, _ decoder: any Decoder) throws -> Envelope {
        if object.string(.eventType) == nil {
            switch object.string(.notificationType) {
            // SES writes this once to a topic that is set for an identity's feedback.
            case "AmazonSnsSubscriptionSucceeded" where !object.hasObject(.mail):
                return .notice(.feedbackTopicValidation)
            case "Received": return .notice(.receivedMail)
            default: break
            }
        }
        return .event(try SESEvent(from: decoder))
    }

    private static func sns(_ type: String, _ message: String, _ object: LenientObject<EnvelopeKey>) -> Envelope {
        let confirmation = SESNotice.Confirmation(
            topicARN: ARN(rawValue: object.text(.topicARN)), token: object.text(.token))
        return switch type {
        case "SubscriptionConfirmation": .notice(.subscriptionConfirmation(confirmation))
        case "UnsubscribeConfirmation": .notice(.unsubscribeConfirmation(confirmation))
        default: .text(message)
        }
    }
}

/// The members by which envelopes are told apart.
enum EnvelopeKey: String, CodingKey {
    case eventType, notificationType, mail
    case snsType = "Type"
    case snsMessage = "Message"
    case topicARN = "TopicArn"
    case token = "Token"
    case detailType = "detail-type"
    case detail
    case records = "Records"
    case lambdaSNS = "Sns"
    case lambdaBody = "body"
    case firehoseRecords = "records"
    case firehoseData = "data"
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
            envelope = .alien(rule: "must have Records of SNS or SQS")
        }
    }
}

/// One of the records that a Firehose transformation gets: base64 of what was put into the stream.
private struct FirehoseRecord: Decodable {
    let envelope: Envelope

    init(from decoder: any Decoder) throws {
        let text = (try? LenientObject<EnvelopeKey>(decoder))?.string(.firehoseData)
        guard let text, let data = Data(base64Encoded: text) else {
            envelope = .alien(rule: "must have records with base64 data")
            return
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            envelope = .alien(rule: "must be JSON: it is not UTF-8")
            return
        }
        envelope = .text(text)
    }
}
