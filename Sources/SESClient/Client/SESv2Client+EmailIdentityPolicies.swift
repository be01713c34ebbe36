public import SESValues

extension SESv2Client {
    /// Adds a sending authorization policy to an identity, which has at most 20.
    ///
    /// - Parameters:
    ///   - name: The policy's name.
    ///   - policy: Who else may send from the identity.
    ///   - identity: The domain or the address.
    /// - Throws: ``SESv2Error``, `alreadyExists` if the identity has one of that name.
    @export(implementation) public func createEmailIdentityPolicy(
        _ name: EmailIdentityPolicyName, _ policy: EmailIdentityPolicy, of identity: EmailIdentityName
    ) async throws {
        try await execute(CreateEmailIdentityPolicy(emailIdentity: identity, policyName: name, policy: policy))
    }

    /// Reads an identity's sending authorization policies, by name.
    ///
    /// - Parameter identity: The domain or the address.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such identity.
    @export(implementation) public func getEmailIdentityPolicies(
        of identity: EmailIdentityName
    ) async throws -> [EmailIdentityPolicyName: EmailIdentityPolicy] {
        let policies = try await execute(GetEmailIdentityPolicies(emailIdentity: identity)).policies ?? [:]
        return Dictionary(policies.map { (EmailIdentityPolicyName(rawValue: $0), $1) }) { first, _ in first }
    }

    /// Replaces a sending authorization policy of an identity.
    ///
    /// AWS documents that a name the identity has no policy of does no harm; the service was seen to answer `notFound`.
    ///
    /// - Parameters:
    ///   - name: The policy's name.
    ///   - policy: Who else may send from the identity.
    ///   - identity: The domain or the address.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func updateEmailIdentityPolicy(
        _ name: EmailIdentityPolicyName, _ policy: EmailIdentityPolicy, of identity: EmailIdentityName
    ) async throws {
        try await execute(UpdateEmailIdentityPolicy(emailIdentity: identity, policyName: name, policy: policy))
    }

    /// Takes a sending authorization policy from an identity.
    ///
    /// AWS documents that a name the identity has no policy of does no harm; the service was seen to answer `notFound`.
    ///
    /// - Parameters:
    ///   - name: The policy's name.
    ///   - identity: The domain or the address.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func deleteEmailIdentityPolicy(
        _ name: EmailIdentityPolicyName, of identity: EmailIdentityName
    ) async throws {
        try await execute(DeleteEmailIdentityPolicy(emailIdentity: identity, policyName: name))
    }

    // MARK: Certificates

    /// Has mail from an address signed with an S/MIME certificate, once it is active.
    ///
    /// - Parameters:
    ///   - certificate: The ARN of the certificate in Certificate Manager.
    ///   - identity: The domain or the address.
    ///   - address: The bare address; needed for a domain.
    /// - Throws: ``SESv2Error``, `alreadyExists` if the address has a certificate.
    @export(implementation) public func associateEmailIdentityCertificate(
        _ certificate: ARN, with identity: EmailIdentityName, fromAddress address: EmailAddress? = nil
    ) async throws {
        try await execute(
            AssociateEmailIdentityCertificate(
                emailIdentity: identity, fromAddress: address, certificateARN: certificate))
    }

    /// Takes the S/MIME certificate from an address; nothing happens if it has none.
    ///
    /// - Parameters:
    ///   - identity: The domain or the address.
    ///   - address: The bare address; needed for a domain.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such identity.
    @export(implementation) public func disassociateEmailIdentityCertificate(
        from identity: EmailIdentityName, fromAddress address: EmailAddress? = nil
    ) async throws {
        try await execute(DisassociateEmailIdentityCertificate(emailIdentity: identity, fromAddress: address))
    }

    /// The S/MIME certificates of an identity's addresses, page by page as they are read.
    ///
    /// - Parameters:
    ///   - identity: The domain or the address.
    ///   - pageSize: How many certificates one request brings at most.
    @export(implementation) public func listEmailIdentityCertificates(
        of identity: EmailIdentityName, pageSize: Int? = nil
    ) -> PagedSequence<ListEmailIdentityCertificates> {
        list(ListEmailIdentityCertificates(emailIdentity: identity, pageSize: pageSize))
    }
}
