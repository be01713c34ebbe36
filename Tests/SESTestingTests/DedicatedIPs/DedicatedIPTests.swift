import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Dedicated IP addresses and pools in the simulator")
struct DedicatedIPTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    private func pools(_ size: Int? = nil) async throws -> [DedicatedIpPoolName] {
        try await client.listDedicatedIpPools(pageSize: size).reduce(into: []) { $0.append($1) }
    }

    private func ips(in pool: DedicatedIpPoolName? = nil, _ size: Int? = nil) async throws -> [DedicatedIp] {
        try await client.getDedicatedIps(in: pool, pageSize: size).reduce(into: []) { $0.append($1) }
    }

    @Test("A pool is standard unless it is made managed, is listed by name, and can be taken back")
    func pools() async throws {
        try await client.createDedicatedIpPool("b")
        try await client.createDedicatedIpPool("a", scalingMode: .managed)
        await simulator.addDedicatedIPPool("c")
        #expect(try await client.getDedicatedIpPool("b") == DedicatedIpPool(poolName: "b", scalingMode: .standard))
        #expect(try await client.getDedicatedIpPool("a") == DedicatedIpPool(poolName: "a", scalingMode: .managed))
        #expect(try await pools() == ["a", "b", "c"])
        #expect(try await pools(1) == ["a", "b", "c"])
        try await client.deleteDedicatedIpPool("b")
        #expect(try await pools() == ["a", "c"])
        #expect(await code { try await client.getDedicatedIpPool("b") } == .notFound)
    }

    @Test("A set can send from a pool as soon as there is one, and deliveries name an address of it")
    func sendingPool() async throws {
        let campaign = try await Campaign()
        let options = DeliveryOptions(sendingPoolName: "p")
        let put = { try await campaign.client.putConfigurationSetDeliveryOptions("promo", options) }
        #expect(await code(of: put) == .notFound)
        try await campaign.client.createDedicatedIpPool("p")
        try await put()
        try await campaign.send()
        let shared = try await campaign.settledEvents().last
        await campaign.simulator.addDedicatedIP("203.0.113.77", pool: "p")
        try await campaign.send()
        let dedicated = try await campaign.settledEvents().last
        #expect(shared?.type == .delivery && shared?.mail.tags["ses:outgoing-ip"] != ["203.0.113.77"])
        #expect(dedicated?.mail.tags["ses:outgoing-ip"] == ["203.0.113.77"])
    }

    @Test("A leased address is in the default pool, moves, and warms up")
    func addresses() async throws {
        #expect(try await ips().isEmpty)
        await simulator.addDedicatedIP("192.0.2.2", warmupPercentage: 40)
        await simulator.addDedicatedIP("192.0.2.1", pool: "p")
        let first = DedicatedIp(ip: "192.0.2.1", warmupStatus: .done, warmupPercentage: 100, poolName: "p")
        let second = DedicatedIp(
            ip: "192.0.2.2", warmupStatus: .inProgress, warmupPercentage: 40, poolName: "ses-default-dedicated-pool")
        #expect(try await ips() == [first, second])
        #expect(try await ips(in: nil, 1) == [first, second])
        #expect(try await ips(in: "p") == [first])
        try await client.putDedicatedIp("192.0.2.2", inPool: "p")
        #expect(try await ips(in: "p").map(\.ip) == ["192.0.2.1", "192.0.2.2"])
        try await client.putDedicatedIp("192.0.2.1", inPool: "ses-default-dedicated-pool")
        #expect(try await client.getDedicatedIp("192.0.2.1").poolName == "ses-default-dedicated-pool")
        try await client.putDedicatedIpWarmupAttributes("192.0.2.2", warmupPercentage: 100)
        #expect(try await client.getDedicatedIp("192.0.2.2").warmupStatus == .done)
        try await client.putDedicatedIpWarmupAttributes("192.0.2.2", warmupPercentage: 99)
        #expect(try await client.getDedicatedIp("192.0.2.2").warmupStatus == .inProgress)
    }

    @Test("A pool becomes managed with its addresses, for good, and takes them along when it goes")
    func managed() async throws {
        await simulator.addDedicatedIP("192.0.2.1", pool: "p")
        await simulator.addDedicatedIP("192.0.2.2")
        let full = await error { try await client.deleteDedicatedIpPool("p") }
        #expect(full?.code == .badRequest)
        try await client.putDedicatedIpPoolScalingAttributes("p", .standard)
        try await client.putDedicatedIpPoolScalingAttributes("p", .managed)
        #expect(
            try await client.getDedicatedIp("192.0.2.1")
                == DedicatedIp(ip: "192.0.2.1", warmupStatus: .notApplicable, warmupPercentage: -1, poolName: "p"))
        let back = await error { try await client.putDedicatedIpPoolScalingAttributes("p", .standard) }
        #expect(back?.serviceMessage == "The ScalingMode parameter is invalid.")
        #expect(await code { try await client.putDedicatedIp("192.0.2.2", inPool: "p") } == .badRequest)
        #expect(
            await code { try await client.putDedicatedIp("192.0.2.1", inPool: "ses-default-dedicated-pool") }
                == .badRequest)
        #expect(
            await code { try await client.putDedicatedIpWarmupAttributes("192.0.2.1", warmupPercentage: 1) }
                == .badRequest)
        try await client.deleteDedicatedIpPool("p")
        #expect(try await ips().map(\.ip) == ["192.0.2.2"])
    }

    static let refused: [(String, String, String?, Refusal)] = [
        (
            "POST", "-pools", #"{"PoolName":"p"}"#,
            Refusal(status: 400, name: "AlreadyExistsException", message: "The pool <p> already exists.")
        ),
        (
            "POST", "-pools", #"{"PoolName":"q","ScalingMode":"ELASTIC"}"#,
            .badRequest("The ScalingMode parameter is invalid.")
        ),
        ("GET", "-pools/gone", nil, .notFound("The requested pool <gone> does not exist.")),
        ("DELETE", "-pools/gone", nil, .notFound("The requested pool <gone> does not exist.")),
        (
            "PUT", "-pools/gone/scaling", #"{"ScalingMode":"MANAGED"}"#,
            .notFound("The requested pool <gone> does not exist.")
        ),
        ("GET", "-pools?PageSize=1001", nil, .badRequest("The page size must be in [1, 1000] range.")),
        ("GET", "-pools?NextToken=x", nil, .badRequest("Invalid next token.")),
        ("GET", "s/192.0.2.9", nil, .notFound("Could not find dedicated IP <192.0.2.9> under this account.")),
        ("GET", "s?PoolName=gone", nil, .notFound("The requested pool <gone> does not exist.")),
        (
            "PUT", "s/192.0.2.9/pool", #"{"DestinationPoolName":"gone"}"#,
            .notFound("Could not find dedicated IP <192.0.2.9> under this account.")
        ),
        (
            "PUT", "s/192.0.2.1/pool", #"{"DestinationPoolName":"gone"}"#,
            .notFound("The requested pool <gone> does not exist.")
        ),
        (
            "PUT", "s/192.0.2.9/warmup", #"{"WarmupPercentage":101}"#,
            .badRequest("Warmup Percentage must be between 0 and 100.")
        ),
        (
            "PUT", "s/192.0.2.9/warmup", #"{"WarmupPercentage":7}"#,
            .notFound("Could not find dedicated IP <192.0.2.9> under this account.")
        ),
    ]

    @Test("What the service refuses is refused in its words", arguments: refused)
    func refusals(method: String, path: String, body: String?, refusal: Refusal) async throws {
        await simulator.addDedicatedIP("192.0.2.1", pool: "p")
        #expect(try await wire.call(method, "/v2/email/dedicated-ip" + path, body).refusal == refusal)
    }
}
