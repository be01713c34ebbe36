public import SESValues

/// Replaces a set's archiving: the Mail Manager archive that keeps a copy of what is sent.
///
/// AWS: `PutConfigurationSetArchivingOptions`.
public struct PutConfigurationSetArchivingOptions: ConfigurationSetOptionsOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/configuration-sets/{ConfigurationSetName}/archiving-options")
    }

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The group's new content.
    @export(implementation) public var options: ArchivingOptions

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName, options: ArchivingOptions) {
        self.configurationSetName = configurationSetName
        self.options = options
    }
}

/// Replaces a set's delivery options: TLS, dedicated IP pool, longest time to try.
///
/// AWS: `PutConfigurationSetDeliveryOptions`.
public struct PutConfigurationSetDeliveryOptions: ConfigurationSetOptionsOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/configuration-sets/{ConfigurationSetName}/delivery-options")
    }

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The group's new content.
    @export(implementation) public var options: DeliveryOptions

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName, options: DeliveryOptions) {
        self.configurationSetName = configurationSetName
        self.options = options
    }
}

/// Switches a set's reputation metrics on or off.
///
/// AWS: `PutConfigurationSetReputationOptions`.
public struct PutConfigurationSetReputationOptions: ConfigurationSetOptionsOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/configuration-sets/{ConfigurationSetName}/reputation-options")
    }

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The group's new content.
    @export(implementation) public var options: ReputationOptions

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName, options: ReputationOptions) {
        self.configurationSetName = configurationSetName
        self.options = options
    }

    /// Writes the AWS CLI's form; the time of the last fresh start is the service's to set, so it isn't sent.
    public func encode(to encoder: any Encoder) throws {
        var options = options
        options.lastFreshStart = nil
        try encode(options, to: encoder)
    }
}

/// Pauses or resumes sending with a set.
///
/// AWS: `PutConfigurationSetSendingOptions`.
public struct PutConfigurationSetSendingOptions: ConfigurationSetOptionsOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/configuration-sets/{ConfigurationSetName}/sending")
    }

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The group's new content.
    @export(implementation) public var options: SendingOptions

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName, options: SendingOptions) {
        self.configurationSetName = configurationSetName
        self.options = options
    }
}

/// Replaces a set's override of the account's suppression list.
///
/// AWS: `PutConfigurationSetSuppressionOptions`.
///
/// Reasons left out or empty mean: suppress nothing for this set, whatever the account does.
public struct PutConfigurationSetSuppressionOptions: ConfigurationSetOptionsOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/configuration-sets/{ConfigurationSetName}/suppression-options")
    }

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The group's new content.
    @export(implementation) public var options: SuppressionOptions

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName, options: SuppressionOptions) {
        self.configurationSetName = configurationSetName
        self.options = options
    }
}

/// Replaces a set's tracking domain and its HTTPS policy; empty options remove the domain.
///
/// AWS: `PutConfigurationSetTrackingOptions`.
public struct PutConfigurationSetTrackingOptions: ConfigurationSetOptionsOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/configuration-sets/{ConfigurationSetName}/tracking-options")
    }

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The group's new content.
    @export(implementation) public var options: TrackingOptions

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName, options: TrackingOptions) {
        self.configurationSetName = configurationSetName
        self.options = options
    }
}

/// Replaces a set's Virtual Deliverability Manager options.
///
/// AWS: `PutConfigurationSetVdmOptions`. Unlike the other groups this one keeps its own level in the input.
public struct PutConfigurationSetVdmOptions: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/configuration-sets/{ConfigurationSetName}/vdm-options")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The group's new content; nil removes it.
    @export(implementation) public var vdmOptions: VdmOptions?

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName, vdmOptions: VdmOptions? = nil) {
        self.configurationSetName = configurationSetName
        self.vdmOptions = vdmOptions
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        configurationSetName = try container.decode(ConfigurationSetName.self, forKey: "ConfigurationSetName")
        vdmOptions = try container.decodeIfPresent(VdmOptions.self, forKey: "VdmOptions")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(configurationSetName, forKey: "ConfigurationSetName")
        try container.encodeIfPresent(vdmOptions, forKey: "VdmOptions")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
    }
}
