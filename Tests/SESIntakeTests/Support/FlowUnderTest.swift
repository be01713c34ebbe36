import Foundation
import Synchronization

@testable import SESIntake

/// A webhook's flow whose signature check takes what the test says was signed, and counts how often it is asked.
struct FlowUnderTest: Sendable {
    let flow: WebhookFlow
    let transport: RecordingTransport
    let now: TestTime
    let checks: Counter

    /// - Parameters:
    ///   - signed: The bodies whose content counts as signed; nil for any.
    ///   - confirmation: How subscriptions are confirmed.
    init(
        signed: [Envelope]? = nil, topics: [ARN] = [Envelope.topic], confirmation: SNSConfirmation = .unsigned,
        options: SNSIntakeOptions = SNSIntakeOptions(),
        transport: RecordingTransport = RecordingTransport(200, body: Self.confirmed)
    ) throws {
        let list = try SNSTopicList(topics)
        let texts = try signed?.map { try SNSEnvelope($0.body, topics: list).signedText }
        let checks = Counter()
        let now = TestTime()
        let check = SNSMessageCheck(topics: list, options: options, now: { now.date }) {
            envelope throws(SESIntakeError) in
            checks.add()
            guard texts?.contains(envelope.signedText) ?? true else {
                throw SESIntakeError(.signatureInvalid, message: "not signed")
            }
        }
        let exchange = BoundedExchange(transport: transport, clock: ContinuousClock(), deadline: options.deadline)
        flow = WebhookFlow(
            check: check,
            confirmer: SubscriptionConfirmer(confirmation: confirmation, exchange: exchange, now: { now.date }))
        self.transport = transport
        self.now = now
        self.checks = checks
    }

    static let confirmed = """
        <ConfirmSubscriptionResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ConfirmSubscriptionResult>\
        <SubscriptionArn>\(Envelope.topic.rawValue):b24e11a2</SubscriptionArn></ConfirmSubscriptionResult>\
        </ConfirmSubscriptionResponse>
        """

    func receive(
        _ envelope: Envelope, method: String = "POST", headers: [(name: String, value: String)]? = nil,
        handle: @Sendable (WebhookDelivery) async throws -> Void = { _ in }
    ) async -> WebhookAnswer {
        await receive(envelope.body, method: method, headers: headers ?? envelope.headers, handle: handle)
    }

    func receive(
        _ body: Data, method: String = "POST", headers: [(name: String, value: String)] = [],
        handle: @Sendable (WebhookDelivery) async throws -> Void = { _ in }
    ) async -> WebhookAnswer {
        await flow.answer(to: WebhookRequest(method: method, headers: headers, body: body), handle: handle)
    }
}

/// A count that many may raise.
final class Counter: Sendable {
    private let number = Mutex(0)

    func add() { number.withLock { $0 += 1 } }
    var value: Int { number.withLock { $0 } }
}

/// A time that stands still until it is set.
final class TestTime: Sendable {
    private let current: Mutex<Date>

    init(_ date: Date = Envelope.date) {
        current = Mutex(date)
    }

    var date: Date {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}
