import SESCore
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A request as a server got it, and the fields of it that SNS sets.
struct WebhookRequest: Sendable {
    let method: String
    let headers: AWSHTTPHeaders
    let body: Data

    init(method: String, headers: some Sequence<(name: String, value: String)>, body: Data) {
        self.method = method
        self.headers = AWSHTTPHeaders(headers.map { AWSHTTPHeaders.Field(name: $0.name, value: $0.value) })
        self.body = body
    }

    /// - Throws: ``SESIntakeError`` with the code `wrongMethod`.
    func requirePost() throws(SESIntakeError) {
        guard method == "POST" else { throw SESIntakeError(.wrongMethod, message: "the method must be POST") }
    }

    /// - Throws: ``SESIntakeError`` with the code `rawDelivery`, or `malformedDelivery`.
    func requireEnvelope() throws(SESIntakeError) {
        if try field("x-amz-sns-rawdelivery")?.lowercased() == "true" {
            throw SESIntakeError(
                .rawDelivery, message: "the subscription has raw message delivery on, so nothing can be verified")
        }
    }

    /// A field that SNS sends once; nil if it isn't there.
    ///
    /// - Throws: ``SESIntakeError`` with the code `malformedDelivery` if it is there twice.
    func field(_ name: String) throws(SESIntakeError) -> String? {
        let values = headers.fields.filter { $0.name.utf8.elementsEqualIgnoringCase(name.utf8) }.map(\.value)
        guard values.count < 2 else {
            throw SESIntakeError(.malformedDelivery, message: "the header field \(name) must be there once")
        }
        return values.first
    }

    /// Checks what the header says of the message against the message.
    ///
    /// The fields prove nothing and may be missing, since a proxy may drop them; one that says something else is a forgery's.
    ///
    /// - Throws: ``SESIntakeError``.
    func checkFields(against envelope: SNSEnvelope) throws(SESIntakeError) {
        let expected = [
            ("x-amz-sns-topic-arn", envelope.topic.arn.rawValue), ("x-amz-sns-message-type", envelope.kind.rawValue),
            ("x-amz-sns-message-id", envelope.messageID),
        ]
        for (name, value) in expected {
            guard let given = try field(name), !given.utf8.elementsEqual(value.utf8) else { continue }
            throw SESIntakeError(.malformedDelivery, message: "the header field \(name) must say what the body says")
        }
    }
}

extension String.UTF8View {
    /// Whether both are the same but for the case of ASCII letters.
    fileprivate func elementsEqualIgnoringCase(_ other: String.UTF8View) -> Bool {
        elementsEqual(other) { Self.lowercased($0) == Self.lowercased($1) }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
