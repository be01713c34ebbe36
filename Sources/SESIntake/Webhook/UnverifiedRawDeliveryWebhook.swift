public import SESCore
public import SESSigning

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Takes in events of a subscription with raw message delivery, which carry no signature: **nothing shows who sent them**.
///
/// So something else must: a user and password in the subscription's address (``basicAuthentication(user:password:)``), mutual TLS,
/// a private network. The check is yours, and is made before anything else is looked at. What it lets pass is believed.
///
/// Subscriptions are confirmed by messages that aren't raw; these are a verified webhook's matter.
public struct UnverifiedRawDeliveryWebhook: Sendable {
    private let topics: SNSTopicList
    private let maximumByteCount: Int
    private let isAuthentic: @Sendable (AWSHTTPHeaders) async -> Bool

    /// Creates a webhook.
    ///
    /// - Parameters:
    ///   - topics: The topics that are taken, by the header's word alone.
    ///   - maximumByteCount: The most bytes a body may have; 256 KiB, which is SNS's limit, by default.
    ///   - isAuthentic: Whether a request with these header fields comes from where it should.
    /// - Throws: ``SESIntakeError`` with the code `invalidSettings` if there is no topic, or one that isn't a topic's name.
    public init(
        topics: [ARN], maximumByteCount: Int = 256 << 10,
        authenticatedBy isAuthentic: @escaping @Sendable (AWSHTTPHeaders) async -> Bool
    ) throws(SESIntakeError) {
        self.topics = try SNSTopicList(topics)
        self.maximumByteCount = maximumByteCount
        self.isAuthentic = isAuthentic
    }

    /// Takes a request in.
    ///
    /// - Parameters:
    ///   - method: The method in capitals.
    ///   - headers: The header fields.
    ///   - body: The body as it arrived.
    /// - Returns: What to answer, and what happened.
    public func receive(
        method: String, headers: some Sequence<(name: String, value: String)>, body: Data
    ) async -> WebhookAnswer {
        let request = WebhookRequest(method: method, headers: headers, body: body)
        do throws(SESIntakeError) {
            return WebhookAnswer(try await outcome(of: request))
        } catch {
            return WebhookAnswer(.refused(error))
        }
    }

    private func outcome(of request: WebhookRequest) async throws(SESIntakeError) -> WebhookOutcome {
        try request.requirePost()
        guard await isAuthentic(request.headers) else {
            throw SESIntakeError(.notAuthenticated, message: "the request isn't authenticated")
        }
        guard request.body.count <= maximumByteCount else {
            throw SESIntakeError(.tooLarge, message: "the body has more than \(maximumByteCount) bytes")
        }
        guard let topic = topics[try request.field("x-amz-sns-topic-arn") ?? ""] else {
            throw SESIntakeError(.foreignTopic, message: "the message's topic isn't one of those that are taken")
        }
        guard try request.field("x-amz-sns-rawdelivery")?.lowercased() == "true",
            let messageID = try request.field("x-amz-sns-message-id")
        else { throw SESIntakeError(.malformedDelivery, message: "the message isn't a raw delivery") }
        let records = (try? SESEvent.decodeRecords(from: request.body, maximumByteCount: maximumByteCount)) ?? []
        if records.count == 1, case .notice(.topicValidation)? = records.first?.content {
            return .topicValidated(topic.arn)
        }
        return .delivered(
            WebhookDelivery(
                topicARN: topic.arn, messageID: messageID, subject: nil, publishedAt: nil, records: records))
    }
}

extension UnverifiedRawDeliveryWebhook {
    /// A check for a user and password, as SNS sends them for a subscription to `https://user:password@host/path`.
    ///
    /// - Parameters:
    ///   - user: The user.
    ///   - password: The password; long and random.
    /// - Returns: A check that takes as long for a wrong password as for the right one.
    public static func basicAuthentication(
        user: String, password: String
    ) -> @Sendable (AWSHTTPHeaders) async -> Bool {
        let expected = Array("Basic \(Data("\(user):\(password)".utf8).base64EncodedString())".utf8)
        return { headers in
            let given = Array((headers["Authorization"] ?? "").utf8)
            guard given.count == expected.count else { return false }
            return zip(given, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
        }
    }
}
