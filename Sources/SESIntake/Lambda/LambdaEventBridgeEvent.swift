public import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What Lambda hands to a function that is the target of an EventBridge rule.
///
/// EventBridge takes no reply: a function that throws is called again.
public struct LambdaEventBridgeEvent: Sendable, Hashable {
    /// EventBridge's id of the event.
    public let id: String
    /// What it is called there, such as `Email Bounced`.
    public let detailType: String
    /// The event; nil for one that isn't about a mail, as `Sending Status Disabled`.
    public let event: SESEvent?

    /// Reads a payload.
    ///
    /// - Parameter payload: The bytes that Lambda hands over.
    /// - Throws: ``SESIntakeError`` with the code `malformedDelivery`, also for an event about a mail that can't be read, or
    ///   `tooLarge`.
    public init(_ payload: Data) throws(SESIntakeError) {
        let wire = try LambdaPayload.decode(Wire.self, from: payload, as: "EventBridge")
        let records = LambdaPayload.records(in: payload)
        if let failure = records.lazy.compactMap(\.failure).first {
            throw SESIntakeError(.malformedDelivery, message: failure.description, underlyingError: failure)
        }
        id = wire.id
        detailType = wire.detailType
        event = records.first?.event
    }

    private struct Wire: Decodable {
        var id: String
        var detailType: String

        enum CodingKeys: String, CodingKey {
            case id
            case detailType = "detail-type"
        }
    }
}
