import SESClient
import SESCore

extension SESSimulator {
    func putIdentityConfigurationSet(_ input: PutEmailIdentityConfigurationSetAttributes) throws -> EmptyOutput {
        guard var identity = state[identity: input.emailIdentity] else {
            throw ServiceRefusal.notFound("Identity <\(input.emailIdentity.rawValue)> does not exist.")
        }
        let name = input.configurationSetName.flatMap { $0.rawValue.isEmpty ? nil : $0 }
        if let name { _ = try stored(name) }
        identity.defaultConfigurationSet = name
        state[identity: input.emailIdentity] = identity
        return EmptyOutput()
    }

    func putIdentityFeedback(_ input: PutEmailIdentityFeedbackAttributes) throws -> EmptyOutput {
        guard var identity = state[identity: input.emailIdentity] else {
            throw ServiceRefusal.badRequest(
                "Identity \(input.emailIdentity.rawValue) is invalid. Must be a verified email address or domain.")
        }
        identity.forwardsFeedback = input.emailForwardingEnabled
        state[identity: input.emailIdentity] = identity
        return EmptyOutput()
    }

    func putIdentityMailFrom(_ input: PutEmailIdentityMailFromAttributes) throws -> EmptyOutput {
        try ServiceRules.check(input.behaviorOnMxFailure)
        guard var identity = state[identity: input.emailIdentity] else {
            throw ServiceRefusal.badRequest("Identity <\(input.emailIdentity.rawValue)> does not exist.")
        }
        if let domain = input.mailFromDomain, !domain.isEmpty {
            try ServiceRules.checkRules(input)
            if identity.mailFrom.mailFromDomain != domain { identity.mailFrom.mailFromDomainStatus = .pending }
            identity.mailFrom.mailFromDomain = domain
            identity.mailFrom.behaviorOnMxFailure = input.behaviorOnMxFailure ?? .useDefaultValue
        } else {
            identity.mailFrom = MailFromAttributes(behaviorOnMxFailure: .useDefaultValue)
        }
        state[identity: input.emailIdentity] = identity
        return EmptyOutput()
    }

    func putIdentityDkim(_ input: PutEmailIdentityDkimAttributes) throws -> EmptyOutput {
        let name = input.emailIdentity
        // An address has its domain's DKIM: nothing happens then, be the address an identity or not.
        if !name.isDomain, state.identities[name.domain.lowercased()] != nil { return EmptyOutput() }
        guard var identity = state[identity: name] else {
            throw ServiceRefusal.badRequest("Domain \(name.domain) is not verified for DKIM signing.")
        }
        identity.dkim.signingEnabled = input.signingEnabled
        state[identity: name] = identity
        return EmptyOutput()
    }

    func putIdentityDkimSigning(
        _ input: PutEmailIdentityDkimSigningAttributes
    ) throws -> PutEmailIdentityDkimSigningAttributes.Output {
        guard input.emailIdentity.isDomain else {
            throw ServiceRefusal.badRequest("The EmailIdentity value must be a valid domain.")
        }
        try ServiceRules.check(origin: input.signingAttributesOrigin)
        try ServiceRules.checkRules(input)
        try ServiceRules.check(input.signingAttributes)
        var identity = try stored(input.emailIdentity)
        let attributes = input.signingAttributes ?? DkimSigningAttributes()
        if input.signingAttributesOrigin == .external {
            guard attributes.domainSigningSelector != nil, attributes.domainSigningPrivateKey != nil else {
                throw ServiceRefusal.badRequest(
                    "An own key pair needs DomainSigningSelector and DomainSigningPrivateKey.")
            }
            try sign(&identity, with: attributes)
        } else {
            renew(&identity, length: attributes.nextSigningKeyLength)
        }
        state[identity: input.emailIdentity] = identity
        return PutEmailIdentityDkimSigningAttributes.Output(
            dkimStatus: identity.dkim.status, dkimTokens: identity.dkim.tokens,
            signingHostedZone: identity.dkim.signingHostedZone)
    }

    /// Signs a domain's mail with an own key pair, with one of another length, or with a copy of another region's.
    func sign(_ identity: inout StoredIdentity, with attributes: DkimSigningAttributes) throws {
        if let selector = attributes.domainSigningSelector {
            guard attributes.domainSigningPrivateKey != nil else {
                throw ServiceRefusal.badRequest("DomainSigningSelector needs DomainSigningPrivateKey.")
            }
            // The key itself is of no use here, so it isn't kept.
            identity.dkim = DkimAttributes(
                signingEnabled: identity.dkim.signingEnabled, status: .pending, tokens: [selector],
                signingAttributesOrigin: .external)
        } else if attributes.domainSigningPrivateKey != nil {
            throw ServiceRefusal.badRequest("DomainSigningPrivateKey needs DomainSigningSelector.")
        } else if let origin = attributes.domainSigningAttributesOrigin {
            identity.dkim.signingAttributesOrigin = origin
        } else {
            renew(&identity, length: attributes.nextSigningKeyLength)
        }
    }

    /// Has Easy DKIM make a key pair if it has none of this length.
    private func renew(_ identity: inout StoredIdentity, length: DkimSigningKeyLength?) {
        let current = identity.dkim.currentSigningKeyLength
        guard identity.dkim.signingAttributesOrigin != .awsSES || length != nil && length != current else { return }
        identity.keyGeneration += 1
        let isEnabled = identity.dkim.signingEnabled
        identity.dkim = easyDkim(
            of: identity.name, generation: identity.keyGeneration, length: length ?? current ?? .rsa2048Bit,
            origin: .awsSES)
        identity.dkim.signingEnabled = isEnabled
    }
}
