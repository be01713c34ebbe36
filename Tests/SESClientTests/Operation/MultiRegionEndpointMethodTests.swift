import SESClient
import SESCore
import Testing

@Suite("The client's methods for multi-region endpoints")
struct MultiRegionEndpointMethodTests {
    private static let endpoints = "/v2/email/multi-region-endpoints"

    static let calls: [MethodCall] = [
        MethodCall(
            "POST \(endpoints)", #"{"Details":{"RoutesDetails":[{"Region":"eu-west-1"}]},"EndpointName":"e"}"#,
            answer: #"{"Status":"CREATING","EndpointId":"abc.def"}"#
        ) {
            let created = try await $0.createMultiRegionEndpoint("e", secondaryRegion: .euWest1)
            #expect(created.status == .creating)
            #expect(created.endpointID == "abc.def")
        },
        MethodCall(
            "POST \(endpoints)",
            #"{"Details":{"RoutesDetails":[{"Region":"eu-west-1"}]},"EndpointName":"e","Tags":[{"Key":"k","Value":"v"}]}"#
        ) {
            try await $0.createMultiRegionEndpoint(
                "e", secondaryRegion: .euWest1, tags: [ResourceTag(key: "k", value: "v")])
        },
        MethodCall(
            "GET \(endpoints)/e",
            answer: #"{"EndpointId":"abc.def","Routes":[{"Region":"us-east-1"},{}],"Status":"READY"}"#
        ) {
            let endpoint = try await $0.getMultiRegionEndpoint("e")
            #expect(endpoint.endpointID == "abc.def")
            #expect(endpoint.routes?.map(\.region) == ["us-east-1", ""])
            #expect(endpoint.status == .ready)
        },
        MethodCall(
            "GET \(endpoints)?PageSize=7",
            answer: #"{"MultiRegionEndpoints":[{"EndpointName":"e","Regions":["us-east-1","eu-west-1"]}]}"#
        ) {
            let found = try await $0.listMultiRegionEndpoints(pageSize: 7).reduce(into: []) { $0.append($1) }
            #expect(found == [MultiRegionEndpoint(endpointName: "e", regions: [.usEast1, .euWest1])])
        },
        MethodCall("DELETE \(endpoints)/e", answer: #"{"Status":"DELETING"}"#) {
            let status = try await $0.deleteMultiRegionEndpoint("e")
            #expect(status == .deleting)
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static func creation(_ name: MultiRegionEndpointName, _ regions: [Region]) -> CreateMultiRegionEndpoint {
        let routes = regions.map { MultiRegionRoute(region: $0) }
        return CreateMultiRegionEndpoint(
            endpointName: name, details: MultiRegionEndpointDetails(routesDetails: routes))
    }

    private static let taggedWrongly: CreateMultiRegionEndpoint = {
        var input = creation("e", [.euWest1])
        input.tags = [ResourceTag(key: "", value: "")]
        return input
    }()

    static let broken: [BrokenInput] = [
        BrokenInput(creation("", [.euWest1]), "EndpointName", "cannot be empty"),
        BrokenInput(creation("a.b", [.euWest1]), "EndpointName", BrokenInput.shortName),
        BrokenInput(creation("e", []), "Details.RoutesDetails", "must hold exactly one route"),
        BrokenInput(creation("e", [.euWest1, .euWest2]), "Details.RoutesDetails", "must hold exactly one route"),
        BrokenInput(
            creation("e", ["a.b"]), "Details.RoutesDetails[0].Region",
            "must be a host label: 1 to 63 ASCII letters, digits and inner hyphens"),
        BrokenInput(taggedWrongly, "Tags[0].Key", "cannot be empty"),
        BrokenInput(GetMultiRegionEndpoint(endpointName: "a b"), "EndpointName", BrokenInput.shortName),
        BrokenInput(DeleteMultiRegionEndpoint(endpointName: "a b"), "EndpointName", BrokenInput.shortName),
        BrokenInput(ListMultiRegionEndpoints(pageSize: 0), "PageSize", "must be 1 to 1000"),
        BrokenInput(ListMultiRegionEndpoints(pageSize: 1001), "PageSize", "must be 1 to 1000"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("pages of 1 to 1000 pass", arguments: [1, 1000])
    func legal(pageSize: Int) throws {
        try ListMultiRegionEndpoints(pageSize: pageSize).validate()
    }
}
