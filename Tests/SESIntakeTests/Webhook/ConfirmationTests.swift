import Foundation
import SESSigning
import Testing

@testable import SESIntake

@Suite("Confirming a subscription")
struct ConfirmationTests {
    private static let credentials = AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret-key")

    private func refusal(_ transport: RecordingTransport, _ way: SNSConfirmation = .unsigned) async throws
        -> SESIntakeError?
    {
        let webhook = try FlowUnderTest(confirmation: way, transport: transport)
        let answer = await webhook.receive(.confirmation)
        let isForGood = answer.refusal?.code == .confirmationRefused
        #expect(answer.response.status == (isForGood ? 403 : 503))
        return answer.refusal
    }

    @Test("is one call, made of topic and token; the address in the message is not followed")
    func unsigned() async throws {
        let webhook = try FlowUnderTest(signed: [.confirmation])
        let answer = await webhook.receive(.confirmation)
        guard case .subscriptionConfirmed(Envelope.topic, let subscription) = answer.outcome else {
            throw Failure(answer)
        }
        #expect(subscription.rawValue == "\(Envelope.topic.rawValue):b24e11a2")
        #expect(answer.response.status == 200)
        let request = try #require(webhook.transport.requests.first)
        #expect(webhook.transport.requests.count == 1)
        #expect(request.url == "https://sns.eu-west-1.amazonaws.com/")
        #expect(request.method == "POST")
        #expect(request.headers["Authorization"] == nil)
        let topic = "arn%3Aaws%3Asns%3Aeu-west-1%3A123456789012%3Apromo"
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == "Action=ConfirmSubscription&Version=2010-03-31&TopicArn=\(topic)&Token=\(Envelope.token)")
    }

    @Test("signed, it has the subscription end only with authentication")
    func signed() async throws {
        let webhook = try FlowUnderTest(confirmation: .signed(with: StaticCredentialProvider(Self.credentials)))
        #expect(await webhook.receive(.confirmation).refusal == nil)
        let request = try #require(webhook.transport.requests.first)
        #expect(String(decoding: request.body, as: UTF8.self).hasSuffix("&AuthenticateOnUnsubscribe=true"))
        try SigV4Verifier(service: "sns", region: "eu-west-1").verify(request, at: Envelope.date) { _ in
            Self.credentials
        }
    }

    @Test("is left to others if it's said so")
    func never() async throws {
        let webhook = try FlowUnderTest(confirmation: .never)
        guard case .subscriptionRequested(Envelope.topic) = await webhook.receive(.confirmation).outcome else {
            throw Failure()
        }
        #expect(webhook.transport.requests.isEmpty)
    }

    @Test("happens only after the signature held, and once")
    func verifiedFirst() async throws {
        let forged = try FlowUnderTest(signed: [.notification])
        #expect(await forged.receive(.confirmation).refusal?.code == .signatureInvalid)
        #expect(forged.transport.requests.isEmpty)
        let webhook = try FlowUnderTest()
        #expect(await webhook.receive(.confirmation).refusal == nil)
        #expect(await webhook.receive(.confirmation).refusal?.code == .replayed)
        #expect(webhook.transport.requests.count == 1)
    }

    @Test("that SNS refuses is refused for good, with its name for why", arguments: [400, 403, 404])
    func refused(status: Int) async throws {
        let body =
            "<ErrorResponse><Error><Code>InvalidParameter</Code><Message>secret</Message></Error></ErrorResponse>"
        let transport = RecordingTransport(status, body: body)
        let error = try await refusal(transport)
        #expect(error?.code == .confirmationRefused)
        #expect(error?.message == "sns.eu-west-1.amazonaws.com answered \(status) InvalidParameter")
        #expect(transport.requests.count == 1)
    }

    @Test("that fails on the way is tried twice, and may come again", arguments: [500, 503])
    func failed(status: Int) async throws {
        let transport = RecordingTransport(status)
        #expect(try await refusal(transport)?.code == .confirmationFailed)
        #expect(transport.requests.count == 2)
        let lost = RecordingTransport { _, _ in
            throw HTTPTransportError(.connectionLost, requestMayHaveBeenSent: true, message: "lost")
        }
        #expect(try await refusal(lost)?.code == .confirmationFailed)
        #expect(lost.requests.count == 2)
        let healed = RecordingTransport { _, number in
            number == 0
                ? AWSHTTPResponse(status: 503)
                : AWSHTTPResponse(status: 200, body: Data(FlowUnderTest.confirmed.utf8))
        }
        let webhook = try FlowUnderTest(transport: healed)
        #expect(await webhook.receive(.confirmation).refusal == nil)
    }

    @Test(
        "a redirect, or an answer that names no subscription of the topic, is no confirmation",
        arguments: [
            (302, ""), (200, ""), (200, "<html>"), (200, "{}"), (429, ""),
            (200, FlowUnderTest.confirmed.replacing("eu-west-1", with: "us-east-1")),
            (200, FlowUnderTest.confirmed.replacing(":b24e11a2", with: "")),
        ])
    func odd(status: Int, body: String) async throws {
        let transport = RecordingTransport(status, body: body)
        #expect(try await refusal(transport)?.code == .confirmationFailed)
        #expect(transport.requests.allSatisfy { $0.url == "https://sns.eu-west-1.amazonaws.com/" })
    }

    @Test("without credentials it says so, and sends nothing")
    func noCredentials() async throws {
        struct Empty: CredentialProvider {
            func credentials() async throws -> AWSCredentials { throw SESv2Error(.noCredentials, message: "none") }
        }
        let transport = RecordingTransport(200)
        let error = try await refusal(transport, .signed(with: Empty()))
        #expect(error?.code == .confirmationFailed)
        #expect((error?.underlyingError as? SESv2Error)?.code == .noCredentials)
        #expect(error?.description.contains("credentials") == true)
        #expect(transport.requests.isEmpty)
    }

    @Test("has no second try after a deadline, which holds for the credentials too", .timeLimit(.minutes(5)))
    func slow() async throws {
        struct Slow: CredentialProvider {
            func credentials() async throws -> AWSCredentials {
                try await Task.sleep(for: .seconds(3600))
                throw CancellationError()
            }
        }
        let late = RecordingTransport { _, _ in
            throw HTTPTransportError(.timedOut, requestMayHaveBeenSent: true, message: "late")
        }
        #expect(try await refusal(late)?.code == .confirmationFailed)
        #expect(late.requests.count == 1)
        let unasked = RecordingTransport(200)
        let webhook = try FlowUnderTest(
            confirmation: .signed(with: Slow()), options: SNSIntakeOptions(deadline: .zero), transport: unasked)
        #expect(await webhook.receive(.confirmation).refusal?.code == .confirmationFailed)
        #expect(unasked.requests.isEmpty)
    }

    @Test("the token is in no text")
    func secrecy() async throws {
        let error = try await refusal(RecordingTransport(400, body: "<E>\(Envelope.token)</E>"))
        #expect(error?.description.contains(Envelope.token) == false)
        let message = SNSMessage(
            try SNSEnvelope(Envelope.confirmation.body, topics: try SNSTopicList([Envelope.topic])))
        var dumped = ""
        dump(message, to: &dumped)
        #expect(!"\(message) \(String(reflecting: message)) \(dumped)".contains(Envelope.token))
    }
}
