import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESSimulator {
    /// What an event destination gets for an event: nothing unless it is on and takes the type, else its transport's
    /// bytes.
    func publish(
        _ scheduled: ScheduledEvent, of set: ConfigurationSetName, to destination: EventDestination
    ) -> [SimulatedDelivery] {
        guard destination.enabled, let type = scheduled.event.type.eventType,
            destination.matchingEventTypes.contains(type), let target = destination.target,
            let body = try? body(of: scheduled, for: target)
        else { return [] }
        let date = clock.date(at: scheduled.due)
        return [
            SimulatedDelivery(
                configurationSet: set, eventDestination: destination.name, target: target, body: body, date: date)
        ]
    }

    private func body(of scheduled: ScheduledEvent, for target: EventDestinationTarget) throws -> Data {
        let event = try json(scheduled.event)
        let date = clock.date(at: scheduled.due)
        switch target {
        case .sns(let topic):
            let message = String(decoding: event, as: UTF8.self) + "\n"
            return snsEnvelope(
                topic: topic, subject: "Amazon SES Email Event Notification", message: message, at: date)
        case .kinesisFirehose:
            return event + Data("\n".utf8)
        case .eventBridge:
            return try eventBridgeEnvelope(scheduled.event, json: event, at: date)
        case .cloudWatch(let dimensions):
            return try json(cloudWatchDatum(scheduled, dimensions: dimensions, at: date))
        case .pinpoint(let application):
            return try json(pinpointEvent(scheduled.event, json: event, application: application, at: date))
        @unknown default:
            return event
        }
    }

    private func json(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// The JSON that SNS posts to a subscriber, in SNS's own layout.
    ///
    /// The signature has the right form but no key behind it: a verifier refuses it.
    func snsEnvelope(topic: ARN, subject: String?, message: String, at date: Date) -> Data {
        let host = "sns.\(region).\(region.partition.dnsSuffix)"
        let certificate = "SimpleNotificationService-\(random.hexadecimal(32)).pem"
        let signature = Data((0..<256).map { _ in UInt8(truncatingIfNeeded: random.next()) }).base64EncodedString()
        var envelope = OrderedJSON()
        envelope.add("Type", "Notification")
        envelope.add("MessageId", random.uuid())
        envelope.add("TopicArn", topic.rawValue)
        if let subject { envelope.add("Subject", subject) }
        envelope.add("Message", message)
        envelope.add("Timestamp", EventTimestamp(date).text)
        envelope.add("SignatureVersion", "1")
        envelope.add("Signature", signature)
        envelope.add("SigningCertURL", "https://\(host)/\(certificate)")
        envelope.add(
            "UnsubscribeURL",
            "https://\(host)/?Action=Unsubscribe&SubscriptionArn=\(topic.rawValue):\(random.uuid())")
        return envelope.spread
    }

    private func eventBridgeEnvelope(_ event: SESEvent, json: Data, at date: Date) throws -> Data {
        var envelope = OrderedJSON()
        envelope.add("version", "0")
        envelope.add("id", random.uuid())
        envelope.add("detail-type", event.type.eventBridgeDetailType ?? event.type.rawValue)
        envelope.add("source", "aws.ses")
        envelope.add("account", accountID)
        envelope.add("time", date.formatted(Date.ISO8601FormatStyle()))
        envelope.add("region", region.rawValue)
        envelope.add("resources", [event.mail.sourceARN].compactMap { $0 })
        envelope.add("detail", json: json)
        return envelope.compact
    }
}
