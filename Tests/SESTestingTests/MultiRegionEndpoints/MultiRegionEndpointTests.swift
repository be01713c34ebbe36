import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Multi-region endpoints in the simulator")
struct MultiRegionEndpointTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    static let path = "/v2/email/multi-region-endpoints"

    @Test("An endpoint is being made, is ready with both regions, is listed, and goes")
    func lifecycle() async throws {
        let made = try await client.createMultiRegionEndpoint("b", secondaryRegion: .usEast1)
        #expect(made.status == .creating)
        let endpoint = try await client.getMultiRegionEndpoint("b")
        #expect(endpoint.endpointID == made.endpointID && made.endpointID != nil)
        #expect(endpoint.routes?.map(\.region) == [.euWest1, .usEast1] && endpoint.regions == nil)
        #expect(endpoint.status == .ready && endpoint.createdTimestamp == simulator.clock.date)
        try await client.createMultiRegionEndpoint("a", secondaryRegion: .usEast1)
        var listed: [MultiRegionEndpoint] = []
        for try await endpoint in client.listMultiRegionEndpoints(pageSize: 1) { listed.append(endpoint) }
        #expect(listed.map(\.endpointName) == ["a", "b"])
        #expect(listed.last?.regions == [.euWest1, .usEast1] && listed.last?.routes == nil)
        #expect(try await client.deleteMultiRegionEndpoint("b") == .deleting)
        #expect(await code { try await client.getMultiRegionEndpoint("b") } == .notFound)
        #expect(await code { try await client.deleteMultiRegionEndpoint("b") } == .notFound)
    }

    static let refused: [(String, String)] = [
        (#"{"EndpointName":"a","Details":{"RoutesDetails":[{"Region":"us-east-1"}]}}"#, "AlreadyExistsException"),
        (#"{"EndpointName":"b","Details":{"RoutesDetails":[{"Region":"eu-west-1"}]}}"#, "BadRequestException"),
        (#"{"EndpointName":"b","Details":{"RoutesDetails":[]}}"#, "BadRequestException"),
        (#"{"EndpointName":"b"}"#, "BadRequestException"),
        (#"{"EndpointName":"a b","Details":{"RoutesDetails":[{"Region":"us-east-1"}]}}"#, "BadRequestException"),
    ]

    @Test("A second of a name, and one without another region, are refused", arguments: refused)
    func refusals(body: String, name: String) async throws {
        try await client.createMultiRegionEndpoint("a", secondaryRegion: .usEast1)
        #expect(try await wire.call("POST", Self.path, body).name == name)
    }
}
