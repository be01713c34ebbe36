import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Policies and certificates of identities in the simulator")
struct IdentityPolicyTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }
    private let path = "/v2/email/identities/example.com/policies"

    init() async throws {
        try await client.createEmailIdentity("example.com")
    }

    @Test("A policy is kept without the white space between its parts, replaced and taken away")
    func policies() async throws {
        try await client.createEmailIdentityPolicy("p", #"{ "Id": "a \" b",\#n "Version" : "1 2" }"#, of: "example.com")
        let kept: EmailIdentityPolicy = #"{"Id":"a \" b","Version":"1 2"}"#
        #expect(try await client.getEmailIdentityPolicies(of: "example.com") == ["p": kept])
        #expect(try await client.getEmailIdentity("example.com").policies == ["p": kept])
        try await client.updateEmailIdentityPolicy("p", "{}", of: "example.com")
        #expect(try await client.getEmailIdentityPolicies(of: "example.com") == ["p": "{}"])
        try await client.deleteEmailIdentityPolicy("p", of: "example.com")
        #expect(try await client.getEmailIdentityPolicies(of: "example.com").isEmpty)
    }

    @Test("What can't be is refused in the service's words")
    func refusals() async throws {
        try await client.createEmailIdentityPolicy("p", "{}", of: "example.com")
        let body = #"{"Policy":"{}"}"#
        #expect(
            try await wire.call("POST", path + "/p", body).refusal
                == Refusal(status: 400, name: "AlreadyExistsException", message: "Policy <p> already exists"))
        let missing = Refusal.notFound("Policy <q> does not exist")
        #expect(try await wire.call("PUT", path + "/q", body).refusal == missing)
        #expect(try await wire.call("DELETE", path + "/q").refusal == missing)
        #expect(
            try await wire.call("POST", path + "/a.b", body).refusal
                == .badRequest(
                    "PolicyName is invalid. Policy names must only include alpha-numeric characters, dashes, and "
                        + "underscores."))
        #expect(try await wire.call("POST", path + "/" + String(repeating: "p", count: 65), body).status == 400)
        #expect(try await wire.call("POST", path + "/q", #"{"Policy":"[]"}"#).name == "BadRequestException")
        #expect(try await wire.call("POST", path + "/q", "{}").name == "BadRequestException")
    }

    @Test("An identity has at most twenty, and a new one of the same name has none")
    func limit() async throws {
        for number in 0..<20 {
            try await client.createEmailIdentityPolicy(
                EmailIdentityPolicyName(rawValue: "p\(number)"), "{}", of: "example.com")
        }
        #expect(
            await code { try await client.createEmailIdentityPolicy("p20", "{}", of: "example.com") } == .limitExceeded)
        try await client.deleteEmailIdentity("example.com")
        try await client.createEmailIdentity("example.com")
        #expect(try await client.getEmailIdentityPolicies(of: "example.com").isEmpty)
    }

    private let certificate: ARN = "arn:aws:acm:eu-west-1:123456789012:certificate/c-1"

    @Test("An address has one certificate, which is active once the identity is verified")
    func certificates() async throws {
        try await client.associateEmailIdentityCertificate(
            certificate, with: "example.com", fromAddress: "b@example.com")
        try await client.associateEmailIdentityCertificate(
            certificate, with: "example.com", fromAddress: "a@mail.example.com")
        let second = await error {
            try await client.associateEmailIdentityCertificate(
                certificate, with: "example.com", fromAddress: "B@example.com")
        }
        #expect(second?.code == .alreadyExists)
        func list() async throws -> [EmailIdentityCertificate] {
            try await client.listEmailIdentityCertificates(of: "example.com", pageSize: 1).reduce(into: []) {
                $0.append($1)
            }
        }
        #expect(try await list().map(\.fromAddress) == ["a@mail.example.com", "b@example.com"])
        #expect(try await list().allSatisfy { $0.status == .provisioning && $0.certificateARN == certificate })
        await simulator.verify("example.com")
        #expect(try await list().allSatisfy { $0.status == .active })
    }

    @Test("An identity with certificates stays until they are taken away; taking away twice does no harm")
    func deletion() async throws {
        try await client.createEmailIdentity("me@example.org")
        try await client.associateEmailIdentityCertificate(certificate, with: "me@example.org")
        let answer = try await wire.call("DELETE", "/v2/email/identities/me%40example.org")
        #expect(
            answer.refusal
                == .badRequest(
                    "Cannot delete <arn:aws:ses:eu-west-1:123456789012:identity/me@example.org> because it has "
                        + "certificates associated with it. Disassociate all certificates and try again."))
        for _ in 0..<2 { try await client.disassociateEmailIdentityCertificate(from: "me@example.org") }
        try await client.deleteEmailIdentity("me@example.org")
        #expect(
            await code { try await client.disassociateEmailIdentityCertificate(from: "me@example.org") } == .notFound)
    }
}
