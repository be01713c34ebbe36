#if CryptoSupport
import Foundation
import SESTesting
import Testing

@testable import SESIntake

@Suite("From a send to a webhook, in one process")
struct EndToEndTests {
    @Test("a set's events arrive, signed and verified", arguments: ["1", "2"])
    func events(version: String) async throws {
        let simulator = SESSimulator()
        let sns = try SimulatedSNS(clock: simulator.clock)
        let topic = await sns.createTopic("promo", signatureVersion: version)
        let webhook = try SNSWebhook(
            topics: [topic], confirming: .signed(with: StaticCredentialProvider(sns.credentials)),
            options: SNSIntakeOptions(requiresSignatureVersion2: version == "2"),
            trustRoots: try SNSTrustRoots(pem: sns.trustRootPEM), transport: sns.transport, now: { sns.clock.date })
        let outcomes = Records<WebhookOutcome>()
        let name = try await sns.subscribe(to: topic) { post in
            let answer = await webhook.receive(method: post.method, headers: post.headers, body: post.body)
            outcomes.add(answer.outcome)
            return answer.response.status
        }
        guard case .subscriptionConfirmed(topic, name)? = outcomes.all.first else { throw Failure() }
        #expect(await sns.confirmedSubscriptions(of: topic).map(\.arn) == [name])
        #expect(await sns.confirmedSubscriptions(of: topic).allSatisfy { $0.needsAuthentication })

        let ses = SESv2Client(simulator: simulator)
        try await ses.createConfigurationSet(ConfigurationSet("promo"))
        try await ses.createConfigurationSetEventDestination(
            EventDestination("events", matching: [.send, .bounce], to: .sns(topicARN: topic)), in: "promo")
        try await ses.send(
            Email(from: "promo@example.com", to: ["bounce@simulator.amazonses.com"], subject: "May sale", text: "…"),
            configurationSet: "promo")
        await simulator.settle()
        #expect(try await sns.publish(deliveriesOf: simulator).isEmpty)

        let rest = outcomes.all.dropFirst()
        guard case .topicValidated(topic)? = rest.first else { throw Failure() }
        let events = rest.flatMap { outcome in
            if case .delivered(let delivery) = outcome { delivery.events } else { [SESEvent]() }
        }
        #expect(events.map(\.type) == [.send, .bounce])
        #expect(events.allSatisfy { $0.mail.configurationSet == "promo" })
        #expect(await sns.results.allSatisfy { $0.statuses == [200] })
        // The certificate, the one between it and the root, one confirmation: no address in a message was followed.
        let requests = await sns.requests
        #expect(requests.map(\.method) == ["GET", "GET", "POST"])
        #expect(requests.allSatisfy { $0.query == nil })
    }

    @Test("what another authority signed is refused, though it is simulated alike")
    func anotherAuthority() async throws {
        let (one, two) = (try SimulatedSNS(), try SimulatedSNS())
        let topic = await one.createTopic("promo")
        _ = await two.createTopic("promo")
        let webhook = try SNSWebhook(
            topics: [topic], confirming: .never, trustRoots: try SNSTrustRoots(pem: one.trustRootPEM),
            transport: one.transport, now: { one.clock.date })
        for (sns, isTrusted) in [(two, false), (one, true), (two, false)] {
            let statuses = Records<Int>()
            try await sns.subscribe(to: topic) { post in
                let answer = await webhook.receive(method: post.method, headers: post.headers, body: post.body)
                statuses.add(answer.response.status)
                return answer.response.status
            }
            #expect(statuses.all.allSatisfy { ($0 == 200) == isTrusted })
        }
    }

    @Test("a subscription that was removed is told, and gets no more")
    func unsubscribed() async throws {
        let signed = try await SignedTopic()
        let webhook = try signed.webhook()
        let outcomes = Records<WebhookOutcome>()
        let name = try await signed.sns.subscribe(to: signed.topic) { post in
            let answer = await webhook.receive(method: post.method, headers: post.headers, body: post.body)
            outcomes.add(answer.outcome)
            return answer.response.status
        }
        try await signed.sns.unsubscribe(name)
        guard case .unsubscribed(signed.topic)? = outcomes.all.last else { throw Failure() }
        try await signed.sns.publish("m", to: signed.topic)
        #expect(outcomes.all.count == 2)
    }

    @Test("a handler that fails twice has the message come a third time")
    func redelivered() async throws {
        struct Busy: Error {}
        let signed = try await SignedTopic()
        let webhook = try signed.webhook()
        let tries = Counter()
        try await signed.sns.subscribe(to: signed.topic) { post in
            await webhook.receive(method: post.method, headers: post.headers, body: post.body) { _ in
                tries.add()
                if tries.value < 3 { throw Busy() }
            }.response.status
        }
        try await signed.sns.publish(Envelope.event, to: signed.topic)
        #expect(tries.value == 3)
        #expect(await signed.sns.results.last?.statuses == [503, 503, 200])
    }

    @Test("a raw subscription is refused by the verified webhook, and taken by the one that says it verifies nothing")
    func raw() async throws {
        let signed = try await SignedTopic()
        let webhook = try signed.webhook()
        let unverified = try UnverifiedRawDeliveryWebhook(topics: [signed.topic]) { _ in true }
        let answers = Records<(verified: WebhookAnswer, raw: WebhookAnswer)>()
        try await signed.sns.subscribe(to: signed.topic, raw: true) { post in
            let verified = await webhook.receive(method: post.method, headers: post.headers, body: post.body)
            answers.add(
                (verified, await unverified.receive(method: post.method, headers: post.headers, body: post.body)))
            return 200
        }
        try await signed.sns.publish(Envelope.event, to: signed.topic)
        #expect(answers.all.count == 2)
        #expect(answers.all.first?.verified.refusal == nil)
        #expect(answers.all.last?.verified.refusal?.code == .rawDelivery)
        #expect(answers.all.last?.raw.events.count == 1)
    }

    @Test("the simulated SNS refuses a confirmation with a wrong token or signature")
    func simulatorRefuses() async throws {
        let signed = try await SignedTopic()
        let body = try await signed.confirmation()
        let webhook = try signed.webhook()
        #expect(await webhook.receive(method: "POST", headers: [], body: body).refusal?.code == .confirmationRefused)
        let clock = signed.sns.clock
        let stranger = StaticCredentialProvider(AWSCredentials(accessKeyID: "AKIASTRANGER", secretAccessKey: "x"))
        let other = try SNSWebhook(
            topics: [signed.topic], confirming: .signed(with: stranger), trustRoots: try signed.trustRoots,
            transport: signed.transport, now: { clock.date })
        let statuses = Records<Int>()
        try await signed.sns.subscribe(to: signed.topic) { post in
            let status = await other.receive(method: post.method, headers: post.headers, body: post.body).response
                .status
            statuses.add(status)
            return status
        }
        #expect(statuses.all == [403])
        #expect(await signed.sns.confirmedSubscriptions(of: signed.topic).isEmpty)
    }
}
#endif
