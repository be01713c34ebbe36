import SESClient
import SESCore

extension SESSimulator {
    func createConfigurationSet(_ input: CreateConfigurationSet) throws -> EmptyOutput {
        var set = input.configurationSet
        try ServiceRules.checkName(set.name)
        if let options = set.suppressionOptions, options.suppressedReasons == nil {
            throw ServiceRefusal.internalFailure
        }
        if let options = set.deliveryOptions { try checkPool(options) }
        if let options = set.trackingOptions { try checkTracking(options) }
        try ServiceRules.check(set)
        guard state.sets[set.name.rawValue] == nil else {
            throw ServiceRefusal.alreadyExists("Configuration set <\(set.name)> already exists.")
        }
        guard state.sets.count < ServiceState.maximumSets else {
            throw ServiceRefusal.limitExceeded("Configuration set count exceeds \(ServiceState.maximumSets).")
        }
        set.sendingOptions = (set.sendingOptions ?? SendingOptions(sendingEnabled: true)).complete
        set.reputationOptions =
            (set.reputationOptions ?? ReputationOptions(reputationMetricsEnabled: true)).complete
        state.sets[set.name.rawValue] = StoredConfigurationSet(configuration: set)
        return EmptyOutput()
    }

    func getConfigurationSet(_ input: GetConfigurationSet) throws -> ConfigurationSet {
        try stored(input.configurationSetName).configuration
    }

    func listConfigurationSets(_ input: ListConfigurationSets) throws -> ListConfigurationSets.Output {
        let size = try pageSize(input.pageSize, default: 50, atMost: 1000)
        try ServiceRules.check(filter: input.filter ?? [:])
        let filter = input.filter?[ListConfigurationSets.FilterKey.configurationSetNameContains.rawValue]
        let names = state.sets.keys.filter { name in filter.map { name.contains($0) } ?? true }.sorted()
        let page = try page(of: names, from: input.nextToken, size: size)
        return ListConfigurationSets.Output(
            configurationSets: page.names.map { ConfigurationSetName(rawValue: $0) }, nextToken: page.nextToken)
    }

    func deleteConfigurationSet(_ input: DeleteConfigurationSet) throws -> EmptyOutput {
        _ = try stored(input.configurationSetName)
        try checkHasNoTenants(
            .configurationSet(input.configurationSetName, region: region, accountID: accountID))
        state.sets[input.configurationSetName.rawValue] = nil
        return EmptyOutput()
    }

    func updateConfigurationSet(_ input: UpdateConfigurationSet) throws -> EmptyOutput {
        try change(input.configurationSetName) { set in
            if let options = input.messageSecurityOptions {
                try ServiceRules.check(options)
                set.messageSecurityOptions = options
            }
        }
    }

    func putArchivingOptions(_ input: PutConfigurationSetArchivingOptions) throws -> EmptyOutput {
        try ServiceRules.check(input.options)
        return try change(input.configurationSetName) {
            $0.archivingOptions = input.options == ArchivingOptions() ? nil : input.options
        }
    }

    func putDeliveryOptions(_ input: PutConfigurationSetDeliveryOptions) throws -> EmptyOutput {
        try checkPool(input.options)
        try ServiceRules.check(input.options)
        return try change(input.configurationSetName) {
            $0.deliveryOptions = input.options == DeliveryOptions() ? nil : input.options
        }
    }

    func putReputationOptions(_ input: PutConfigurationSetReputationOptions) throws -> EmptyOutput {
        try change(input.configurationSetName) { set in
            let start = set.reputationOptions?.lastFreshStart
            set.reputationOptions = input.options.complete
            set.reputationOptions?.lastFreshStart = start
        }
    }

    func putSendingOptions(_ input: PutConfigurationSetSendingOptions) throws -> EmptyOutput {
        let now = clock.date
        return try change(input.configurationSetName) { set in
            // A set that may send again starts with fresh reputation metrics.
            if set.sendingOptions?.sendingEnabled == false, input.options.sendingEnabled {
                set.reputationOptions?.lastFreshStart = now
            }
            set.sendingOptions = input.options.complete
        }
    }

    func putSuppressionOptions(_ input: PutConfigurationSetSuppressionOptions) throws -> EmptyOutput {
        var options = input.options
        // Left out in this call means an override with no reasons, not no override.
        options.suppressedReasons = options.suppressedReasons ?? []
        try ServiceRules.check(options)
        return try change(input.configurationSetName) { $0.suppressionOptions = options }
    }

    func putTrackingOptions(_ input: PutConfigurationSetTrackingOptions) throws -> EmptyOutput {
        let isEmpty = input.options == TrackingOptions()
        if !isEmpty { try checkTracking(input.options) }
        return try change(input.configurationSetName) { $0.trackingOptions = isEmpty ? nil : input.options }
    }

    func putVdmOptions(_ input: PutConfigurationSetVdmOptions) throws -> EmptyOutput {
        if let options = input.vdmOptions { try ServiceRules.check(options) }
        return try change(input.configurationSetName) { $0.vdmOptions = input.vdmOptions }
    }

    /// The set of that name, or the service's refusal.
    func stored(_ name: ConfigurationSetName) throws -> StoredConfigurationSet {
        guard let set = state.sets[name.rawValue] else { throw ServiceRefusal.missingSet(name.rawValue) }
        return set
    }

    private func change(
        _ name: ConfigurationSetName, _ body: (inout ConfigurationSet) throws -> Void
    ) throws -> EmptyOutput {
        var set = try stored(name)
        try body(&set.configuration)
        state.sets[name.rawValue] = set
        return EmptyOutput()
    }

    private func checkPool(_ options: DeliveryOptions) throws {
        if let pool = options.sendingPoolName, state.dedicatedIPs.pools[pool] == nil {
            throw ServiceRefusal.notFound("SendingPool <\(pool)> doesn't exist")
        }
    }

    private func checkTracking(_ options: TrackingOptions) throws {
        guard let domain = options.customRedirectDomain else {
            throw ServiceRefusal.badRequest("CustomRedirectDomain must be specified.")
        }
        guard state.isVerified(domain: domain) else {
            throw ServiceRefusal.badRequest("Domain <\(domain)> is not verified under this account.")
        }
        try ServiceRules.check(options)
    }
}

// The service answers with every switch, also with one that the request left out, which it takes as off.

extension SendingOptions {
    fileprivate var complete: SendingOptions { SendingOptions(sendingEnabled: sendingEnabled) }
}

extension ReputationOptions {
    fileprivate var complete: ReputationOptions {
        ReputationOptions(reputationMetricsEnabled: reputationMetricsEnabled, lastFreshStart: lastFreshStart)
    }
}
