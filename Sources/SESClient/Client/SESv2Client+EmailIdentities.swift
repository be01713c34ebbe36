public import SESValues

extension SESv2Client {
    /// Creates an identity, a domain or an address, and begins its verification.
    ///
    /// A domain is verified once its DNS holds the answer's DKIM tokens, an address once the link in the mail that SES
    /// sends to it is followed.
    ///
    /// - Parameters:
    ///   - name: The domain or the address.
    ///   - dkimSigningAttributes: The key pair a domain's mail is signed with; nil for Easy DKIM.
    ///   - configurationSet: The set of mail that names none.
    ///   - tags: Its tags.
    /// - Returns: What DNS must hold, for a domain.
    /// - Throws: ``SESv2Error``, `alreadyExists` if there is such an identity, `notFound` if there is no such set.
    @discardableResult
    @export(implementation) public func createEmailIdentity(
        _ name: EmailIdentityName, dkimSigningAttributes: DkimSigningAttributes? = nil,
        configurationSet: ConfigurationSetName? = nil, tags: [ResourceTag]? = nil
    ) async throws -> CreateEmailIdentity.Output {
        try await execute(
            CreateEmailIdentity(
                emailIdentity: name, tags: tags, dkimSigningAttributes: dkimSigningAttributes,
                configurationSetName: configurationSet))
    }

    /// Reads an identity.
    ///
    /// - Parameter name: The domain or the address.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such identity.
    @export(implementation) public func getEmailIdentity(_ name: EmailIdentityName) async throws -> EmailIdentity {
        try await execute(GetEmailIdentity(emailIdentity: name))
    }

    /// Deletes an identity with its policies: the account can no longer send from it.
    ///
    /// - Parameter name: The domain or the address.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such identity.
    @export(implementation) public func deleteEmailIdentity(_ name: EmailIdentityName) async throws {
        try await execute(DeleteEmailIdentity(emailIdentity: name))
    }

    /// The account's identities in this region, verified or not, page by page as they are read.
    ///
    /// - Parameters:
    ///   - text: Lists only identities whose name contains this.
    ///   - type: Lists only identities of this kind.
    ///   - verificationStatus: Lists only identities of this status.
    ///   - pageSize: How many identities one request brings at most, up to 1000.
    public func listEmailIdentities(
        nameContaining text: String? = nil, type: EmailIdentityType? = nil,
        verificationStatus: EmailIdentityVerificationStatus? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListEmailIdentities> {
        let filter = ListRules.filter([
            ListEmailIdentities.FilterKey.identityNameContains: text, .identityType: type?.rawValue,
            .verificationStatus: verificationStatus?.rawValue,
        ])
        return list(ListEmailIdentities(filter: filter, pageSize: pageSize))
    }

    // MARK: Attributes

    /// Sets the configuration set of an identity's mail that names none.
    ///
    /// - Parameters:
    ///   - name: The domain or the address; an address's default goes before its domain's.
    ///   - configurationSet: The set; nil for none.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such identity or set.
    @export(implementation) public func putEmailIdentityConfigurationSetAttributes(
        _ name: EmailIdentityName, configurationSet: ConfigurationSetName?
    ) async throws {
        try await execute(
            PutEmailIdentityConfigurationSetAttributes(emailIdentity: name, configurationSetName: configurationSet))
    }

    /// Switches the forwarding of bounces and complaints to the sender on or off.
    ///
    /// - Parameters:
    ///   - name: The domain or the address.
    ///   - isEnabled: Whether they are forwarded as mail.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func putEmailIdentityFeedbackAttributes(
        _ name: EmailIdentityName, emailForwardingEnabled isEnabled: Bool
    ) async throws {
        try await execute(PutEmailIdentityFeedbackAttributes(emailIdentity: name, emailForwardingEnabled: isEnabled))
    }

    /// Sets an identity's own MAIL FROM domain, or goes back to that of SES.
    ///
    /// - Parameters:
    ///   - name: The domain or the address.
    ///   - mailFromDomain: A subdomain of the identity's domain; nil for the domain of SES.
    ///   - behavior: What becomes of mail while the domain's MX record isn't found.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func putEmailIdentityMailFromAttributes(
        _ name: EmailIdentityName, mailFromDomain: String?, behaviorOnMxFailure behavior: BehaviorOnMxFailure? = nil
    ) async throws {
        try await execute(
            PutEmailIdentityMailFromAttributes(
                emailIdentity: name, mailFromDomain: mailFromDomain, behaviorOnMxFailure: behavior))
    }

    /// Switches the DKIM signing of an identity's mail on or off.
    ///
    /// - Parameters:
    ///   - name: The domain or the address.
    ///   - isEnabled: Whether mail is signed.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func putEmailIdentityDkimAttributes(
        _ name: EmailIdentityName, signingEnabled isEnabled: Bool
    ) async throws {
        try await execute(PutEmailIdentityDkimAttributes(emailIdentity: name, signingEnabled: isEnabled))
    }

    /// Sets the key pair that a domain's mail is signed with.
    ///
    /// - Parameters:
    ///   - name: The domain.
    ///   - origin: Whose key pair it is: `.awsSES` for Easy DKIM, `.external` for your own.
    ///   - attributes: The own key pair, or the length of the next key of Easy DKIM.
    /// - Returns: What DNS must hold now.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such identity.
    @discardableResult
    @export(implementation) public func putEmailIdentityDkimSigningAttributes(
        _ name: EmailIdentityName, origin: DkimSigningAttributesOrigin, _ attributes: DkimSigningAttributes? = nil
    ) async throws -> PutEmailIdentityDkimSigningAttributes.Output {
        try await execute(
            PutEmailIdentityDkimSigningAttributes(
                emailIdentity: name, signingAttributesOrigin: origin, signingAttributes: attributes))
    }
}
