public import SESCore

extension SESSimulator {
    /// Lets only verified identities send from now on; before the first call any sender is taken as verified, but one
    /// whose identity a client created.
    ///
    /// It stands for what the identity's owner does: DKIM and MAIL FROM domain, as they are set by now, are found in DNS
    /// too. An identity that isn't there is created.
    ///
    /// - Parameters:
    ///   - identity: An address or a domain.
    ///   - defaultConfigurationSet: The set that its mail gets when it names none; nil leaves what was said before.
    public func verify(_ identity: String, defaultConfigurationSet: ConfigurationSetName? = nil) {
        state.acceptsAnySender = false
        changeIdentity(identity) { [date = clock.date] in $0.verify(at: date) }
        if let defaultConfigurationSet { setDefaultConfigurationSet(defaultConfigurationSet, for: identity) }
    }

    /// Sets the configuration set that an identity's mail gets when it names none.
    ///
    /// The set need not exist: as with the service, sends then fail. An identity that isn't there is created, unverified.
    ///
    /// - Parameters:
    ///   - name: The set's name; nil for none.
    ///   - identity: An address or a domain.
    public func setDefaultConfigurationSet(_ name: ConfigurationSetName?, for identity: String) {
        changeIdentity(identity) { $0.defaultConfigurationSet = name }
    }

    private func changeIdentity(_ identity: String, _ change: (inout StoredIdentity) -> Void) {
        let name = EmailIdentityName(rawValue: identity)
        var stored = state[identity: name] ?? newIdentity(name)
        change(&stored)
        state[identity: name] = stored
    }

    /// Adds a standard dedicated IP pool, unless it is there.
    ///
    /// - Parameter name: The pool's name.
    public func addDedicatedIPPool(_ name: String) {
        state.dedicatedIPs.addPool(name)
    }

    /// Leases a dedicated IP address, which no operation of the API does.
    ///
    /// Deliveries of sets that send from its pool name it as their outgoing address. An address that is there is moved.
    ///
    /// - Parameters:
    ///   - ip: The address, such as `198.51.100.7`.
    ///   - pool: The pool it is in, which is added if it isn't there; the service's default pool when left out.
    ///   - warmupPercentage: How much of its warm-up is done, 0 to 100; in a managed pool it doesn't count.
    public func addDedicatedIP(
        _ ip: String, pool: String = "ses-default-dedicated-pool", warmupPercentage: Int = 100
    ) {
        state.dedicatedIPs.add(ip, to: pool, warmupPercentage: min(max(warmupPercentage, 0), 100))
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
        state.suppress(
            SuppressedDestination(
                emailAddress: EmailAddress(rawValue: address), reason: reason, lastUpdateTime: clock.date),
            for: nil)
    }

    /// The addresses on the account's suppression list in lower case, with their reasons.
    public var suppressedAddresses: [String: SuppressionListReason] { state.suppressed.reasons }

    /// Sets the account's reasons for suppression, which hold for sets without reasons of their own.
    ///
    /// - Parameter reasons: The reasons; bounces and complaints to begin with.
    public func setAccountSuppressedReasons(_ reasons: [SuppressionListReason]) {
        state.account.suppressionAttributes?.suppressedReasons = reasons
    }

    /// Lets queries for metrics of this id fail, as the service does in the `errors` of an answer whose call succeeds.
    ///
    /// - Parameters:
    ///   - id: The query's id.
    ///   - code: How they fail; nil to answer them again.
    public func failMetricQueries(_ id: String, with code: QueryErrorCode?) {
        state.failingMetricQueries[id] = code
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
