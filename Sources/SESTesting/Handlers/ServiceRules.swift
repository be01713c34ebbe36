import SESClient
import SESCore

/// What the service checks in a request, in its own words where they are known.
enum ServiceRules {
    static func checkName(_ name: ConfigurationSetName) throws {
        let text = name.rawValue
        guard text.utf8.count <= 64 else {
            throw ServiceRefusal.badRequest("Configuration set name cannot exceed 64 characters.")
        }
        guard !text.isEmpty, text.utf8.allSatisfy(isNameByte) else {
            throw ServiceRefusal.badRequest(
                "Invalid configuration set name <\(text)>: only alphanumeric ASCII characters, '_', and '-' are allowed."
            )
        }
    }

    static func checkName(_ name: EventDestinationName) throws {
        let text = name.rawValue
        guard text.utf8.count <= 64 else {
            throw ServiceRefusal.badRequest("Event destination name cannot exceed 64 characters.")
        }
        guard !text.isEmpty, text.utf8.allSatisfy(isNameByte) else {
            throw ServiceRefusal.badRequest(
                "Invalid event destination name <\(text)>: only alphanumeric ASCII characters, '_', and '-' are allowed."
            )
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }

    static func check(_ options: DeliveryOptions) throws {
        try checkEnum(options.tlsPolicy, at: "tlsPolicy", in: [.require, .optional])
        try checkRules(options)
    }

    static func check(_ options: TrackingOptions) throws {
        try checkEnum(options.httpsPolicy, at: "httpsPolicy", in: [.require, .requireOpenOnly, .optional])
    }

    static func check(_ options: SuppressionOptions) throws {
        for reason in options.suppressedReasons ?? [] {
            try checkEnum(reason, at: "suppressedReasons", in: [.bounce, .complaint])
        }
        try checkEnum(options.suppressionScope, at: "suppressionScope", in: [.account, .tenant])
        if let threshold = options.validationOptions?.conditionThreshold {
            try check(threshold, at: "validationOptions")
        }
    }

    /// Checks the condition threshold of a set's or the account's Auto Validation, which is a member of `path`.
    static func check(_ threshold: SuppressionConditionThreshold, at path: String) throws {
        try checkEnum(
            threshold.conditionThresholdEnabled, at: "\(path).conditionThreshold.conditionThresholdEnabled",
            in: [.enabled, .disabled])
        try checkEnum(
            threshold.overallConfidenceThreshold?.confidenceVerdictThreshold,
            at: "\(path).conditionThreshold.overallConfidenceThreshold.confidenceVerdictThreshold",
            in: [.medium, .high, .managed])
    }

    static func check(_ options: VdmOptions) throws {
        let known: [FeatureStatus] = [.enabled, .disabled]
        try checkEnum(options.dashboardOptions?.engagementMetrics, at: "engagementMetrics", in: known)
        try checkEnum(options.guardianOptions?.optimizedSharedDelivery, at: "optimizedSharedDelivery", in: known)
    }

    static func check(_ options: ArchivingOptions) throws { try checkRules(options) }
    static func check(_ options: MessageSecurityOptions) throws {
        try checkEnum(
            options.signingScheme?.smimeScheme?.signatureFormat,
            at: "messageSecurityOptions.signingScheme.smimeScheme.signatureFormat", in: [.detached])
        try checkRules(options)
    }

    static func check(_ overrides: ConfigurationOverrides) throws {
        let known: [FeatureStatus] = [.enabled, .disabled]
        let path = "configurationOverrides.tracking"
        try checkEnum(overrides.tracking?.openTrackingEnabled, at: "\(path).openTrackingEnabled", in: known)
        try checkEnum(overrides.tracking?.clickTrackingEnabled, at: "\(path).clickTrackingEnabled", in: known)
    }

    static func check(filter: [String: String]) throws {
        for name in filter.keys.sorted() {
            try checkEnum(
                ListConfigurationSets.FilterKey(rawValue: name), at: "filter", in: [.configurationSetNameContains])
        }
    }

    static func check(_ set: ConfigurationSet) throws {
        if let options = set.deliveryOptions { try check(options) }
        if let options = set.suppressionOptions { try check(options) }
        if let options = set.vdmOptions { try check(options) }
        if let options = set.messageSecurityOptions { try check(options) }
        try checkRules(set)
    }

    static func check(_ destination: EventDestinationDefinition) throws {
        let kinds = [
            destination.kinesisFirehoseDestination != nil, destination.cloudWatchDestination != nil,
            destination.snsDestination != nil, destination.eventBridgeDestination != nil,
            destination.pinpointDestination != nil,
        ].count { $0 }
        guard kinds > 0 else { throw ServiceRefusal.badRequest("Event destination is not provided.") }
        guard kinds == 1 else {
            throw ServiceRefusal.badRequest("Please provide only one destination with each request.")
        }
        guard !destination.matchingEventTypes.isEmpty else {
            throw ServiceRefusal.badRequest("At least one event type must be specified.")
        }
        for type in destination.matchingEventTypes {
            try checkEnum(type, at: "eventDestination.matchingEventTypes", in: EventType.all)
        }
        for dimension in destination.cloudWatchDestination?.dimensionConfigurations ?? [] {
            try checkEnum(
                dimension.dimensionValueSource,
                at: "eventDestination.cloudWatchDestination.dimensionConfigurations.dimensionValueSource",
                in: [.messageTag, .emailHeader, .linkTag])
        }
        try checkRules(destination)
    }

    /// The rules whose wording isn't known: refused with the library's own.
    static func checkRules(_ value: some SESValidatable) throws {
        do {
            try value.validate()
        } catch {
            throw ServiceRefusal.badRequest(error.description)
        }
    }

    static func checkEnum<Value: OpenStringValue>(
        _ value: Value?, at field: String, in known: [Value]
    ) throws {
        guard let value, !known.contains(value) else { return }
        let set = known.map(\.rawValue).joined(separator: ", ")
        throw ServiceRefusal.badRequest(
            "1 validation error detected: Value at '\(field)' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [\(set)]")
    }
}
