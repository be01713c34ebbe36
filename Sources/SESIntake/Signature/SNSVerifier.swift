#if CryptoSupport
public import SESClient
import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Verifies messages of Amazon SNS: that SNS signed them, in the topic's region, not long ago, for a topic of yours.
///
/// ``SNSWebhook`` has one inside. Use it alone for messages that come by another way and keep their envelope, as through a
/// queue. Copies share their certificates, so make one and keep it.
///
/// AWS: Amazon SNS Developer Guide, "Verifying the signatures of Amazon SNS messages".
public struct SNSVerifier: Sendable {
    let check: SNSMessageCheck

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - topics: The topics that are taken; a signature alone only proves that a message is of some topic of AWS.
    ///   - options: What is taken.
    ///   - trustRoots: The authorities that the certificate must come from.
    ///   - transport: What fetches the certificate.
    ///   - now: The time.
    ///   - clock: The clock that the deadline is measured on.
    /// - Throws: ``SESIntakeError`` with the code `invalidSettings` if there is no topic, or one that isn't a topic's name.
    public init(
        topics: [ARN], options: SNSIntakeOptions = SNSIntakeOptions(), trustRoots: SNSTrustRoots = .amazon,
        transport: any HTTPTransport = DefaultTransport.shared, now: @escaping @Sendable () -> Date = { Date() },
        clock: any Clock<Duration> = ContinuousClock()
    ) throws(SESIntakeError) {
        let exchange = BoundedExchange(transport: transport, clock: clock, deadline: options.deadline)
        let source = SNSCertificateSource(
            SNSCertificateFetch(exchange: exchange, trust: trustRoots, now: now), lifetime: options.certificateLifetime)
        check = SNSMessageCheck(topics: try SNSTopicList(topics), options: options, now: now) {
            envelope throws(SESIntakeError) in
            let key = try await source.key(for: .init(address: envelope.certificate, topic: envelope.topic))
            guard key.signed(envelope.signedText, with: envelope.signature, version: envelope.version) else {
                throw SESIntakeError(.signatureInvalid, message: "the message isn't what was signed")
            }
        }
    }

    /// Verifies a message.
    ///
    /// - Parameter body: The JSON envelope as it arrived, with the members as HTTP subscriptions and queues get them.
    /// - Returns: What was signed.
    /// - Throws: ``SESIntakeError``, whose code says why.
    public func verify(_ body: Data) async throws(SESIntakeError) -> SNSMessage {
        try await check.message(in: body)
    }
}
#endif
