#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The order in which a message is checked: size, topic, form, age, and the signature last, as it may need a fetch.
struct SNSMessageCheck: Sendable {
    let topics: SNSTopicList
    let options: SNSIntakeOptions
    let now: @Sendable () -> Date
    /// Checks the signature, and all that it rests on.
    let verify: @Sendable (SNSEnvelope) async throws(SESIntakeError) -> Void

    /// - Parameters:
    ///   - body: What was received.
    ///   - checkDelivery: Checks a message of the right form against the way it came.
    /// - Throws: ``SESIntakeError``.
    func message(
        in body: Data, checking checkDelivery: (SNSEnvelope) throws(SESIntakeError) -> Void = { _ in }
    ) async throws(SESIntakeError) -> SNSMessage {
        guard body.count <= options.maximumByteCount else {
            throw SESIntakeError(.tooLarge, message: "the body has more than \(options.maximumByteCount) bytes")
        }
        let envelope = try SNSEnvelope(body, topics: topics)
        try checkDelivery(envelope)
        try checkAge(envelope.date)
        if options.requiresSignatureVersion2, envelope.version != .two {
            throw SESIntakeError(.signatureVersion, message: "SignatureVersion must be 2")
        }
        try await verify(envelope)
        return SNSMessage(envelope)
    }

    private func checkAge(_ date: Date) throws(SESIntakeError) {
        let age = Duration.seconds(now().timeIntervalSince(date))
        guard age <= options.maximumAge else {
            throw SESIntakeError(.tooOld, message: "the message is older than \(options.maximumAge)")
        }
        guard age >= .zero - options.allowedClockSkew else {
            throw SESIntakeError(
                .fromTheFuture, message: "the message is dated more than \(options.allowedClockSkew) ahead")
        }
    }
}
