public import SESCore

extension SESSimulator {
    /// Lets only verified identities send from now on; before the first call any sender is taken as verified.
    ///
    /// - Parameters:
    ///   - identity: An address or a domain.
    ///   - defaultConfigurationSet: The set that its mail gets when it names none; nil leaves what was said before.
    public func verify(_ identity: String, defaultConfigurationSet: ConfigurationSetName? = nil) {
        state.acceptsAnySender = false
        state.identities[identity.lowercased(), default: StoredIdentity(name: identity)].isVerified = true
        if let defaultConfigurationSet { setDefaultConfigurationSet(defaultConfigurationSet, for: identity) }
    }

    /// Sets the configuration set that an identity's mail gets when it names none.
    ///
    /// The set need not exist: as with the service, sends then fail.
    ///
    /// - Parameters:
    ///   - name: The set's name; nil for none.
    ///   - identity: An address or a domain.
    public func setDefaultConfigurationSet(_ name: ConfigurationSetName?, for identity: String) {
        state.identities[identity.lowercased(), default: StoredIdentity(name: identity)].defaultConfigurationSet = name
    }

    /// Adds a dedicated IP pool.
    ///
    /// - Parameter name: The pool's name.
    public func addDedicatedIPPool(_ name: String) {
        state.pools.insert(name)
    }

    /// Adds a template, or replaces the one of the same name.
    ///
    /// - Parameter template: The template.
    public func addTemplate(_ template: SimulatedTemplate) {
        state.templates[template.name] = StoredTemplate(template: template, date: clock.date)
    }

    /// Adds a custom verification template without a sender: its mails come from the service itself.
    ///
    /// - Parameter name: The template's name.
    public func addCustomVerificationTemplate(_ name: String) {
        state.verificationTemplates[name] = CustomVerificationEmailTemplate(templateName: name)
    }

    /// Puts an address on the account's suppression list.
    ///
    /// - Parameters:
    ///   - address: The address.
    ///   - reason: Why.
    public func suppress(_ address: String, reason: SuppressionListReason = .bounce) {
        state.suppressed[address.lowercased()] = reason
    }

    /// The addresses on the account's suppression list, with their reasons.
    public var suppressedAddresses: [String: SuppressionListReason] { state.suppressed }

    /// Sets the account's reasons for suppression, which hold for sets without reasons of their own.
    ///
    /// - Parameter reasons: The reasons; bounces and complaints to begin with.
    public func setAccountSuppressedReasons(_ reasons: [SuppressionListReason]) {
        state.account.suppressionAttributes?.suppressedReasons = reasons
    }

    /// Pauses or resumes sending for the whole account.
    ///
    /// - Parameter isEnabled: Whether the account may send.
    public func setAccountSending(isEnabled: Bool) {
        state.account.sendingEnabled = isEnabled
    }

    /// Sets quotas that sends are held to; there are none to begin with.
    ///
    /// - Parameter quota: The most recipients in 24 hours and in a second; nil for no limit.
    public func setSendQuota(_ quota: SendQuota?) {
        state.quota = quota
    }
}
