import SESClient
import SESCore
import Testing

@Suite("The client's methods for dedicated IP addresses")
struct DedicatedIpMethodTests {
    private static let pools = "/v2/email/dedicated-ip-pools"
    private static let ips = "/v2/email/dedicated-ips"

    static let calls: [MethodCall] = [
        MethodCall("POST \(pools)", #"{"PoolName":"p"}"#) { try await $0.createDedicatedIpPool("p") },
        MethodCall("POST \(pools)", #"{"PoolName":"p","ScalingMode":"MANAGED","Tags":[{"Key":"k","Value":"v"}]}"#) {
            try await $0.createDedicatedIpPool("p", scalingMode: .managed, tags: [ResourceTag(key: "k", value: "v")])
        },
        MethodCall(
            "GET \(pools)/p", answer: #"{"DedicatedIpPool":{"PoolName":"p","ScalingMode":"STANDARD"}}"#
        ) {
            let pool = try await $0.getDedicatedIpPool("p")
            #expect(pool == DedicatedIpPool(poolName: "p", scalingMode: .standard))
        },
        MethodCall("GET \(pools)?PageSize=7", answer: #"{"DedicatedIpPools":["a","b"]}"#) {
            let names = try await $0.listDedicatedIpPools(pageSize: 7).reduce(into: []) { $0.append($1) }
            #expect(names == ["a", "b"])
        },
        MethodCall("DELETE \(pools)/p") { try await $0.deleteDedicatedIpPool("p") },
        MethodCall("PUT \(pools)/p/scaling", #"{"ScalingMode":"MANAGED"}"#) {
            try await $0.putDedicatedIpPoolScalingAttributes("p", .managed)
        },
        MethodCall(
            "GET \(ips)/192.0.2.1",
            answer:
                #"{"DedicatedIp":{"Ip":"192.0.2.1","WarmupStatus":"NOT_APPLICABLE","WarmupPercentage":-1,"PoolName":"p"}}"#
        ) {
            let ip = try await $0.getDedicatedIp("192.0.2.1")
            #expect(
                ip
                    == DedicatedIp(
                        ip: "192.0.2.1", warmupStatus: .notApplicable, warmupPercentage: -1, poolName: "p"))
        },
        MethodCall("GET \(ips)") { for try await _ in $0.getDedicatedIps() {} },
        MethodCall("GET \(ips)?PoolName=p&PageSize=7", answer: #"{"DedicatedIps":[{"Ip":"192.0.2.1"},{}]}"#) {
            let found = try await $0.getDedicatedIps(in: "p", pageSize: 7).reduce(into: []) { $0.append($1.ip) }
            #expect(found == ["192.0.2.1", ""])
        },
        MethodCall("PUT \(ips)/192.0.2.1/pool", #"{"DestinationPoolName":"p"}"#) {
            try await $0.putDedicatedIp("192.0.2.1", inPool: "p")
        },
        MethodCall("PUT \(ips)/192.0.2.1/warmup", #"{"WarmupPercentage":40}"#) {
            try await $0.putDedicatedIpWarmupAttributes("192.0.2.1", warmupPercentage: 40)
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let address = "must contain only hexadecimal digits, '.' and ':'"

    static let broken: [BrokenInput] = [
        BrokenInput(CreateDedicatedIpPool(poolName: ""), "PoolName", "cannot be empty"),
        BrokenInput(
            CreateDedicatedIpPool(poolName: "p", tags: [ResourceTag(key: "", value: "")]), "Tags[0].Key",
            "cannot be empty"),
        BrokenInput(GetDedicatedIpPool(poolName: "a b"), "PoolName", BrokenInput.shortName),
        BrokenInput(DeleteDedicatedIpPool(poolName: "a b"), "PoolName", BrokenInput.shortName),
        BrokenInput(ListDedicatedIpPools(pageSize: 0), "PageSize", "must be at least 1"),
        BrokenInput(
            PutDedicatedIpPoolScalingAttributes(poolName: "a b", scalingMode: .managed), "PoolName",
            BrokenInput.shortName),
        BrokenInput(GetDedicatedIp(ip: ""), "Ip", "cannot be empty"),
        BrokenInput(GetDedicatedIp(ip: "192.0.2.1/24"), "Ip", address),
        BrokenInput(GetDedicatedIps(poolName: "a b"), "PoolName", BrokenInput.shortName),
        BrokenInput(GetDedicatedIps(pageSize: 0), "PageSize", "must be at least 1"),
        BrokenInput(PutDedicatedIpInPool(ip: "host", destinationPoolName: "p"), "Ip", address),
        BrokenInput(
            PutDedicatedIpInPool(ip: "192.0.2.1", destinationPoolName: ""), "DestinationPoolName", "cannot be empty"),
        BrokenInput(PutDedicatedIpWarmupAttributes(ip: "host", warmupPercentage: 1), "Ip", address),
        BrokenInput(
            PutDedicatedIpWarmupAttributes(ip: "192.0.2.1", warmupPercentage: 101), "WarmupPercentage",
            "must be 0 to 100"),
        BrokenInput(
            PutDedicatedIpWarmupAttributes(ip: "192.0.2.1", warmupPercentage: -1), "WarmupPercentage",
            "must be 0 to 100"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("the edges of the rules pass", arguments: [0, 100])
    func legal(percentage: Int) throws {
        try PutDedicatedIpWarmupAttributes(ip: "2001:db8::1", warmupPercentage: percentage).validate()
        try ListDedicatedIpPools(pageSize: 1).validate()
    }

    @Test("an answer without the pool or the address is refused")
    func missing() async throws {
        let client = try SESv2Client.test(RecordingTransport(body: "{}"))
        let pool = await #expect(throws: SESv2Error.self) { try await client.getDedicatedIpPool("p") }
        let ip = await #expect(throws: SESv2Error.self) { try await client.getDedicatedIp("192.0.2.1") }
        #expect(pool?.code == .unreadableResponse && ip?.code == .unreadableResponse)
    }
}
