import SESClient
import SESCore
import SESTesting
import Testing

@Suite("E-mail identities in the simulator")
struct IdentityTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    private let path = "/v2/email/identities"

    private func send(from sender: String) async throws {
        try await client.send(
            Email(from: EmailAddress(rawValue: sender), to: ["b@example.org"], subject: "s", text: "t"),
            configurationSet: nil)
    }

    @Test("A new domain has three tokens for its DNS and waits until it is verified; then it may send")
    func domain() async throws {
        let created = try await client.createEmailIdentity("example.com")
        #expect(created.identityType == .domain)
        #expect(!created.verifiedForSendingStatus)
        #expect(created.dkimAttributes?.status == .notStarted)
        let tokens = try #require(created.dkimAttributes?.tokens)
        #expect(Set(tokens).count == 3)
        #expect(tokens.allSatisfy { $0.count == 32 })
        let waiting = try await client.getEmailIdentity("example.com")
        #expect(waiting.verificationStatus == .pending)
        #expect(waiting.dkimAttributes?.status == .pending)
        #expect(waiting.dkimAttributes?.tokens == tokens)
        #expect(await code { try await send(from: "a@example.com") } == .messageRejected)

        await simulator.verify("EXAMPLE.com")
        let verified = try await client.getEmailIdentity("example.com")
        #expect(verified.verificationStatus == .success)
        #expect(verified.verifiedForSendingStatus)
        #expect(verified.dkimAttributes?.status == .success)
        #expect(verified.verificationInfo?.lastSuccessTimestamp == simulator.clock.date)
        try await send(from: "a@example.com")
    }

    @Test("An address is read as the service gives it")
    func address() async throws {
        let created = try await wire.call("POST", path, #"{"EmailIdentity":"me@example.com"}"#)
        #expect(
            created.json
                == .object(["IdentityType": .string("EMAIL_ADDRESS"), "VerifiedForSendingStatus": .bool(false)]))
        let read = try await wire.call("GET", path + "/me%40example.com")
        #expect(
            read.json
                == .object([
                    "IdentityType": .string("EMAIL_ADDRESS"), "FeedbackForwardingStatus": .bool(true),
                    "VerifiedForSendingStatus": .bool(false),
                    "DkimAttributes": .object([
                        "SigningEnabled": .bool(false), "Status": .string("NOT_STARTED"),
                        "SigningAttributesOrigin": .string("AWS_SES"), "NextSigningKeyLength": .string("RSA_1024_BIT"),
                    ]),
                    "MailFromAttributes": .object(["BehaviorOnMxFailure": .string("USE_DEFAULT_VALUE")]),
                    "Policies": .object([:]), "Tags": .array([]), "VerificationStatus": .string("PENDING"),
                    "VerificationInfo": .object([:]),
                ]))
    }

    @Test("A second identity of the same name is refused, whatever the case")
    func duplicate() async throws {
        try await client.createEmailIdentity("example.com")
        let answer = try await wire.call("POST", path, #"{"EmailIdentity":"Example.com"}"#)
        #expect(
            answer.refusal
                == Refusal(
                    status: 400, name: "AlreadyExistsException", message: "Email identity Example.com already exist."))
        await simulator.verify("told@example.org")
        #expect(await code { try await client.createEmailIdentity("told@example.org") } == .alreadyExists)
    }

    @Test("What isn't a name is refused", arguments: ["", "a b", "jane@", "Jane <jane@example.org>", "-e.org"])
    func badName(name: String) async throws {
        let answer = try await wire.call("POST", path, #"{"EmailIdentity":"\#(name)"}"#)
        #expect(answer.status == 400 && answer.name == "BadRequestException")
        #expect(answer.message?.contains("jane") != true)
    }

    @Test("A refused creation leaves nothing behind")
    func refusedCreation() async throws {
        let missing = try await wire.call("POST", path, #"{"EmailIdentity":"e.org","ConfigurationSetName":"gone"}"#)
        #expect(missing.refusal == .notFound("Configuration set <gone> does not exist."))
        let tags = try await wire.call("POST", path, #"{"EmailIdentity":"e.org","Tags":[{"Key":"","Value":""}]}"#)
        #expect(tags.name == "BadRequestException")
        let half = #"{"EmailIdentity":"e.org","DkimSigningAttributes":{"DomainSigningSelector":"s"}}"#
        #expect(try await wire.call("POST", path, half).name == "BadRequestException")
        #expect(await code { try await client.getEmailIdentity("e.org") } == .notFound)
    }

    @Test("A missing identity is said so in the service's words")
    func missing() async throws {
        let gone = Refusal.notFound("Email identity e.org does not exist.")
        #expect(try await wire.call("GET", path + "/e.org").refusal == gone)
        #expect(try await wire.call("DELETE", path + "/e.org").refusal == gone)
        let set = try await wire.call("PUT", path + "/e.org/configuration-set", "{}")
        #expect(set.refusal == .notFound("Identity <e.org> does not exist."))
        let feedback = try await wire.call("PUT", path + "/e.org/feedback", "{}")
        #expect(
            feedback.refusal
                == .badRequest("Identity e.org is invalid. Must be a verified email address or domain."))
        let mailFrom = try await wire.call("PUT", path + "/e.org/mail-from", "{}")
        #expect(mailFrom.refusal == .badRequest("Identity <e.org> does not exist."))
        let dkim = try await wire.call("PUT", path + "/a%40e.org/dkim", "{}")
        #expect(dkim.refusal == .badRequest("Domain e.org is not verified for DKIM signing."))
        let signing = try await wire.call(
            "PUT", path + "/e.org/dkim/signing", #"{"SigningAttributesOrigin":"AWS_SES"}"#)
        #expect(signing.refusal == gone)
        let policies = try await wire.call("GET", path + "/e.org/policies")
        #expect(policies.refusal == .notFound("Email identity <e.org> does not exist."))
    }

    @Test("A deleted identity can no longer send")
    func deletion() async throws {
        await simulator.verify("example.com")
        try await send(from: "a@example.com")
        try await client.deleteEmailIdentity("example.com")
        #expect(await code { try await send(from: "a@example.com") } == .messageRejected)
        #expect(await code { try await client.getEmailIdentity("example.com") } == .notFound)
    }

    @Test("A sender that no identity stands for may send until one is verified, one that waits may not")
    func unknownSender() async throws {
        try await client.createEmailIdentity("waiting.example")
        try await send(from: "a@example.com")
        #expect(await code { try await send(from: "a@mail.waiting.example") } == .messageRejected)
        await simulator.setDefaultConfigurationSet(nil, for: "told.example")
        try await send(from: "a@told.example")
    }

    @Test("A waiting address of a verified domain may send")
    func addressOfVerifiedDomain() async throws {
        await simulator.verify("example.com")
        try await client.createEmailIdentity("new@example.com")
        try await send(from: "new@example.com")
    }

    @Test("Lists are in order, in pages, and narrowed by name, kind and status")
    func lists() async throws {
        for number in 0..<30 { try await client.createEmailIdentity(EmailIdentityName(rawValue: "d\(number).example")) }
        try await client.createEmailIdentity("me@d1.example")
        await simulator.verify("d1.example")
        let first = try await wire.call("POST", "/v2/email/list-identities", "{}")
        #expect(first.json?["EmailIdentities"]?[24] != nil && first.json?["EmailIdentities"]?[25] == nil)
        let all = try await client.listEmailIdentities(pageSize: 7).reduce(into: []) { $0.append($1) }
        #expect(all.count == 31)
        let names = all.compactMap(\.identityName?.rawValue)
        #expect(names == names.sorted())
        func list(_ sequence: PagedSequence<ListEmailIdentities>) async throws -> [String] {
            try await sequence.reduce(into: []) { $0.append($1.identityName?.rawValue ?? "") }
        }
        #expect(try await list(client.listEmailIdentities(nameContaining: "D29")) == ["d29.example"])
        #expect(try await list(client.listEmailIdentities(type: .emailAddress)) == ["me@d1.example"])
        #expect(try await list(client.listEmailIdentities(verificationStatus: .success)) == ["d1.example"])
        #expect(all.first { $0.identityName == "d1.example" }?.sendingEnabled == true)
        for body in [#"{"PageSize":0}"#, #"{"Filter":{"COLOUR":"red"}}"#, #"{"Filter":{"IDENTITY_TYPE":"X"}}"#] {
            let answer = try await wire.call("POST", "/v2/email/list-identities", body)
            #expect(answer.name == "BadRequestException", "\(body)")
        }
    }
}
