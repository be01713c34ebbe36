import SESCore
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("Multi-region endpoints' addresses")
struct MultiRegionHostTests {
    private func endpoint(
        _ id: String = "abc.def", in region: Region = .euWest1, _ options: EndpointOptions = EndpointOptions()
    ) throws -> Endpoint {
        try Endpoint(region: region, options: options).multiRegion(id, region: region, options: options)
    }

    @Test("follow AWS's rules in every partition", arguments: EndpointTests.hosts)
    func partitions(region: Region, suffix: String, dualStackSuffix: String) throws {
        #expect(try endpoint(in: region).host == "abc.def.endpoints.email.\(suffix)")
        #expect(
            try endpoint(in: region, EndpointOptions(usesDualStack: true)).host
                == "abc.def.endpoints.email.global.\(dualStackSuffix)")
    }

    @Test("an address of one's own is kept")
    func custom() throws {
        let options = EndpointOptions(url: "http://localhost:4566/ses/")
        #expect(try endpoint(in: .euWest1, options) == Endpoint(region: .euWest1, options: options))
    }

    @Test("there is none with FIPS, in AWS's words", arguments: [false, true])
    func fips(dual: Bool) {
        let options = EndpointOptions(usesFIPS: true, usesDualStack: dual)
        let error = #expect(throws: SESv2Error.self) { try endpoint(in: .usEast1, options) }
        #expect(error?.code == .invalidEndpoint)
        #expect(error?.message == "Invalid Configuration: FIPS is not supported with multi-region endpoints")
    }

    @Test(
        "an id that can't be part of a host name is refused, in AWS's words",
        arguments: ["", ".", "a..b", "-a", "a_b", "a/b", "a b", "a.evil.com/", "a@b", "a:1", "é"])
    func badID(id: String) {
        for options in [EndpointOptions(), EndpointOptions(url: "https://localhost")] {
            let error = #expect(throws: SESv2Error.self) { try endpoint(id, in: .usEast1, options) }
            #expect(error?.code == .invalidEndpoint)
            #expect(error?.message == "EndpointId must be a valid host label")
        }
    }
}
