#if CryptoSupport
public import SESClient
import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Takes in what Amazon SNS posts to an address on the Internet, and nothing else.
///
/// It checks, in this order, the size, the topic, the message's form, its age and its signature, and only then acts: it gives the
/// events, or confirms the subscription. A message that was taken before is refused. Make one for all requests: copies share what is
/// remembered and the certificates.
///
/// ```swift
/// let webhook = try SNSWebhook(topics: [topic], confirming: .signed(with: DefaultCredentialProvider()))
/// let answer = await webhook.receive(method: "POST", headers: headers, body: body) { delivery in
///     try await store(delivery.events)
/// }
/// ```
///
/// AWS: Amazon SNS Developer Guide, "HTTP/HTTPS endpoints".
public struct SNSWebhook: Sendable {
    private let flow: WebhookFlow

    /// Creates a webhook.
    ///
    /// - Parameters:
    ///   - topics: The topics that are taken.
    ///   - confirmation: Whether and how subscriptions to them are confirmed.
    ///   - options: What is taken.
    ///   - trustRoots: The authorities that a certificate must come from.
    ///   - transport: What fetches certificates and confirms subscriptions.
    ///   - now: The time.
    ///   - clock: The clock that deadlines are measured on.
    /// - Throws: ``SESIntakeError`` with the code `invalidSettings` if there is no topic, or one that isn't a topic's name.
    public init(
        topics: [ARN], confirming confirmation: SNSConfirmation, options: SNSIntakeOptions = SNSIntakeOptions(),
        trustRoots: SNSTrustRoots = .amazon, transport: any HTTPTransport = DefaultTransport.shared,
        now: @escaping @Sendable () -> Date = { Date() }, clock: any Clock<Duration> = ContinuousClock()
    ) throws(SESIntakeError) {
        let verifier = try SNSVerifier(
            topics: topics, options: options, trustRoots: trustRoots, transport: transport, now: now, clock: clock)
        let exchange = BoundedExchange(transport: transport, clock: clock, deadline: options.deadline)
        flow = WebhookFlow(
            check: verifier.check,
            confirmer: SubscriptionConfirmer(confirmation: confirmation, exchange: exchange, now: now))
    }

    /// Takes a request in, and has what was delivered worked on before it is answered.
    ///
    /// If the handler throws, the answer is 503, and SNS delivers the message again.
    ///
    /// - Parameters:
    ///   - method: The method in capitals.
    ///   - headers: The header fields; those of SwiftNIO and Vapor have this form.
    ///   - body: The body as it arrived, whatever its content type says.
    ///   - handler: Works on a delivery; SNS waits 15 seconds for the answer.
    /// - Returns: What to answer, and what happened.
    public func receive(
        method: String, headers: some Sequence<(name: String, value: String)>, body: Data,
        handler: @Sendable (WebhookDelivery) async throws -> Void
    ) async -> WebhookAnswer {
        await flow.answer(to: WebhookRequest(method: method, headers: headers, body: body), handle: handler)
    }

    /// Takes a request in and leaves it to the caller to work on what was delivered.
    ///
    /// The message counts as taken: if it can't be worked on, call ``forget(_:)`` and answer 503 instead.
    ///
    /// - Parameters:
    ///   - method: The method in capitals.
    ///   - headers: The header fields.
    ///   - body: The body as it arrived.
    /// - Returns: What to answer, and what happened.
    public func receive(
        method: String, headers: some Sequence<(name: String, value: String)>, body: Data
    ) async -> WebhookAnswer {
        await receive(method: method, headers: headers, body: body) { _ in }
    }

    /// Lets a message that was taken be delivered again.
    ///
    /// - Parameter delivery: What couldn't be worked on.
    public func forget(_ delivery: WebhookDelivery) {
        flow.forget(delivery)
    }
}
#endif
