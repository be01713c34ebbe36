import SESClient
import SESCore

extension SESSimulator {
    private static let maximumPolicies = 20

    func createIdentityPolicy(_ input: CreateEmailIdentityPolicy) throws -> EmptyOutput {
        try changePolicies(of: input.emailIdentity, name: input.policyName, policy: input.policy) { policies in
            guard policies[input.policyName.rawValue] == nil else {
                throw ServiceRefusal.alreadyExists("Policy <\(input.policyName)> already exists")
            }
            guard policies.count < Self.maximumPolicies else {
                throw ServiceRefusal.limitExceeded(
                    "Number of policies for <\(input.emailIdentity.rawValue)> exceeds max allowed number of policies "
                        + "per resource")
            }
        }
    }

    func getIdentityPolicies(_ input: GetEmailIdentityPolicies) throws -> GetEmailIdentityPolicies.Output {
        GetEmailIdentityPolicies.Output(policies: try known(input.emailIdentity).policies)
    }

    func updateIdentityPolicy(_ input: UpdateEmailIdentityPolicy) throws -> EmptyOutput {
        try changePolicies(of: input.emailIdentity, name: input.policyName, policy: input.policy) { policies in
            try Self.require(input.policyName, in: policies)
        }
    }

    func deleteIdentityPolicy(_ input: DeleteEmailIdentityPolicy) throws -> EmptyOutput {
        var identity = try known(input.emailIdentity)
        try Self.require(input.policyName, in: identity.policies)
        identity.policies[input.policyName.rawValue] = nil
        state[identity: input.emailIdentity] = identity
        return EmptyOutput()
    }

    private func changePolicies(
        of name: EmailIdentityName, name policyName: EmailIdentityPolicyName, policy: EmailIdentityPolicy,
        check: ([String: EmailIdentityPolicy]) throws -> Void
    ) throws -> EmptyOutput {
        var identity = try known(name)
        try ServiceRules.checkName(policyName)
        try ServiceRules.checkRules(policy)
        try check(identity.policies)
        identity.policies[policyName.rawValue] = policy.compact
        state[identity: name] = identity
        return EmptyOutput()
    }

    /// AWS documents that a missing policy does no harm; the service itself says that it is missing.
    private static func require(
        _ name: EmailIdentityPolicyName, in policies: [String: EmailIdentityPolicy]
    ) throws {
        guard policies[name.rawValue] != nil else {
            throw ServiceRefusal.notFound("Policy <\(name)> does not exist")
        }
    }

    /// The identity of that name; what is missing is said in other words than those of `stored`.
    private func known(_ name: EmailIdentityName) throws -> StoredIdentity {
        guard let identity = state[identity: name] else {
            throw ServiceRefusal.notFound("Email identity <\(name.rawValue)> does not exist.")
        }
        return identity
    }

    // MARK: Certificates

    func associateCertificate(_ input: AssociateEmailIdentityCertificate) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        var identity = try known(input.emailIdentity)
        let address = input.fromAddress?.rawValue ?? input.emailIdentity.rawValue
        guard identity.certificates[address.lowercased()] == nil else {
            throw ServiceRefusal.alreadyExists(
                "A certificate is already associated with sender <\(address)> on identity "
                    + "<\(input.emailIdentity.rawValue)>.")
        }
        identity.certificates[address.lowercased()] = input.certificateARN
        state[identity: input.emailIdentity] = identity
        return EmptyOutput()
    }

    func disassociateCertificate(_ input: DisassociateEmailIdentityCertificate) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        var identity = try known(input.emailIdentity)
        let address = input.fromAddress?.rawValue ?? input.emailIdentity.rawValue
        identity.certificates[address.lowercased()] = nil
        state[identity: input.emailIdentity] = identity
        return EmptyOutput()
    }

    func listCertificates(_ input: ListEmailIdentityCertificates) throws -> ListEmailIdentityCertificates.Output {
        let identity = try known(input.emailIdentity)
        let size = try pageSize(input.pageSize, default: 50, atMost: 1000)
        let (addresses, nextToken) = try page(
            of: identity.certificates.keys.sorted(), from: input.nextToken, size: size)
        let certificates = addresses.map { address in
            EmailIdentityCertificate(
                fromAddress: EmailAddress(rawValue: address), status: identity.isVerified ? .active : .provisioning,
                certificateARN: identity.certificates[address])
        }
        return ListEmailIdentityCertificates.Output(certificates: certificates, nextToken: nextToken)
    }
}

extension EmailIdentityPolicy {
    /// The policy as the service stores it: without white space between its parts.
    fileprivate var compact: EmailIdentityPolicy {
        var text = ""
        var isQuoted = false
        var isEscaped = false
        for scalar in rawValue.unicodeScalars {
            if !isQuoted, " \t\r\n".unicodeScalars.contains(scalar) { continue }
            if scalar == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = scalar == "\\" && !isEscaped
            text.unicodeScalars.append(scalar)
        }
        return EmailIdentityPolicy(rawValue: text)
    }
}
