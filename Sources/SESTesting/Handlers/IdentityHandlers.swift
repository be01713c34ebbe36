import SESClient
import SESCore
import SESSigning

extension SESSimulator {
    func createEmailIdentity(_ input: CreateEmailIdentity) throws -> CreateEmailIdentity.Output {
        let name = input.emailIdentity
        try ServiceRules.checkRules(name)
        guard state[identity: name] == nil else {
            throw ServiceRefusal.alreadyExists("Email identity \(name.rawValue) already exist.")
        }
        try ServiceRules.checkRules(input)
        try ServiceRules.check(input.dkimSigningAttributes)
        if let set = input.configurationSetName { _ = try stored(set) }
        guard state.identities.count < ServiceState.maximumIdentities else {
            throw ServiceRefusal.limitExceeded("Identity count exceeds \(ServiceState.maximumIdentities).")
        }
        var identity = newIdentity(name)
        identity.verification = .pending
        identity.tags = input.tags ?? []
        identity.defaultConfigurationSet = input.configurationSetName
        if let attributes = input.dkimSigningAttributes { try sign(&identity, with: attributes) }
        state[identity: name] = identity
        var output = CreateEmailIdentity.Output(identityType: identity.type)
        if name.isDomain {
            // The service only begins to look for the records.
            output.dkimAttributes = identity.dkim
            output.dkimAttributes?.status = .notStarted
        }
        return output
    }

    func getEmailIdentity(_ input: GetEmailIdentity) throws -> EmailIdentity {
        let identity = try stored(input.emailIdentity)
        return EmailIdentity(
            identityType: identity.type, feedbackForwardingStatus: identity.forwardsFeedback,
            verifiedForSendingStatus: identity.isVerified, dkimAttributes: dkim(of: identity),
            mailFromAttributes: identity.mailFrom, policies: identity.policies, tags: identity.tags,
            configurationSetName: identity.defaultConfigurationSet, verificationStatus: identity.verification,
            verificationInfo: EmailIdentityVerificationInfo(
                lastCheckedTimestamp: identity.verificationDate, lastSuccessTimestamp: identity.verificationDate))
    }

    func deleteEmailIdentity(_ input: DeleteEmailIdentity) throws -> EmptyOutput {
        let identity = try stored(input.emailIdentity)
        let arn = ARN.emailIdentity(identity.name, region: region, accountID: accountID)
        try checkHasNoTenants(arn)
        guard identity.certificates.isEmpty else {
            throw ServiceRefusal.badRequest(
                "Cannot delete <\(arn.rawValue)> because it has certificates associated with it. "
                    + "Disassociate all certificates and try again.")
        }
        state[identity: input.emailIdentity] = nil
        return EmptyOutput()
    }

    func listEmailIdentities(_ input: ListEmailIdentities) throws -> ListEmailIdentities.Output {
        let filter = input.filter ?? [:]
        try ServiceRules.check(identityFilter: filter)
        func value(_ key: ListEmailIdentities.FilterKey) -> String? { filter[key.rawValue] }
        let found = state.identities.filter { name, identity in
            (value(.identityNameContains).map { name.contains($0.lowercased()) } ?? true)
                && (value(.identityType).map { identity.type.rawValue == $0 } ?? true)
                && (value(.verificationStatus).map { identity.verification.rawValue == $0 } ?? true)
        }
        let size = try pageSize(input.pageSize, default: 25, atMost: 1000)
        let (names, nextToken) = try page(of: found.keys.sorted(), from: input.nextToken, size: size)
        let identities = names.compactMap { found[$0] }.map {
            EmailIdentityInfo(
                identityType: $0.type, identityName: $0.name, sendingEnabled: $0.isVerified,
                verificationStatus: $0.verification)
        }
        return ListEmailIdentities.Output(emailIdentities: identities, nextToken: nextToken)
    }

    /// The identity of that name, or the service's refusal.
    func stored(_ name: EmailIdentityName) throws -> StoredIdentity {
        guard let identity = state[identity: name] else {
            throw ServiceRefusal.notFound("Email identity \(name.rawValue) does not exist.")
        }
        return identity
    }

    /// An identity as it is to begin with: a domain with Easy DKIM, an address with nothing.
    func newIdentity(_ name: EmailIdentityName) -> StoredIdentity {
        var identity = StoredIdentity(
            name: name,
            dkim: DkimAttributes(
                status: .notStarted, signingAttributesOrigin: .awsSES, nextSigningKeyLength: .rsa1024Bit))
        if name.isDomain {
            identity.dkim = easyDkim(
                of: name, generation: identity.keyGeneration, length: .rsa2048Bit, origin: .awsSES)
        }
        return identity
    }

    /// What Easy DKIM says of a domain; the tokens of a domain's key pair are the same in every run.
    func easyDkim(
        of name: EmailIdentityName, generation: Int, length: DkimSigningKeyLength, origin: DkimSigningAttributesOrigin
    ) -> DkimAttributes {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
        let key = "\(accountID) \(region) \(name.rawValue.lowercased()) \(generation)"
        var generator = SeededGenerator(
            seed: SHA256Hasher.hash(key.utf8).withBytes { $0.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } })
        let tokens = (0..<3).map { _ in
            String((0..<32).map { _ in letters[Int(generator.next() >> 59)] })
        }
        return DkimAttributes(
            signingEnabled: true, status: .pending, tokens: tokens, signingHostedZone: "dkim.amazonses.com",
            signingAttributesOrigin: origin, nextSigningKeyLength: length, currentSigningKeyLength: length,
            lastKeyGenerationTimestamp: clock.date)
    }

    /// How an identity's mail is signed: an address has its domain's key pair, if that is an identity.
    private func dkim(of identity: StoredIdentity) -> DkimAttributes {
        guard !identity.name.isDomain else { return identity.dkim }
        return state.identities[identity.name.domain.lowercased()]?.dkim ?? identity.dkim
    }
}
