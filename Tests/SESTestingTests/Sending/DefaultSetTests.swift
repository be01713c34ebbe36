import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Which configuration set a mail gets")
struct DefaultSetTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    init() async throws {
        for name in ["request", "header", "address", "domain"] as [ConfigurationSetName] {
            try await client.createConfigurationSet(ConfigurationSet(name))
        }
        await simulator.verify("example.com", defaultConfigurationSet: "domain")
        await simulator.verify("shop@example.com", defaultConfigurationSet: "address")
        await simulator.verify("plain@example.com")
    }

    private func raw(from: String = "shop@example.com", set: String?) -> Email {
        let header = set.map { "X-SES-CONFIGURATION-SET: \($0)\r\n" } ?? ""
        return Email(content: .raw(Data("From: \(from)\r\nTo: b@example.org\r\n\(header)\r\nhi".utf8)))
    }

    private func usedSet() async -> ConfigurationSetName? { await simulator.sentMails.last?.configurationSet }

    @Test("The request's set wins over the header's, that over the address's, that over the domain's")
    func precedence() async throws {
        try await client.send(raw(set: "header"), configurationSet: "request")
        #expect(await usedSet() == "request")
        try await client.send(raw(set: "header"), configurationSet: nil)
        #expect(await usedSet() == "header")
        try await client.send(raw(set: nil), configurationSet: nil)
        #expect(await usedSet() == "address")
        try await client.send(raw(from: "other@example.com", set: nil), configurationSet: nil)
        #expect(await usedSet() == "domain")
        try await client.send(raw(from: "a@mail.example.com", set: nil), configurationSet: nil)
        #expect(await usedSet() == "domain")
    }

    @Test("An address without a default of its own gets its domain's")
    func fallsBack() async throws {
        try await client.send(raw(from: "plain@example.com", set: nil), configurationSet: nil)
        #expect(await usedSet() == "domain")
    }

    @Test("A default can be taken away")
    func cleared() async throws {
        await simulator.setDefaultConfigurationSet(nil, for: "shop@example.com")
        await simulator.setDefaultConfigurationSet(nil, for: "EXAMPLE.com")
        try await client.send(raw(set: nil), configurationSet: nil)
        #expect(await usedSet() == nil)
    }

    @Test("An empty header names no set")
    func emptyHeader() async throws {
        try await client.send(raw(set: ""), configurationSet: nil)
        #expect(await usedSet() == "address")
    }

    @Test("A default that was deleted makes sends fail as bad requests, until the send names another")
    func stale() async throws {
        try await client.deleteConfigurationSet("address")
        let error = await error { try await client.send(raw(set: nil), configurationSet: nil) }
        #expect(error?.code == .badRequest)
        #expect(error?.serviceMessage == "Configuration set <address> does not exist.")
        try await client.send(raw(set: nil), configurationSet: "request")
        #expect(await usedSet() == "request")
    }

    @Test("A paused default pauses the mail that relies on it")
    func paused() async throws {
        try await client.putConfigurationSetSendingOptions("address", SendingOptions(sendingEnabled: false))
        #expect(await code { try await client.send(raw(set: nil), configurationSet: nil) } == .sendingPaused)
    }
}
