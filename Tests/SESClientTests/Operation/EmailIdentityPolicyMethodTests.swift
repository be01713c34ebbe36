import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for identities' policies and certificates")
struct EmailIdentityPolicyMethodTests {
    private static let policies = "/v2/email/identities/example.org/policies"
    private static let certificates = "/v2/email/identity/certificates"
    private static let certificate: ARN = "arn:aws:acm:eu-west-1:123456789012:certificate/c-1"

    static let calls: [MethodCall] = [
        MethodCall("POST \(policies)/p", #"{"Policy":"{}"}"#, answer: "{}") {
            try await $0.createEmailIdentityPolicy("p", "{}", of: "example.org")
        },
        MethodCall("GET \(policies)", answer: #"{"Policies":{"p":"{\"Id\":1}"}}"#) {
            let policies = try await $0.getEmailIdentityPolicies(of: "example.org")
            #expect(policies == ["p": #"{"Id":1}"#])
        },
        MethodCall("GET \(policies)", answer: "{}") {
            let policies = try await $0.getEmailIdentityPolicies(of: "example.org")
            #expect(policies.isEmpty)
        },
        MethodCall("PUT \(policies)/p", #"{"Policy":"{}"}"#, answer: "{}") {
            try await $0.updateEmailIdentityPolicy("p", "{}", of: "example.org")
        },
        MethodCall("DELETE \(policies)/p", answer: "{}") {
            try await $0.deleteEmailIdentityPolicy("p", of: "example.org")
        },
        MethodCall(
            "POST \(certificates)",
            #"{"CertificateArn":"arn:aws:acm:eu-west-1:123456789012:certificate/c-1","EmailIdentity":"example.org","FromAddress":"jane@mail.example.org"}"#,
            answer: "{}"
        ) {
            try await $0.associateEmailIdentityCertificate(
                certificate, with: "example.org", fromAddress: "jane@mail.example.org")
        },
        MethodCall(
            "POST \(certificates)/delete", #"{"EmailIdentity":"example.org","FromAddress":"jane@Example.org"}"#,
            answer: "{}"
        ) {
            try await $0.disassociateEmailIdentityCertificate(from: "example.org", fromAddress: "jane@Example.org")
        },
        MethodCall("POST \(certificates)/delete", #"{"EmailIdentity":"jane@example.org"}"#, answer: "{}") {
            try await $0.disassociateEmailIdentityCertificate(from: "jane@example.org")
        },
        MethodCall(
            "POST \(certificates)/list", #"{"EmailIdentity":"example.org","PageSize":7}"#,
            answer:
                #"{"Certificates":[{"FromAddress":"jane@example.org","Status":"NEW","CertificateExpiryTime":1.5E9}]}"#
        ) {
            let found = try await $0.listEmailIdentityCertificates(of: "example.org", pageSize: 7).reduce(into: []) {
                $0.append($1)
            }
            #expect(
                found == [
                    EmailIdentityCertificate(
                        fromAddress: "jane@example.org", status: .init(rawValue: "NEW"),
                        certificateExpiryTime: Date(timeIntervalSince1970: 1.5e9))
                ])
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static func policy(_ name: EmailIdentityPolicyName, _ text: String) -> CreateEmailIdentityPolicy {
        CreateEmailIdentityPolicy(
            emailIdentity: "e.org", policyName: name, policy: EmailIdentityPolicy(rawValue: text))
    }

    private static func certificate(
        _ identity: EmailIdentityName, _ address: EmailAddress?, _ arn: ARN = certificate
    ) -> AssociateEmailIdentityCertificate {
        AssociateEmailIdentityCertificate(emailIdentity: identity, fromAddress: address, certificateARN: arn)
    }

    static let broken: [BrokenInput] = [
        BrokenInput(policy("", "{}"), "PolicyName", "cannot be empty"),
        BrokenInput(policy("a.b", "{}"), "PolicyName", BrokenInput.shortName),
        BrokenInput(policy("p", ""), "Policy", "cannot be empty"),
        BrokenInput(policy("p", "[]"), "Policy", "must be a JSON object"),
        BrokenInput(
            policy("p", #"{"a":"\#(String(repeating: "é", count: 2045))"}"#), "Policy",
            "must be at most 4 KB (4096 bytes)"),
        BrokenInput(
            UpdateEmailIdentityPolicy(emailIdentity: "e.org", policyName: "p", policy: "no"), "Policy",
            "must be a JSON object"),
        BrokenInput(
            UpdateEmailIdentityPolicy(emailIdentity: "e.org", policyName: "", policy: "{}"), "PolicyName",
            "cannot be empty"),
        BrokenInput(
            DeleteEmailIdentityPolicy(emailIdentity: "e.org", policyName: ""), "PolicyName", "cannot be empty"),
        BrokenInput(GetEmailIdentityPolicies(emailIdentity: ""), "EmailIdentity", "cannot be empty"),
        BrokenInput(certificate("e.org", nil), "FromAddress", "must be given, as the identity is a domain"),
        BrokenInput(
            certificate("e.org", "j@other.org"), "FromAddress", "must be an address of 'e.org' or a subdomain"),
        BrokenInput(
            certificate("e.org", "j@ae.org"), "FromAddress", "must be an address of 'e.org' or a subdomain"),
        BrokenInput(certificate("j@e.org", "J@e.org"), "FromAddress", "must be the identity's own address"),
        BrokenInput(
            certificate("e.org", "J <j@e.org>"), "FromAddress",
            "must be an address without display name or angle brackets"),
        BrokenInput(
            certificate("j@e.org", nil, "arn:aws:acm:eu-west-1:123456789012:key/c-1"), "CertificateArn",
            "must name a resource that begins with 'certificate/'"),
        BrokenInput(
            certificate("j@e.org", nil, "arn:aws:ses:eu-west-1:123456789012:certificate/c-1"), "CertificateArn",
            "must name a certificate of AWS Certificate Manager: its service must be 'acm', not 'ses'"),
        BrokenInput(
            DisassociateEmailIdentityCertificate(emailIdentity: "e.org"), "FromAddress",
            "must be given, as the identity is a domain"),
        BrokenInput(
            ListEmailIdentityCertificates(emailIdentity: "e.org", pageSize: 0), "PageSize", "must be at least 1"),
        BrokenInput(ListEmailIdentityCertificates(emailIdentity: ""), "EmailIdentity", "cannot be empty"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("a policy and a certificate's address don't print")
    func privacy() {
        let policy: EmailIdentityPolicy = #"{"Resource":"arn:aws:ses:eu-west-1:1:identity/jane@example.org"}"#
        let values: [Any] = [
            CreateEmailIdentityPolicy(emailIdentity: "example.org", policyName: "p", policy: policy),
            GetEmailIdentityPolicies.Output(policies: ["p": policy]), EmailIdentity(policies: ["p": policy]),
            Self.certificate("example.org", "jane@example.org"),
            EmailIdentityCertificate(fromAddress: "jane@example.org"),
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("jane")) }
    }
}
