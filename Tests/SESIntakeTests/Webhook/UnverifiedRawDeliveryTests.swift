import Foundation
import Testing

@testable import SESIntake

@Suite("Raw deliveries behind another authentication")
struct UnverifiedRawDeliveryTests {
    private let webhook: UnverifiedRawDeliveryWebhook

    init() throws {
        webhook = try UnverifiedRawDeliveryWebhook(
            topics: [Envelope.topic], maximumByteCount: 1000,
            authenticatedBy: UnverifiedRawDeliveryWebhook.basicAuthentication(user: "sns", password: "long and random"))
    }

    private func receive(
        _ body: String = Envelope.event, without: String = "", and more: [(name: String, value: String)] = []
    ) async -> WebhookAnswer {
        let authorization = "Basic \(Data("sns:long and random".utf8).base64EncodedString())"
        let headers = [
            (name: "Authorization", value: authorization), (name: "x-amz-sns-rawdelivery", value: "true"),
            (name: "x-amz-sns-message-id", value: "id-1"),
            (name: "x-amz-sns-topic-arn", value: Envelope.topic.rawValue),
        ]
        return await webhook.receive(
            method: "POST", headers: headers.filter { $0.name != without } + more, body: Data(body.utf8))
    }

    @Test("are taken as they are")
    func taken() async throws {
        let answer = await receive()
        guard case .delivered(let delivery) = answer.outcome else { throw Failure(answer) }
        #expect(delivery.events.count == 1)
        #expect(delivery.messageID == "id-1")
        #expect(delivery.publishedAt == nil)
        let note = await receive("Successfully validated SNS topic for Amazon SES event publishing.")
        guard case .topicValidated(Envelope.topic) = note.outcome else { throw Failure(note) }
    }

    @Test("are refused without the authentication, before anything else is looked at")
    func authentication() async {
        let none = await receive(without: "Authorization")
        #expect(none.refusal?.code == .notAuthenticated)
        #expect(none.response.status == 401)
        for value in ["", "Basic", "Basic c25zOndyb25n", "Bearer x"] {
            let answer = await receive(
                String(repeating: "x", count: 2000), without: "Authorization",
                and: [(name: "authorization", value: value)])
            #expect(answer.refusal?.code == .notAuthenticated)
        }
    }

    @Test("are refused if they aren't what they should be")
    func refused() async {
        #expect(await receive(String(repeating: "x", count: 1001)).refusal?.code == .tooLarge)
        #expect(await receive(without: "x-amz-sns-topic-arn").refusal?.code == .foreignTopic)
        let other = (name: "x-amz-sns-topic-arn", value: "arn:aws:sns:eu-west-1:123456789012:other")
        #expect(await receive(without: "x-amz-sns-topic-arn", and: [other]).refusal?.code == .foreignTopic)
        #expect(await receive(and: [other]).refusal?.code == .malformedDelivery)
        #expect(await receive(without: "x-amz-sns-rawdelivery").refusal?.code == .malformedDelivery)
        #expect(await receive(without: "x-amz-sns-message-id").refusal?.code == .malformedDelivery)
        #expect(await webhook.receive(method: "GET", headers: [], body: Data()).refusal?.code == .wrongMethod)
    }

    @Test("need a topic")
    func settings() {
        let error = #expect(throws: SESIntakeError.self) {
            try UnverifiedRawDeliveryWebhook(topics: []) { _ in true }
        }
        #expect(error?.code == .invalidSettings)
    }
}
