import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The account's suppression list in the simulator")
struct SuppressionListTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    static let path = "/v2/email/suppression/addresses"

    @Test("An address is put on the list, read with reason and time, given another reason, and taken off")
    func lifecycle() async throws {
        let start = simulator.clock.date
        try await client.putSuppressedDestination("Jane@Example.org", reason: .bounce)
        var entry = try await client.getSuppressedDestination("Jane@example.ORG")
        #expect(
            entry == SuppressedDestination(emailAddress: "Jane@example.org", reason: .bounce, lastUpdateTime: start))
        await simulator.advance(by: .seconds(60))
        try await client.putSuppressedDestination("Jane@example.org", reason: .complaint)
        entry = try await client.getSuppressedDestination("Jane@example.org")
        #expect(entry.reason == .complaint && entry.lastUpdateTime == start + 60)
        #expect(await simulator.suppressedAddresses == ["jane@example.org": .complaint])
        try await client.deleteSuppressedDestination("Jane@example.org")
        #expect(await simulator.suppressedAddresses.isEmpty)
        let missing = Refusal.notFound("Email address Jane@example.org does not exist on your suppression list.")
        #expect(try await wire.call("GET", Self.path + "/Jane@example.org").refusal == missing)
        #expect(try await wire.call("DELETE", Self.path + "/Jane@example.org").refusal == missing)
    }

    @Test("The list tells spellings of an address apart, sends don't")
    func spelling() async throws {
        let campaign = try await Campaign()
        try await campaign.client.putSuppressedDestination("Jane@example.org", reason: .bounce)
        #expect(await code { try await campaign.client.getSuppressedDestination("jane@example.org") } == .notFound)
        #expect(try await campaign.names(of: Campaign.email()) == [.send, .bounce])
        try await campaign.client.deleteSuppressedDestination("Jane@example.org")
        #expect(try await campaign.names(of: Campaign.email()) == [.send, .delivery])
    }

    @Test("An address that a bounce put there names the mail and the feedback")
    func attributes() async throws {
        let campaign = try await Campaign(EngagementModel(hardBounceRate: 1))
        let id = try await campaign.send()
        let bounce = try await campaign.settledEvents().last?.bounce
        let entry = try await campaign.client.getSuppressedDestination("jane@example.org")
        #expect(entry.attributes?.messageID == id)
        #expect(entry.attributes?.feedbackID == bounce?.feedbackID && bounce != nil)
        #expect(entry.lastUpdateTime == campaign.simulator.clock.date)
    }

    @Test("The list is sorted, paged, and narrowed by reason and time")
    func list() async throws {
        let start = simulator.clock.date
        for name in ["c", "a", "d"] {
            try await client.putSuppressedDestination(EmailAddress(rawValue: "\(name)@e.org"), reason: .bounce)
        }
        await simulator.advance(by: .seconds(100))
        try await client.putSuppressedDestination("b@e.org", reason: .complaint)

        func addresses(_ sequence: PagedSequence<ListSuppressedDestinations>) async throws -> String {
            var text = ""
            for try await entry in sequence {
                #expect(entry.lastUpdateTime != nil && entry.attributes == nil)
                text += entry.emailAddress.rawValue.prefix(1)
            }
            return text
        }
        #expect(try await addresses(client.listSuppressedDestinations()) == "abcd")
        #expect(try await addresses(client.listSuppressedDestinations(pageSize: 1)) == "abcd")
        #expect(try await addresses(client.listSuppressedDestinations(reasons: [.complaint])) == "b")
        #expect(try await addresses(client.listSuppressedDestinations(reasons: [.complaint, .bounce])) == "abcd")
        #expect(try await addresses(client.listSuppressedDestinations(after: start + 50)) == "b")
        #expect(try await addresses(client.listSuppressedDestinations(before: start + 50)) == "acd")
        #expect(try await addresses(client.listSuppressedDestinations(after: start, before: start + 50)) == "")
    }

    @Test("What the service refuses is refused in its words")
    func refusals() async throws {
        let put = { (body: String) in try await wire.call("PUT", Self.path, body) }
        #expect(try await put(#"{"EmailAddress":"a@e.org"}"#).message?.contains("'reason'") == true)
        #expect(try await put(#"{"EmailAddress":"a@e.org","Reason":"BORED"}"#).refusal.name == "BadRequestException")
        #expect(try await put(#"{"EmailAddress":"nobody","Reason":"BOUNCE"}"#).refusal.name == "BadRequestException")
        #expect(
            try await put(#"{"EmailAddress":"a@e.org","Reason":"BOUNCE","TenantName":"t"}"#).refusal
                == .notFound("The requested tenant <t> does not exist."))
        #expect(
            try await wire.call("GET", Self.path + "?PageSize=1001").refusal
                == .badRequest("Page size 1001 is invalid, expected a number between 1 and 1000"))
        #expect(try await wire.call("GET", Self.path + "?Reason=BORED").name == "BadRequestException")
        #expect(
            try await wire.call("GET", Self.path + "?NextToken=nonsense").refusal
                == Refusal(status: 400, name: "InvalidNextTokenException", message: "Token is invalid."))
        #expect(try await wire.call("GET", Self.path + "?StartDate=nonsense").name == "SerializationException")
        #expect(await simulator.suppressedAddresses.isEmpty)
    }
}
