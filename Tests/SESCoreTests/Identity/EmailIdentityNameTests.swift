import SESCore
import Testing

@Suite("Names of e-mail identities")
struct EmailIdentityNameTests {
    @Test(
        "a domain or a bare address is taken",
        arguments: ["example.org", "a_b.example.org", "xn--bcher-kva.example", "localhost", "jane+tag@example.org"])
    func legal(text: String) throws {
        #expect(try EmailIdentityName(text).rawValue == text)
    }

    @Test(
        "anything else is refused, and no address is repeated",
        arguments: [
            "", ".", "a..b", "-a.org", "a b.org", "bücher.example", "a/b", "Jane <jane@example.org>", "jane@", "@e.org",
            "jane@-e.org", String(repeating: "a", count: 64) + ".org", "ja ne@example.org",
        ])
    func illegal(text: String) throws {
        let error = #expect(throws: SESValueError.self) { try EmailIdentityName(text) }
        #expect(error?.field == "EmailIdentity")
        #expect(error.map { $0.description.contains("jane") } == false)
    }

    @Test("it knows its domain and whether it is one")
    func domain() {
        let jane: EmailIdentityName = "jane@Mail.example.org"
        #expect(!jane.isDomain)
        #expect(jane.domain == "Mail.example.org")
        let domain: EmailIdentityName = "example.org"
        #expect(domain.isDomain)
        #expect(domain.domain == "example.org")
    }

    @Test("an address prints as its domain, and stays whole in an ARN")
    func printing() {
        let jane: EmailIdentityName = "jane@example.org"
        #expect("\(jane)" == "…@example.org")
        let arn = ARN.emailIdentity(jane, region: .euWest1, accountID: "123456789012")
        #expect(arn.rawValue == "arn:aws:ses:eu-west-1:123456789012:identity/jane@example.org")
    }

    @Test(
        "the origin of a copied key names the region in AWS's way",
        arguments: [(Region.usEast1, "AWS_SES_US_EAST_1"), ("ap-southeast-5", "AWS_SES_AP_SOUTHEAST_5")])
    func origin(region: Region, text: String) {
        #expect(DkimSigningAttributesOrigin.replica(of: region).rawValue == text)
    }
}
