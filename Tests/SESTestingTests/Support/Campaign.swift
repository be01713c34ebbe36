import SESClient
import SESCore
import SESTesting

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A simulator with a set whose events all go to one destination, and a client for it.
struct Campaign {
    let simulator: SESSimulator
    let client: SESv2Client
    let set: ConfigurationSetName = "promo"

    init(
        _ engagement: EngagementModel = .allDelivered, seed: UInt64 = 1, types: MatchingEventTypes = .all,
        to target: EventDestinationTarget = Campaign.firehose,
        configuration: ConfigurationSet = ConfigurationSet("promo")
    ) async throws {
        simulator = SESSimulator(seed: seed, engagement: engagement)
        client = SESv2Client(simulator: simulator)
        try await client.createConfigurationSet(configuration)
        try await client.createConfigurationSetEventDestination(
            EventDestination("all", matching: types, to: target), in: set)
        _ = await simulator.takeDeliveries()
    }

    static let topic: ARN = "arn:aws:sns:eu-west-1:123456789012:promo"
    static let sns = EventDestinationTarget.sns(topicARN: topic)
    static let firehose = EventDestinationTarget.kinesisFirehose(
        iamRoleARN: "arn:aws:iam::123456789012:role/ses",
        deliveryStreamARN: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/events")
    static let bus = EventDestinationTarget.eventBridge(
        eventBusARN: "arn:aws:events:eu-west-1:123456789012:event-bus/default")
    static let pinpoint = EventDestinationTarget.pinpoint(
        applicationARN: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/abc123")

    static func email(
        to: [EmailAddress] = ["jane@example.org"], html: String? = nil, tags: [String: String] = [:]
    ) -> Email {
        Email(from: "Shop <shop@example.com>", to: to, subject: "May", text: "Hello", html: html, tags: tags)
    }

    /// Sends a mail and returns its id.
    @discardableResult
    func send(_ email: Email = Campaign.email()) async throws -> String {
        try await client.send(email, configurationSet: set).messageID
    }

    /// Lets everything happen and returns the events that were published, in order.
    func settledEvents() async throws -> [SESEvent] {
        await simulator.settle()
        return try await takeEvents()
    }

    /// The events that were published so far.
    func takeEvents() async throws -> [SESEvent] {
        try await simulator.takeDeliveries().flatMap { try SESEvent.decodeAll(from: $0.body) }
    }

    /// What a mail's events are called once everything has happened.
    func names(of email: Email) async throws -> [SESEvent.EventName] {
        try await send(email)
        return try await settledEvents().map(\.type)
    }
}

/// The code of the client's error that a call throws; nil if it throws none.
func code(of call: () async throws -> some Sendable) async -> SESv2Error.Code? {
    await error(of: call)?.code
}

/// The client's error that a call throws; nil if it throws none.
func error(of call: () async throws -> some Sendable) async -> SESv2Error? {
    do {
        _ = try await call()
        return nil
    } catch {
        return error as? SESv2Error
    }
}
