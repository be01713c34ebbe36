#if !CryptoSupport
public import SESClient
import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The authorities that a certificate of Amazon SNS must come from; needs the `CryptoSupport` trait.
@available(*, unavailable, message: "SNSTrustRoots needs the `CryptoSupport` trait")
public struct SNSTrustRoots: Sendable {
    /// Amazon Trust Services.
    public static var amazon: SNSTrustRoots { SNSTrustRoots() }

    private init() {}

    /// Takes other authorities.
    public init(pem: String, intermediates: String = "") throws(SESIntakeError) {}
}

/// Verifies messages of Amazon SNS; needs the `CryptoSupport` trait.
@available(*, unavailable, message: "SNSVerifier needs the `CryptoSupport` trait")
public struct SNSVerifier: Sendable {
    /// Creates a verifier.
    public init(
        topics: [ARN], options: SNSIntakeOptions = SNSIntakeOptions(), trustRoots: SNSTrustRoots = .amazon,
        transport: any HTTPTransport = DefaultTransport.shared, now: @escaping @Sendable () -> Date = { Date() },
        clock: any Clock<Duration> = ContinuousClock()
    ) throws(SESIntakeError) {}

    /// Verifies a message.
    public func verify(_ body: Data) async throws(SESIntakeError) -> SNSMessage { throw .needsCryptoSupport }
}

/// Takes in what Amazon SNS posts; needs the `CryptoSupport` trait.
@available(*, unavailable, message: "SNSWebhook needs the `CryptoSupport` trait")
public struct SNSWebhook: Sendable {
    /// Creates a webhook.
    public init(
        topics: [ARN], confirming confirmation: SNSConfirmation, options: SNSIntakeOptions = SNSIntakeOptions(),
        trustRoots: SNSTrustRoots = .amazon, transport: any HTTPTransport = DefaultTransport.shared,
        now: @escaping @Sendable () -> Date = { Date() }, clock: any Clock<Duration> = ContinuousClock()
    ) throws(SESIntakeError) {}

    /// Takes a request in, and has what was delivered worked on before it is answered.
    public func receive(
        method: String, headers: some Sequence<(name: String, value: String)>, body: Data,
        handler: @Sendable (WebhookDelivery) async throws -> Void
    ) async -> WebhookAnswer {
        WebhookAnswer(.refused(.needsCryptoSupport))
    }

    /// Takes a request in and leaves it to the caller to work on what was delivered.
    public func receive(
        method: String, headers: some Sequence<(name: String, value: String)>, body: Data
    ) async -> WebhookAnswer {
        WebhookAnswer(.refused(.needsCryptoSupport))
    }

    /// Lets a message that was taken be delivered again.
    public func forget(_ delivery: WebhookDelivery) {}
}

extension SESIntakeError {
    // Nobody meets it: what throws it can't be called.
    fileprivate static var needsCryptoSupport: SESIntakeError {
        SESIntakeError(.invalidSettings, message: "needs the `CryptoSupport` trait")
    }
}
#endif
