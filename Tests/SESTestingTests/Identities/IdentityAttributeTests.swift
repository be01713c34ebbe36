import SESClient
import SESCore
import Testing

@testable import SESTesting

@Suite("Attributes of identities in the simulator")
struct IdentityAttributeTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    init() async throws {
        try await client.createConfigurationSet(ConfigurationSet("s"))
        await simulator.verify("example.com")
    }

    private func send(from sender: EmailAddress = "a@example.com") async throws {
        try await client.send(
            Email(from: sender, to: ["b@example.org"], subject: "s", text: "t"), configurationSet: nil)
    }

    private func read(_ name: EmailIdentityName = "example.com") async throws -> EmailIdentity {
        try await client.getEmailIdentity(name)
    }

    // MARK: The default set

    @Test("Mail that names no set gets the identity's default, until it has none")
    func defaultSet() async throws {
        try await client.putEmailIdentityConfigurationSetAttributes("example.com", configurationSet: "s")
        #expect(try await read().configurationSetName == "s")
        try await send()
        #expect(await simulator.sentMails.last?.configurationSet == "s")
        try await client.putEmailIdentityConfigurationSetAttributes("example.com", configurationSet: nil)
        #expect(try await read().configurationSetName == nil)
        try await send()
        #expect(await simulator.sentMails.last?.configurationSet == nil)
    }

    @Test("A new identity's default set is used as soon as it is verified")
    func defaultOfNewIdentity() async throws {
        try await client.createEmailIdentity("new.example", configurationSet: "s")
        await simulator.verify("new.example")
        try await send(from: "a@new.example")
        #expect(await simulator.sentMails.last?.configurationSet == "s")
    }

    @Test("A set that isn't there can't be a default, and the old one stays")
    func missingDefault() async throws {
        try await client.putEmailIdentityConfigurationSetAttributes("example.com", configurationSet: "s")
        let answer = try await wire.call(
            "PUT", "/v2/email/identities/example.com/configuration-set", #"{"ConfigurationSetName":"gone"}"#)
        #expect(answer.refusal == .notFound("Configuration set <gone> does not exist."))
        #expect(try await read().configurationSetName == "s")
    }

    @Test("A default whose set is deleted stays, and mail that relies on it is refused")
    func staleDefault() async throws {
        try await client.putEmailIdentityConfigurationSetAttributes("example.com", configurationSet: "s")
        try await client.deleteConfigurationSet("s")
        #expect(try await read().configurationSetName == "s")
        #expect(await code { try await send() } == .badRequest)
        try await client.putEmailIdentityConfigurationSetAttributes("example.com", configurationSet: nil)
        try await send()
    }

    // MARK: Feedback and MAIL FROM

    @Test("Feedback forwarding is on until it is switched off; a switch left out is off")
    func feedback() async throws {
        #expect(try await read().feedbackForwardingStatus)
        try await client.putEmailIdentityFeedbackAttributes("example.com", emailForwardingEnabled: false)
        #expect(try await !read().feedbackForwardingStatus)
        try await client.putEmailIdentityFeedbackAttributes("example.com", emailForwardingEnabled: true)
        try await wire.call("PUT", "/v2/email/identities/example.com/feedback", "{}")
        #expect(try await !read().feedbackForwardingStatus)
    }

    @Test("Mail waits for the MAIL FROM domain if it is asked to, for the domain's addresses too")
    func mailFrom() async throws {
        try await client.putEmailIdentityMailFromAttributes(
            "example.com", mailFromDomain: "bounces.example.com", behaviorOnMxFailure: .rejectMessage)
        #expect(
            try await read().mailFromAttributes
                == MailFromAttributes(
                    mailFromDomain: "bounces.example.com", mailFromDomainStatus: .pending,
                    behaviorOnMxFailure: .rejectMessage))
        let refused = await error { try await send() }
        #expect(refused?.serviceCode == "MailFromDomainNotVerifiedException")
        await simulator.verify("example.com")
        #expect(try await read().mailFromAttributes?.mailFromDomainStatus == .success)
        try await send()
        try await client.putEmailIdentityMailFromAttributes(
            "example.com", mailFromDomain: "bounces.example.com", behaviorOnMxFailure: .rejectMessage)
        try await send()
        try await client.putEmailIdentityMailFromAttributes("example.com", mailFromDomain: "other.example.com")
        try await send()
        #expect(try await read().mailFromAttributes?.behaviorOnMxFailure == .useDefaultValue)
        try await client.putEmailIdentityMailFromAttributes("example.com", mailFromDomain: nil)
        #expect(
            try await read().mailFromAttributes == MailFromAttributes(behaviorOnMxFailure: .useDefaultValue))
    }

    @Test(
        "A MAIL FROM domain that isn't part of the identity, or a behaviour that isn't known, is refused",
        arguments: [
            #"{"MailFromDomain":"other.org"}"#,
            #"{"MailFromDomain":"a.example.com","BehaviorOnMxFailure":"WAIT"}"#,
        ])
    func badMailFrom(body: String) async throws {
        let answer = try await wire.call("PUT", "/v2/email/identities/example.com/mail-from", body)
        #expect(answer.name == "BadRequestException")
        #expect(try await read().mailFromAttributes?.mailFromDomain == nil)
    }

    // MARK: DKIM

    @Test("Signing is switched for a domain; an address has its domain's")
    func signing() async throws {
        #expect(try await read().dkimAttributes?.signingEnabled == true)
        try await client.putEmailIdentityDkimAttributes("example.com", signingEnabled: false)
        #expect(try await read().dkimAttributes?.signingEnabled == false)
        try await client.createEmailIdentity("me@example.com")
        #expect(try await read("me@example.com").dkimAttributes == read().dkimAttributes)
        try await client.putEmailIdentityDkimAttributes("me@example.com", signingEnabled: true)
        #expect(try await read().dkimAttributes?.signingEnabled == false)
    }

    @Test("Easy DKIM makes new tokens for a key of another length, and none for the same")
    func easyDkim() async throws {
        let before = try await read().dkimAttributes
        let same = try await client.putEmailIdentityDkimSigningAttributes(
            "example.com", origin: .awsSES, .easyDkim(nextSigningKeyLength: .rsa2048Bit))
        #expect(same.dkimTokens == before?.tokens && same.dkimStatus == .success)
        let shorter = try await client.putEmailIdentityDkimSigningAttributes(
            "example.com", origin: .awsSES, .easyDkim(nextSigningKeyLength: .rsa1024Bit))
        #expect(shorter.dkimTokens?.count == 3 && shorter.dkimTokens != before?.tokens)
        #expect(shorter.dkimStatus == .pending)
        let after = try await read()
        #expect(after.dkimAttributes?.currentSigningKeyLength == .rsa1024Bit)
        #expect(after.verifiedForSendingStatus, "new keys don't take the verification away")
    }

    @Test("An own key pair is named by its selector, and its private key is found nowhere in the simulator")
    func ownKey() async throws {
        let key = DkimSigningAttributes.ownKey(selector: "sel", privateKey: "SECRETKEY")
        let answer = try await client.putEmailIdentityDkimSigningAttributes("example.com", origin: .external, key)
        #expect(answer.dkimTokens == ["sel"] && answer.dkimStatus == .pending && answer.signingHostedZone == nil)
        try await client.createEmailIdentity("new.example", dkimSigningAttributes: key)
        for name in ["example.com", "new.example"] as [EmailIdentityName] {
            let dkim = try await read(name).dkimAttributes
            #expect(dkim?.signingAttributesOrigin == .external && dkim?.tokens == ["sel"])
        }
        var dumped = ""
        dump(await simulator.state, to: &dumped)
        #expect(dumped.contains("new.example"))
        #expect(!dumped.contains("SECRET"))
        let back = try await client.putEmailIdentityDkimSigningAttributes("example.com", origin: .awsSES)
        #expect(back.dkimTokens?.count == 3)
    }

    @Test("A copied key pair names its region")
    func replica() async throws {
        try await client.createEmailIdentity("new.example", dkimSigningAttributes: .replicating(.usEast1))
        #expect(try await read("new.example").dkimAttributes?.signingAttributesOrigin?.rawValue == "AWS_SES_US_EAST_1")
    }

    @Test(
        "Signing attributes that can't be are refused",
        arguments: [
            ("example.com", #"{"SigningAttributesOrigin":"EXTERNAL"}"#),
            ("example.com", #"{"SigningAttributesOrigin":"AWS_SES_US_EAST_1"}"#),
            (
                "example.com",
                #"{"SigningAttributesOrigin":"AWS_SES","SigningAttributes":{"NextSigningKeyLength":"RSA_1_BIT"}}"#
            ),
            ("me%40example.com", #"{"SigningAttributesOrigin":"AWS_SES"}"#),
            ("example.com", "{}"),
        ])
    func badSigning(name: String, body: String) async throws {
        let answer = try await wire.call("PUT", "/v2/email/identities/\(name)/dkim/signing", body)
        #expect(answer.status == 400 && answer.name == "BadRequestException")
    }
}
