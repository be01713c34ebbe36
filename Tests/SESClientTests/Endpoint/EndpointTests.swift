import SESCore
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("Endpoints")
struct EndpointTests {
    static let hosts: [(region: Region, suffix: String, dualStackSuffix: String)] = [
        ("us-east-1", "amazonaws.com", "api.aws"), ("eu-west-1", "amazonaws.com", "api.aws"),
        ("ap-southeast-7", "amazonaws.com", "api.aws"), ("mx-central-1", "amazonaws.com", "api.aws"),
        ("cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
        ("us-gov-west-1", "amazonaws.com", "api.aws"), ("us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov"),
        ("us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud"),
        ("eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
        ("us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
        ("eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu"), ("xx-new-1", "amazonaws.com", "api.aws"),
    ]

    @Test("follow AWS's rules in every partition", arguments: hosts)
    func partitions(region: Region, suffix: String, dualStackSuffix: String) throws {
        func host(fips: Bool, dual: Bool) throws -> String {
            try Endpoint(region: region, options: EndpointOptions(usesFIPS: fips, usesDualStack: dual)).host
        }
        #expect(try host(fips: false, dual: false) == "email.\(region).\(suffix)")
        #expect(try host(fips: true, dual: false) == "email-fips.\(region).\(suffix)")
        #expect(try host(fips: false, dual: true) == "email.\(region).\(dualStackSuffix)")
        #expect(try host(fips: true, dual: true) == "email-fips.\(region).\(dualStackSuffix)")
        #expect(try Endpoint(region: region, options: EndpointOptions()).scheme == "https")
    }

    @Test(
        "an address of one's own goes with neither FIPS nor dual stack, in AWS's words",
        arguments: [
            (true, false, "Invalid Configuration: FIPS and custom endpoint are not supported"),
            (false, true, "Invalid Configuration: Dualstack and custom endpoint are not supported"),
            (true, true, "Invalid Configuration: FIPS and custom endpoint are not supported"),
        ])
    func customWithOptions(fips: Bool, dual: Bool, words: String) {
        let options = EndpointOptions(usesFIPS: fips, usesDualStack: dual, url: "https://localhost")
        let error = #expect(throws: SESv2Error.self) { try Endpoint(region: .usEast1, options: options) }
        #expect(error?.code == .invalidEndpoint)
        #expect(error?.message == words)
    }

    @Test(
        "an address of one's own is taken apart",
        arguments: [
            ("https://mail.example.com", "https", "mail.example.com", nil, ""),
            ("https://mail.example.com/", "https", "mail.example.com", nil, ""),
            ("HTTPS://mail.example.com:8443/a/b/", "https", "mail.example.com", 8443, "/a/b"),
            ("http://127.0.0.1:5000", "http", "127.0.0.1", 5000, ""),
            ("http://127.9.9.9", "http", "127.9.9.9", nil, ""),
            ("http://localhost:4566/ses", "http", "localhost", 4566, "/ses"),
            ("http://LocalHost", "http", "LocalHost", nil, ""), ("http://[::1]:5000", "http", "[::1]", 5000, ""),
            ("https://[2001:db8::1]/x", "https", "[2001:db8::1]", nil, "/x"),
            ("https://mail.example.com/a%20b", "https", "mail.example.com", nil, "/a%20b"),
        ] as [(String, String, String, Int?, String)])
    func custom(url: String, scheme: String, host: String, port: Int?, basePath: String) throws {
        let endpoint = try Endpoint(region: .usEast1, options: EndpointOptions(url: url))
        #expect(endpoint.scheme == scheme)
        #expect(endpoint.host == host)
        #expect(endpoint.port == port)
        #expect(endpoint.basePath == basePath)
    }

    @Test(
        "an address that can't be right or safe is refused, and its secrets aren't shown",
        arguments: [
            "", "mail.example.com", "localhost:5000", "https://", "https:///path", "ftp://localhost", "://x",
            "http://mail.example.com", "http://127.0.0.1.example.com", "http://localhost.example.com",
            "http://127.0.0.256", "http://127.0.0", "http://127.0.0.+1", "http://0.0.0.0", "http://[::2]",
            "http://10.0.0.1", "https://user@mail.example.com", "https://user:secret@mail.example.com",
            "https://mail.example.com?x=1", "https://mail.example.com?", "https://mail.example.com/#f",
            "http://localhost@mail.example.com", "https://mail.example.com:0", "https://mail.example.com:99999",
            "https://mail.example.com:x", "https://mail example.com", "\u{0}",
        ])
    func refused(url: String) {
        let error = #expect(throws: SESv2Error.self) {
            try Endpoint(region: .usEast1, options: EndpointOptions(url: url))
        }
        #expect(error?.code == .invalidEndpoint)
        #expect(error?.description.contains("secret") == false)
    }

    @Test(
        "a region that can't be part of a host name is refused, with or without an address of one's own",
        arguments: ["", "eu west", "eu-west-1.evil.com", "a/b", "-a", "a\r\nX: y", String(repeating: "a", count: 64)],
        [nil, "https://localhost"])
    func badRegion(region: String, url: String?) {
        let error = #expect(throws: SESv2Error.self) {
            try Endpoint(region: Region(rawValue: region), options: EndpointOptions(url: url))
        }
        #expect(error?.code == .invalidEndpoint)
    }

    @Test("the base path goes before every path, and the port into Host")
    func basePath() async throws {
        let transport = RecordingTransport()
        let options = EndpointOptions(url: "http://localhost:4566/ses/")
        let client = try SESv2Client.test(transport, configuration: .init(endpoint: options))
        _ = try await client.getAccount()
        #expect(transport.requests.first?.url == "http://localhost:4566/ses/v2/email/account")
    }
}
