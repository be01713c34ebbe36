#if CryptoSupport
import Foundation
import SESTesting

@testable import SESIntake

/// A simulated topic, and what verifies its messages: certificates, keys and signatures are real.
struct SignedTopic: Sendable {
    let sns: SimulatedSNS
    let topic: ARN
    let transport: RecordingTransport

    init(certificateName: String = "sns.amazonaws.com", region: Region = .euWest1) async throws {
        let sns = try SimulatedSNS(region: region, certificateName: certificateName)
        self.sns = sns
        topic = await sns.createTopic("promo")
        transport = RecordingTransport { request, _ in
            try await sns.transport.execute(request, limits: TransportLimits())
        }
    }

    var trustRoots: SNSTrustRoots {
        get throws { try SNSTrustRoots(pem: sns.trustRootPEM) }
    }

    func verifier(
        options: SNSIntakeOptions = SNSIntakeOptions(), trusting roots: SNSTrustRoots? = nil,
        transport: (any HTTPTransport)? = nil
    ) throws -> SNSVerifier {
        let clock = sns.clock
        return try SNSVerifier(
            topics: [topic], options: options, trustRoots: try roots ?? trustRoots,
            transport: transport ?? self.transport, now: { clock.date })
    }

    func webhook(options: SNSIntakeOptions = SNSIntakeOptions()) throws -> SNSWebhook {
        let clock = sns.clock
        return try SNSWebhook(
            topics: [topic], confirming: .signed(with: StaticCredentialProvider(sns.credentials)), options: options,
            trustRoots: try trustRoots, transport: transport, now: { clock.date })
    }

    /// A signed notification.
    func notification(
        _ message: String = Envelope.event, version: String = "1",
        altering alter: (inout [String: String]) -> Void = { _ in },
        signedBy signer: SimulatedTopicSigner? = nil
    ) async throws -> Data {
        var members = await sns.members("Notification", of: topic, message: message)
        members["Subject"] = "Amazon SES Email Event Notification"
        alter(&members)
        let usual = await sns.signer
        return try (signer ?? usual).envelope(members, version: version)
    }

    /// A signed request to confirm a subscription.
    func confirmation() async throws -> Data {
        var members = await sns.members("SubscriptionConfirmation", of: topic, message: "You have chosen …")
        members["Token"] = Envelope.token
        members["SubscribeURL"] =
            "https://\(sns.host)/?Action=ConfirmSubscription&TopicArn=\(topic)&Token=\(Envelope.token)"
        return try await sns.signer.envelope(members, version: "2")
    }
}

/// Why a verifier refuses a body; nil if it doesn't.
func refusal(of body: Data, by verifier: SNSVerifier) async -> SESIntakeError.Code? {
    do { _ = try await verifier.verify(body) } catch { return error.code }
    return nil
}
#endif
