import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a webhook does with a request, whatever checks the signature.
struct WebhookFlow: Sendable {
    let check: SNSMessageCheck
    let confirmer: SubscriptionConfirmer
    let memory: ReplayMemory

    init(check: SNSMessageCheck, confirmer: SubscriptionConfirmer) {
        self.check = check
        self.confirmer = confirmer
        memory = ReplayMemory(capacity: check.options.rememberedMessages)
    }

    /// Takes a request in.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - handle: Works on what was delivered; the message is taken once it has ended without an error.
    func answer(
        to request: WebhookRequest, handle: @Sendable (WebhookDelivery) async throws -> Void
    ) async -> WebhookAnswer {
        do throws(SESIntakeError) {
            let message = try await verified(request)
            return WebhookAnswer(try await outcome(of: message, handle))
        } catch {
            return WebhookAnswer(.refused(error))
        }
    }

    /// Lets a message that was taken be delivered again.
    func forget(_ delivery: WebhookDelivery) {
        memory.release(Self.identity(delivery.topicARN, delivery.messageID))
    }

    private func verified(_ request: WebhookRequest) async throws(SESIntakeError) -> SNSMessage {
        try request.requirePost()
        try request.requireEnvelope()
        return try await check.message(in: request.body, checking: request.checkFields(against:))
    }

    private static func identity(_ topic: ARN, _ messageID: String) -> String { "\(messageID) \(topic.rawValue)" }

    private func outcome(
        of message: SNSMessage, _ handle: @Sendable (WebhookDelivery) async throws -> Void
    ) async throws(SESIntakeError) -> WebhookOutcome {
        let id = Self.identity(message.topicARN, message.messageID)
        switch memory.claim(id, at: check.now()) {
        case .fresh: break
        case .underway: throw SESIntakeError(.underway, message: "the same message is being worked on")
        case .taken: throw SESIntakeError(.replayed, message: "the message was taken before")
        }
        do throws(SESIntakeError) {
            let outcome = try await act(on: message, handle)
            memory.take(id, until: end(of: message), at: check.now())
            return outcome
        } catch {
            memory.release(id)
            throw error
        }
    }

    /// Until when a message could be taken again, if it weren't remembered.
    private func end(of message: SNSMessage) -> Date {
        let age = check.options.maximumAge / .seconds(1)
        return (message.timestamp.date ?? check.now()).addingTimeInterval(max(age, 0) + 1)
    }

    private func act(
        on message: SNSMessage, _ handle: @Sendable (WebhookDelivery) async throws -> Void
    ) async throws(SESIntakeError) -> WebhookOutcome {
        if message.kind == .unsubscribeConfirmation { return .unsubscribed(topicARN: message.topicARN) }
        if let token = message.token {
            guard let subscription = try await confirmer.confirm(try SNSTopic(message.topicARN), token: token) else {
                return .subscriptionRequested(topicARN: message.topicARN)
            }
            return .subscriptionConfirmed(topicARN: message.topicARN, subscriptionARN: subscription)
        }
        let records = message.records()
        if records.count == 1, case .notice(.topicValidation)? = records.first?.content {
            return .topicValidated(message.topicARN)
        }
        let delivery = WebhookDelivery(
            topicARN: message.topicARN, messageID: message.messageID, subject: message.subject,
            publishedAt: message.timestamp, records: records)
        try await Self.run(handle, delivery)
        return .delivered(delivery)
    }

    static func run(
        _ handle: @Sendable (WebhookDelivery) async throws -> Void, _ delivery: WebhookDelivery
    ) async throws(SESIntakeError) {
        do { try await handle(delivery) } catch {
            throw SESIntakeError(
                .handlerFailed, message: "what was delivered couldn't be worked on", underlyingError: error)
        }
    }
}
