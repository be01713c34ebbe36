/// One request that brings a configuration set nearer to its blueprint, and why it is needed.
public struct ConfigurationSetChange: Equatable, Sendable {
    /// What is to be done, by the operation that does it.
    @nonexhaustive
    public enum Action: Equatable, Sendable {
        /// `CreateConfigurationSet`.
        case createConfigurationSet(ConfigurationSet)
        /// `PutConfigurationSetTrackingOptions`.
        case putTrackingOptions(TrackingOptions)
        /// `PutConfigurationSetDeliveryOptions`.
        case putDeliveryOptions(DeliveryOptions)
        /// `PutConfigurationSetReputationOptions`.
        case putReputationOptions(ReputationOptions)
        /// `PutConfigurationSetSendingOptions`.
        case putSendingOptions(SendingOptions)
        /// `PutConfigurationSetSuppressionOptions`.
        case putSuppressionOptions(SuppressionOptions)
        /// `PutConfigurationSetVdmOptions`; nil removes the set's own.
        case putVdmOptions(VdmOptions?)
        /// `PutConfigurationSetArchivingOptions`.
        case putArchivingOptions(ArchivingOptions)
        /// `UpdateConfigurationSet`.
        case updateMessageSecurityOptions(MessageSecurityOptions)
        /// `TagResource`, with the tags to add or to give another value.
        case tag([ResourceTag])
        /// `CreateConfigurationSetEventDestination`.
        case createEventDestination(EventDestination)
        /// `UpdateConfigurationSetEventDestination`.
        case updateEventDestination(EventDestination)
        /// `DeleteConfigurationSetEventDestination`.
        case deleteEventDestination(EventDestinationName)
    }

    /// A member of the account that isn't as the blueprint says.
    public struct Drift: Equatable, Sendable, CustomStringConvertible {
        /// The member's path in AWS's spelling, such as `DeliveryOptions.TlsPolicy`.
        @export(implementation) public let field: String
        /// What the account has, as JSON; nil if nothing.
        @export(implementation) public let found: String?
        /// What the blueprint says, as JSON; nil if nothing.
        @export(implementation) public let wanted: String?

        /// Creates a drift.
        ///
        /// - Parameters:
        ///   - field: The member's path in AWS's spelling.
        ///   - found: What the account has, as JSON.
        ///   - wanted: What the blueprint says, as JSON.
        @export(implementation) public init(field: String, found: String?, wanted: String?) {
            self.field = field
            self.found = found
            self.wanted = wanted
        }

        /// A line such as `DeliveryOptions.TlsPolicy: "OPTIONAL" → "REQUIRE"`.
        public var description: String { "\(field): \(found ?? "none") → \(wanted ?? "none")" }
    }

    /// The set that is changed.
    @export(implementation) public let configurationSetName: ConfigurationSetName
    /// What is to be done.
    @export(implementation) public let action: Action
    /// What is not as the blueprint says; empty for what is created or deleted.
    @export(implementation) public let drift: [Drift]

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - configurationSetName: The set that is changed.
    ///   - action: What is to be done.
    ///   - drift: What is not as the blueprint says.
    @export(implementation) public init(configurationSetName: ConfigurationSetName, action: Action, drift: [Drift] = [])
    {
        self.configurationSetName = configurationSetName
        self.action = action
        self.drift = drift
    }
}

extension ConfigurationSetChange: CustomStringConvertible {
    /// What is done, and below it a line for each drift.
    public var description: String {
        (["\(configurationSetName): \(action.description)"] + drift.map { "    \($0)" }).joined(separator: "\n")
    }
}

extension ConfigurationSetChange.Action: CustomStringConvertible {
    /// A few words, such as `create event destination clicks`.
    public var description: String {
        switch self {
        case .createConfigurationSet(let set):
            "create configuration set" + (set.sendingOptions?.sendingEnabled == false ? ", paused" : "")
        case .putTrackingOptions: "put tracking options"
        case .putDeliveryOptions: "put delivery options"
        case .putReputationOptions: "put reputation options"
        case .putSendingOptions(let options): options.sendingEnabled ? "resume sending" : "pause sending"
        case .putSuppressionOptions: "put suppression options"
        case .putVdmOptions(let options): options == nil ? "remove VDM options" : "put VDM options"
        case .putArchivingOptions: "put archiving options"
        case .updateMessageSecurityOptions: "update message security options"
        case .tag(let tags): "tag " + tags.map(\.key).joined(separator: ", ")
        case .createEventDestination(let destination): "create event destination \(destination.name)"
        case .updateEventDestination(let destination): "update event destination \(destination.name)"
        case .deleteEventDestination(let name): "delete event destination \(name)"
        }
    }
}
