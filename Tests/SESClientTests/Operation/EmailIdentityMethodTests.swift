import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for e-mail identities")
struct EmailIdentityMethodTests {
    private static let identities = "/v2/email/identities"
    private static let jane = "\(identities)/jane%40example.org"

    static let calls: [MethodCall] = [
        MethodCall("POST \(identities)", #"{"EmailIdentity":"example.org"}"#, answer: "{}") {
            let created = try await $0.createEmailIdentity("example.org")
            #expect(!created.verifiedForSendingStatus)
        },
        MethodCall(
            "POST \(identities)",
            #"{"ConfigurationSetName":"s","DkimSigningAttributes":{"DomainSigningPrivateKey":"a2V5","DomainSigningSelector":"sel"},"EmailIdentity":"example.org","Tags":[{"Key":"k","Value":"v"}]}"#,
            answer:
                #"{"IdentityType":"DOMAIN","VerifiedForSendingStatus":true,"DkimAttributes":{"SigningEnabled":true,"Status":"NEW","Tokens":["sel"],"SigningAttributesOrigin":"EXTERNAL","LastKeyGenerationTimestamp":1.5E9}}"#
        ) {
            let created = try await $0.createEmailIdentity(
                "example.org", dkimSigningAttributes: .ownKey(selector: "sel", privateKey: "a2V5"),
                configurationSet: "s", tags: [ResourceTag(key: "k", value: "v")])
            #expect(created.identityType == .domain)
            #expect(created.verifiedForSendingStatus)
            let dkim = try #require(created.dkimAttributes)
            #expect(dkim.signingEnabled)
            #expect(dkim.status?.rawValue == "NEW")
            #expect(dkim.tokens == ["sel"])
            #expect(dkim.signingAttributesOrigin == .external)
            #expect(dkim.lastKeyGenerationTimestamp == Date(timeIntervalSince1970: 1.5e9))
        },
        MethodCall(
            "POST \(identities)",
            #"{"DkimSigningAttributes":{"DomainSigningAttributesOrigin":"AWS_SES_US_GOV_EAST_1"},"EmailIdentity":"example.org"}"#,
            answer: "{}"
        ) {
            try await $0.createEmailIdentity("example.org", dkimSigningAttributes: .replicating("us-gov-east-1"))
        },
        MethodCall("GET \(jane)", answer: whole) { try await expectWhole($0.getEmailIdentity("jane@example.org")) },
        MethodCall("DELETE \(jane)", answer: "{}") { try await $0.deleteEmailIdentity("jane@example.org") },
        MethodCall("POST /v2/email/list-identities", "{}", answer: "{}") {
            for try await _ in $0.listEmailIdentities() {}
        },
        MethodCall(
            "POST /v2/email/list-identities",
            #"{"Filter":{"IDENTITY_NAME_CONTAINS":"ex","IDENTITY_TYPE":"DOMAIN","VERIFICATION_STATUS":"PENDING"},"PageSize":7}"#,
            answer:
                #"{"EmailIdentities":[{"IdentityType":"DOMAIN","IdentityName":"example.org","VerificationStatus":"PENDING"}]}"#
        ) {
            let found = try await $0.listEmailIdentities(
                nameContaining: "ex", type: .domain, verificationStatus: .pending, pageSize: 7
            ).reduce(into: []) { $0.append($1) }
            #expect(
                found == [
                    EmailIdentityInfo(
                        identityType: .domain, identityName: "example.org", verificationStatus: .pending)
                ])
        },
        MethodCall("PUT \(jane)/configuration-set", #"{"ConfigurationSetName":"s"}"#, answer: "{}") {
            try await $0.putEmailIdentityConfigurationSetAttributes("jane@example.org", configurationSet: "s")
        },
        MethodCall("PUT \(jane)/configuration-set", "{}", answer: "{}") {
            try await $0.putEmailIdentityConfigurationSetAttributes("jane@example.org", configurationSet: nil)
        },
        MethodCall("PUT \(jane)/feedback", #"{"EmailForwardingEnabled":false}"#, answer: "{}") {
            try await $0.putEmailIdentityFeedbackAttributes("jane@example.org", emailForwardingEnabled: false)
        },
        MethodCall(
            "PUT \(jane)/mail-from",
            #"{"BehaviorOnMxFailure":"REJECT_MESSAGE","MailFromDomain":"bounces.example.org"}"#, answer: "{}"
        ) {
            try await $0.putEmailIdentityMailFromAttributes(
                "jane@example.org", mailFromDomain: "bounces.example.org", behaviorOnMxFailure: .rejectMessage)
        },
        MethodCall("PUT \(jane)/mail-from", "{}", answer: "{}") {
            try await $0.putEmailIdentityMailFromAttributes("jane@example.org", mailFromDomain: nil)
        },
        MethodCall("PUT \(identities)/example.org/dkim", #"{"SigningEnabled":false}"#, answer: "{}") {
            try await $0.putEmailIdentityDkimAttributes("example.org", signingEnabled: false)
        },
        MethodCall(
            "PUT \(identities)/example.org/dkim/signing",
            #"{"SigningAttributes":{"NextSigningKeyLength":"RSA_2048_BIT"},"SigningAttributesOrigin":"AWS_SES"}"#,
            answer: #"{"DkimStatus":"PENDING","DkimTokens":["a","b","c"],"SigningHostedZone":"z.example"}"#
        ) {
            let answer = try await $0.putEmailIdentityDkimSigningAttributes(
                "example.org", origin: .awsSES, .easyDkim(nextSigningKeyLength: .rsa2048Bit))
            #expect(answer.dkimStatus == .pending)
            #expect(answer.dkimTokens == ["a", "b", "c"])
            #expect(answer.signingHostedZone == "z.example")
        },
    ]

    private static let whole = #"""
        {"IdentityType":"EMAIL_ADDRESS","FeedbackForwardingStatus":true,"VerifiedForSendingStatus":false,
        "DkimAttributes":{"SigningEnabled":false,"NextSigningKeyLength":"RSA_1024_BIT"},
        "MailFromAttributes":{"BehaviorOnMxFailure":"USE_DEFAULT_VALUE"},"Policies":{"p":"{}"},"Tags":[],
        "ConfigurationSetName":"s","VerificationStatus":"NEW","VerificationInfo":{"ErrorType":"HOST_NOT_FOUND",
        "LastCheckedTimestamp":1.5E9,"SOARecord":{"AdminEmail":"dns.example.org","SerialNumber":2147483648}},"New":1}
        """#

    private static func expectWhole(_ identity: EmailIdentity) {
        #expect(identity.identityType == .emailAddress)
        #expect(identity.feedbackForwardingStatus)
        #expect(!identity.verifiedForSendingStatus)
        #expect(identity.dkimAttributes == DkimAttributes(nextSigningKeyLength: .rsa1024Bit))
        #expect(identity.mailFromAttributes == MailFromAttributes(behaviorOnMxFailure: .useDefaultValue))
        #expect(identity.policies == ["p": "{}"])
        #expect(identity.tags == [])
        #expect(identity.configurationSetName == "s")
        #expect(identity.verificationStatus?.rawValue == "NEW")
        #expect(identity.verificationInfo?.errorType == .hostNotFound)
        #expect(identity.verificationInfo?.lastCheckedTimestamp == Date(timeIntervalSince1970: 1.5e9))
        #expect(identity.verificationInfo?.soaRecord?.serialNumber == 2_147_483_648)
    }

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let selector = "must be 1 to 63 ASCII letters, digits and inner hyphens"
    private static let origin: DkimSigningAttributes = .replicating("us-east-1")

    static let broken: [BrokenInput] = [
        BrokenInput(CreateEmailIdentity(emailIdentity: ""), "EmailIdentity", "cannot be empty"),
        BrokenInput(
            CreateEmailIdentity(emailIdentity: "e.org", tags: [ResourceTag(key: "", value: "")]), "Tags[0].Key",
            "cannot be empty"),
        BrokenInput(
            CreateEmailIdentity(emailIdentity: "e.org", configurationSetName: "a b"), "ConfigurationSetName",
            BrokenInput.shortName),
        BrokenInput(
            CreateEmailIdentity(emailIdentity: "e.org", dkimSigningAttributes: .ownKey(selector: "-", privateKey: "a")),
            "DkimSigningAttributes.DomainSigningSelector", selector),
        BrokenInput(
            CreateEmailIdentity(
                emailIdentity: "j@e.org", dkimSigningAttributes: .easyDkim(nextSigningKeyLength: .rsa1024Bit)),
            "DkimSigningAttributes", "cannot be given for an address, only for a domain"),
        BrokenInput(
            CreateEmailIdentity(
                emailIdentity: "e.org",
                dkimSigningAttributes: DkimSigningAttributes(domainSigningAttributesOrigin: .external)),
            "DkimSigningAttributes.DomainSigningAttributesOrigin",
            "must name the region whose identity is copied; Easy DKIM and an own key pair need no origin here"),
        BrokenInput(GetEmailIdentity(emailIdentity: ""), "EmailIdentity", "cannot be empty"),
        BrokenInput(DeleteEmailIdentity(emailIdentity: ""), "EmailIdentity", "cannot be empty"),
        BrokenInput(ListEmailIdentities(pageSize: 0), "PageSize", "must be 1 to 1000"),
        BrokenInput(ListEmailIdentities(pageSize: 1001), "PageSize", "must be 1 to 1000"),
        BrokenInput(
            ListEmailIdentities(filter: [.identityNameContains: ""]), "Filter.IDENTITY_NAME_CONTAINS",
            "cannot be empty"),
        BrokenInput(
            PutEmailIdentityConfigurationSetAttributes(emailIdentity: ""), "EmailIdentity", "cannot be empty"),
        BrokenInput(
            PutEmailIdentityConfigurationSetAttributes(emailIdentity: "e.org", configurationSetName: ""),
            "ConfigurationSetName", "cannot be empty"),
        BrokenInput(
            PutEmailIdentityFeedbackAttributes(emailIdentity: "", emailForwardingEnabled: true), "EmailIdentity",
            "cannot be empty"),
        BrokenInput(
            PutEmailIdentityMailFromAttributes(emailIdentity: "e.org", mailFromDomain: ""), "MailFromDomain",
            "must be a domain: parts of 1 to 63 letters, digits and inner hyphens"),
        BrokenInput(
            PutEmailIdentityMailFromAttributes(emailIdentity: "j@e.org", mailFromDomain: "E.org"), "MailFromDomain",
            "must be a subdomain of 'e.org'"),
        BrokenInput(
            PutEmailIdentityMailFromAttributes(emailIdentity: "e.org", mailFromDomain: "bouncese.org"),
            "MailFromDomain", "must be a subdomain of 'e.org'"),
        BrokenInput(
            PutEmailIdentityDkimAttributes(emailIdentity: "", signingEnabled: true), "EmailIdentity",
            "cannot be empty"),
        BrokenInput(
            PutEmailIdentityDkimSigningAttributes(emailIdentity: "e.org", signingAttributesOrigin: .init(rawValue: "")),
            "SigningAttributesOrigin", "cannot be empty"),
        BrokenInput(
            PutEmailIdentityDkimSigningAttributes(
                emailIdentity: "e.org", signingAttributesOrigin: .awsSES, signingAttributes: origin),
            "SigningAttributes.DomainSigningAttributesOrigin", "cannot be given here: SigningAttributesOrigin says it"),
        BrokenInput(
            PutEmailIdentityDkimSigningAttributes(
                emailIdentity: "e.org", signingAttributesOrigin: .external,
                signingAttributes: .ownKey(selector: "", privateKey: "a")),
            "SigningAttributes.DomainSigningSelector", selector),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("neither printing nor an error tells an identity's address")
    func privacy() async throws {
        let jane: EmailIdentityName = "jane@example.org"
        let values: [Any] = [
            CreateEmailIdentity(emailIdentity: jane), GetEmailIdentity(emailIdentity: jane),
            DeleteEmailIdentity(emailIdentity: jane), EmailIdentityInfo(identityName: jane),
            PutEmailIdentityMailFromAttributes(emailIdentity: jane), SOARecord(adminEmail: "jane@example.org"),
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("jane")) }
        let transport = RecordingTransport(
            404, ["x-amzn-ErrorType": "NotFoundException"],
            body: #"{"message":"Email identity jane@example.org does not exist."}"#)
        let error = await #expect(throws: SESv2Error.self) {
            try await SESv2Client.test(transport).getEmailIdentity(jane)
        }
        #expect(error?.code == .notFound)
        #expect(error.map { "\($0)".contains("jane") } == false)
    }
}
