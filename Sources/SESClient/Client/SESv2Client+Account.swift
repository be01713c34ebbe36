public import SESValues

extension SESv2Client {
    /// The account's sending state, quotas and account-wide options in this region.
    ///
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func getAccount() async throws -> Account {
        try await execute(GetAccount())
    }

    /// Tells SES of the account, and asks for production access.
    ///
    /// - Parameters:
    ///   - mailType: The kind of mail the account sends.
    ///   - websiteURL: The owner's website: 1 to 1000 characters.
    ///   - contactLanguage: The language for letters about the account.
    ///   - additionalContactEmailAddresses: Further addresses for letters about the account, 1 to 4; nil for none.
    ///   - productionAccessEnabled: True asks to leave the sandbox.
    /// - Throws: ``SESv2Error``, `conflict` while an earlier request is under review.
    @export(implementation) public func putAccountDetails(
        mailType: MailType, websiteURL: String, contactLanguage: ContactLanguage? = nil,
        additionalContactEmailAddresses: [EmailAddress]? = nil, productionAccessEnabled: Bool? = nil
    ) async throws {
        try await execute(
            PutAccountDetails(
                mailType: mailType, websiteURL: websiteURL, contactLanguage: contactLanguage,
                additionalContactEmailAddresses: additionalContactEmailAddresses,
                productionAccessEnabled: productionAccessEnabled))
    }

    /// Turns the warm-up of new dedicated IP addresses on or off.
    ///
    /// - Parameter autoWarmupEnabled: Whether SES warms new addresses up.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func putAccountDedicatedIpWarmupAttributes(autoWarmupEnabled: Bool) async throws {
        try await execute(PutAccountDedicatedIpWarmupAttributes(autoWarmupEnabled: autoWarmupEnabled))
    }

    /// Chooses the account's pricing plan.
    ///
    /// - Parameter plan: The plan.
    /// - Throws: ``SESv2Error``, `conflict` if the account can't change to it now.
    @export(implementation) public func putAccountPricingAttributes(plan: PricingPlan) async throws {
        try await execute(PutAccountPricingAttributes(plan: plan))
    }

    /// Pauses or resumes sending for the whole account in this region.
    ///
    /// - Parameter sendingEnabled: Whether the account may send; what AWS itself has paused, this can't resume.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func putAccountSendingAttributes(sendingEnabled: Bool) async throws {
        try await execute(PutAccountSendingAttributes(sendingEnabled: sendingEnabled))
    }

    /// Replaces the account's suppression, which holds for every set without suppression of its own.
    ///
    /// - Parameter attributes: The account's suppression.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func putAccountSuppressionAttributes(_ attributes: SuppressionAttributes)
        async throws
    {
        try await execute(
            PutAccountSuppressionAttributes(
                suppressedReasons: attributes.suppressedReasons,
                validationAttributes: attributes.validationAttributes))
    }

    /// Replaces the account's settings of the Virtual Deliverability Manager.
    ///
    /// - Parameter attributes: The settings.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func putAccountVdmAttributes(_ attributes: VdmAttributes) async throws {
        try await execute(PutAccountVdmAttributes(vdmAttributes: attributes))
    }
}
