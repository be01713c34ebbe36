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
}
#endif
