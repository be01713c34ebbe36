public import SESCore
public import SESSigning

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What to answer a request with, and what it was.
public struct WebhookAnswer: Sendable {
    /// The response to send as it is.
    public let response: WebhookResponse
    /// What happened.
    public let outcome: WebhookOutcome

    init(_ outcome: WebhookOutcome) {
        self.outcome = outcome
        response = WebhookResponse(outcome)
    }

    /// The events that came; none unless the outcome is ``WebhookOutcome/delivered(_:)``.
    public var events: [SESEvent] {
        if case .delivered(let delivery) = outcome { delivery.events } else { [] }
    }

    /// Why the request was refused, if it was.
    public var refusal: SESIntakeError? {
        if case .refused(let error) = outcome { error } else { nil }
    }
}

/// What a request to a webhook turned out to be.
@nonexhaustive
public enum WebhookOutcome: Sendable {
    /// Something was published to a topic, which is mostly one event.
    case delivered(WebhookDelivery)
    /// The note by which SES sees that it may publish to the topic; there is nothing to do.
    case topicValidated(ARN)
    /// A subscription to a topic is now confirmed.
    case subscriptionConfirmed(topicARN: ARN, subscriptionARN: ARN)
    /// A subscription is asked for, and ``SNSConfirmation/never`` leaves it to others to confirm it.
    case subscriptionRequested(topicARN: ARN)
    /// A subscription was removed.
    case unsubscribed(topicARN: ARN)
    /// Nothing was taken; the error says why, the response doesn't.
    case refused(SESIntakeError)
}

/// What was published to a topic and arrived.
public struct WebhookDelivery: Sendable, Hashable {
    /// The topic.
    public let topicARN: ARN
    /// SNS's id of the message, the same however often it is delivered.
    public let messageID: String
    /// The subject, if it was published with one.
    public let subject: String?
    /// When it was published; nil where the message came without its envelope.
    public let publishedAt: EventTimestamp?
    /// What was published: events, notices, and what can't be read.
    public let records: [SESRecord]

    /// The events among the records.
    public var events: [SESEvent] { records.compactMap(\.event) }
}

/// An HTTP response in no server's form.
public struct WebhookResponse: Sendable, Hashable {
    /// The status code.
    public let status: Int
    /// The header fields.
    public let headers: AWSHTTPHeaders
    /// The body; always empty, since a stranger has nothing to learn from it.
    public let body: Data

    init(_ outcome: WebhookOutcome) {
        status =
            switch outcome {
            case .refused(let error): Self.status(of: error.code)
            default: 200
            }
        headers = status == 405 ? ["Allow": "POST", "Content-Length": "0"] : ["Content-Length": "0"]
        body = Data()
    }

    /// SNS gives up on what is below 500, and delivers again what isn't.
    private static func status(of code: SESIntakeError.Code) -> Int {
        switch code {
        case .replayed: 200
        case .malformedDelivery, .rawDelivery: 400
        case .notAuthenticated: 401
        case .wrongMethod: 405
        case .tooLarge: 413
        case .certificateUnavailable, .confirmationFailed, .underway, .handlerFailed, .interrupted: 503
        default: 403
        }
    }
}
