#if CryptoSupport
import Foundation
import SESTesting
import Testing

@testable import SESIntake

@Suite("From a send to a queue's consumer, in one process", .timeLimit(.minutes(10)))
struct QueueEndToEndTests {
    @Test("a set's events arrive by a topic and a queue, with and without their envelope", arguments: [true, false])
    func events(isRaw: Bool) async throws {
        let simulator = SESSimulator()
        let sns = try SimulatedSNS(clock: simulator.clock)
        let topic = await sns.createTopic("promo")
        let test = try await QueueUnderTest(sqs: SimulatedSQS(clock: simulator.clock))
        await sns.subscribe(queue: test.url, of: test.sqs, to: topic, raw: isRaw)
        let ses = SESv2Client(simulator: simulator)
        try await ses.createConfigurationSet(ConfigurationSet("promo"))
        try await ses.createConfigurationSetEventDestination(
            EventDestination("events", matching: [.send, .bounce], to: .sns(topicARN: topic)), in: "promo")
        try await ses.send(
            Email(from: "promo@example.com", to: ["bounce@simulator.amazonses.com"], subject: "May sale", text: "…"),
            configurationSet: "promo")
        await simulator.settle()
        #expect(try await sns.publish(deliveriesOf: simulator).isEmpty)
        let events = Records<SESEvent>()
        let run = Task { try await test.consumer.run { delivery in delivery.events.forEach(events.add) } }
        // The note by which SES sees that it may publish isn't JSON; in its envelope it is known.
        try await test.until(atMost: .seconds(20)) { await test.isEmpty }
        #expect(Set(events.all.map(\.type)) == [.send, .bounce])
        #expect(events.all.count == 2)
        await test.consumer.shutdown()
        try await run.value
    }
}
#endif
