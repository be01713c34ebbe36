import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A little of everything, and what came of it.
struct Recording: Hashable, Sendable {
    var ids: [String] = []
    var bodies: [Data] = []
    var sets: [String] = []
    var dates: [Date] = []

    init(seed: UInt64) async throws {
        let model = EngagementModel(
            hardBounceRate: 0.1, softBounceRate: 0.1, delayRate: 0.2, openRate: 0.6, clickRate: 0.6,
            complaintRate: 0.1, unsubscribeRate: 0.2)
        let simulator = SESSimulator(seed: seed, engagement: model)
        let client = SESv2Client(simulator: simulator)
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        let dimension = CloudWatchDimensionConfiguration(
            dimensionName: "campaign", dimensionValueSource: .messageTag, defaultDimensionValue: "none")
        let targets = ["sns": Campaign.sns, "firehose": Campaign.firehose, "bus": Campaign.bus]
            .sorted { $0.key < $1.key }
        for (name, target) in targets {
            try await client.createConfigurationSetEventDestination(
                EventDestination(EventDestinationName(rawValue: name), matching: .all, to: target), in: "promo")
        }
        try await client.createConfigurationSetEventDestination(
            EventDestination("cloudwatch", matching: .all, to: .cloudWatch([dimension])), in: "promo")
        try await client.createConfigurationSetEventDestination(
            EventDestination("pinpoint", matching: [.click, .bounce], to: Campaign.pinpoint), in: "promo")
        let html = #"<a ses:tags="a:1;b:2;c:3;d:4" href="https://e.com/1">x</a><a href="https://e.com/2">x</a>"#
        for number in 0..<20 {
            var email = Campaign.email(
                to: (0..<5).map { EmailAddress(rawValue: "r\(number)-\($0)@example.org") }, html: html,
                tags: ["campaign": "may", "a": "1", "b": "2", "c": "3", "round": "\(number)"])
            email.listManagementOptions = ListManagementOptions(contactListName: "news", topicName: "offers")
            ids.append(try await client.send(email, configurationSet: "promo").messageID)
            if number % 7 == 6 { await simulator.advance(by: .seconds(500)) }
            try await client.createConfigurationSet(ConfigurationSet(ConfigurationSetName(rawValue: "s\(number)")))
        }
        await simulator.settle()
        let deliveries = await simulator.takeDeliveries()
        bodies = deliveries.map(\.body)
        dates = deliveries.map(\.date)
        for try await name in client.listConfigurationSets(pageSize: 3) { sets.append(name.rawValue) }
    }

    /// A number that stands for all of it (FNV-1a), the same in every process.
    var digest: UInt64 {
        var bytes: [UInt8] = []
        for text in ids + sets + dates.map({ "\($0.timeIntervalSince1970)" }) { bytes += Array(text.utf8) + [0] }
        for body in bodies { bytes += Array(body) + [0] }
        return bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

@Suite("The same seed and the same calls")
struct DeterminismTests {
    @Test("They give the same bytes, dates and ids")
    func same() async throws {
        let first = try await Recording(seed: 7)
        let second = try await Recording(seed: 7)
        #expect(first.ids == second.ids)
        #expect(first.bodies == second.bodies)
        #expect(first == second)
        #expect(first.bodies.count > 200)
    }

    @Test("Another seed gives other ids and bytes")
    func other() async throws {
        let first = try await Recording(seed: 7)
        let second = try await Recording(seed: 8)
        #expect(Set(first.ids).isDisjoint(with: second.ids))
        #expect(first.bodies != second.bodies)
        #expect(first.sets == second.sets)
    }

    #if os(macOS) || os(Linux)
    @Test("They give the same bytes in another process, where sets and dictionaries have another order")
    func otherProcess() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            print("digest:\(try await Recording(seed: 7).digest):")
        }
        let output = String(decoding: result.standardOutputContent, as: UTF8.self)
        let digest = try await Recording(seed: 7).digest
        #expect(output.contains("digest:\(digest):"), "\(output)")
    }
    #endif
}
