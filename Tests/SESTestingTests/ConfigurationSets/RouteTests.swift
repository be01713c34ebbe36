import SESClient
import SESCore
import SESTesting
import Testing

@testable import SESTesting

@Suite("What the simulator answers")
struct RouteTests {
    @Test("operations the library ships, each once, and no other")
    func shipped() {
        let answered = Route.all.map(\.operation)
        #expect(Set(answered).count == answered.count)
        #expect(Set(answered).isSubset(of: ShippedOperations.all.map { $0.name }))
    }

    private struct GetDedicatedIpPool: SESOperation {
        static let http = HTTPBinding(.get, "/v2/email/dedicated-ip-pools/{PoolName}")
        var poolName: String
        enum CodingKeys: String, CodingKey { case poolName = "PoolName" }
        typealias Output = EmptyOutput
    }

    @Test("an operation of the user's own meets its faults, and without one is told not to be simulated")
    func ownOperation() async throws {
        let simulator = SESSimulator()
        let ses = SESv2Client(simulator: simulator)
        await simulator.inject(.throttle, on: GetDedicatedIpPool.self)
        let fault = await #expect(throws: SESv2Error.self) { try await ses.execute(GetDedicatedIpPool(poolName: "p")) }
        #expect(fault?.code == .throttled)
        let unknown = await #expect(throws: SESv2Error.self) {
            try await ses.execute(GetDedicatedIpPool(poolName: "p"))
        }
        #expect(unknown?.serviceCode == "NotSimulatedException")
    }

    @Test("a default set doesn't verify an identity, and verifying again keeps it")
    func defaultSetAndVerification() async throws {
        let simulator = SESSimulator()
        let ses = SESv2Client(simulator: simulator)
        try await ses.createConfigurationSet(ConfigurationSet("s"))
        await simulator.verify("other.example")
        await simulator.setDefaultConfigurationSet("s", for: "example.com")
        let email = Email(from: "a@example.com", to: ["b@example.org"], subject: "s", text: "t")
        let error = await #expect(throws: SESv2Error.self) { try await ses.send(email, configurationSet: nil) }
        #expect(error?.code == .messageRejected)
        await simulator.verify("example.com")
        try await ses.send(email, configurationSet: nil)
        #expect(await simulator.sentMails.last?.configurationSet == "s")
    }
}
