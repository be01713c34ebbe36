// Option groups as they are compared: two that mean the same to the service have one form, nil where they say nothing.

extension TrackingOptions {
    var compared: TrackingOptions? {
        guard customRedirectDomain != nil else { return nil }
        return TrackingOptions(customRedirectDomain: customRedirectDomain, httpsPolicy: httpsPolicy ?? .optional)
    }
}

extension DeliveryOptions {
    var compared: DeliveryOptions? {
        var options = self
        options.tlsPolicy = tlsPolicy ?? .optional
        return options == DeliveryOptions(tlsPolicy: .optional) ? nil : options
    }
}

extension ReputationOptions {
    /// Without the moment of the last fresh start, which is the service's to say.
    var compared: ReputationOptions { ReputationOptions(reputationMetricsEnabled: reputationMetricsEnabled) }
}

extension SendingOptions {
    var compared: SendingOptions { SendingOptions(sendingEnabled: sendingEnabled) }
}

extension SuppressionOptions {
    var compared: SuppressionOptions {
        var options = self
        options.suppressedReasons = Set(suppressedReasons ?? []).sorted { $0.rawValue < $1.rawValue }
        return options
    }
}

extension VdmOptions {
    var compared: VdmOptions? {
        var options = self
        if options.dashboardOptions == DashboardOptions() { options.dashboardOptions = nil }
        if options.guardianOptions == GuardianOptions() { options.guardianOptions = nil }
        return options == VdmOptions() ? nil : options
    }
}

extension ArchivingOptions {
    var compared: ArchivingOptions? { archiveARN == nil ? nil : self }
}

extension MessageSecurityOptions {
    var compared: MessageSecurityOptions? {
        guard let signingScheme, signingScheme.smimeScheme != nil else { return nil }
        return self
    }
}

extension EventDestinationDefinition {
    var compared: EventDestinationDefinition {
        var definition = self
        definition.enabled = enabled
        definition.matchingEventTypes = MatchingEventTypes(
            Set(matchingEventTypes).sorted { $0.rawValue < $1.rawValue })
        definition.cloudWatchDestination?.dimensionConfigurations.sort { $0.dimensionName < $1.dimensionName }
        return definition
    }
}
