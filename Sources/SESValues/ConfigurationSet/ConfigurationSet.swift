/// A configuration set: a named group of rules for the messages that are sent with it.
///
/// AWS: the input of `CreateConfigurationSet` and the output of `GetConfigurationSet`. Options that are nil keep the service's
/// defaults. Event destinations are not part of it: the service keeps them by themselves.
public struct ConfigurationSet: Equatable, Sendable, Codable, SESValidatable {
    /// The name.
    ///
    /// AWS: `ConfigurationSetName`.
    @export(implementation) @WireDefaulted public var name: ConfigurationSetName
    /// The domain and scheme of tracking links.
    @export(implementation) public var trackingOptions: TrackingOptions?
    /// TLS, IP pool and delivery time.
    @export(implementation) public var deliveryOptions: DeliveryOptions?
    /// Whether bounce and complaint rates are published.
    @export(implementation) public var reputationOptions: ReputationOptions?
    /// Whether the set may be sent with.
    @export(implementation) public var sendingOptions: SendingOptions?
    /// Tags on the set itself, at most 50.
    @export(implementation) public var tags: [ResourceTag]?
    /// The set's own suppression; nil follows the account.
    @export(implementation) public var suppressionOptions: SuppressionOptions?
    /// Settings of the Virtual Deliverability Manager.
    @export(implementation) public var vdmOptions: VdmOptions?
    /// The archive that keeps copies.
    @export(implementation) public var archivingOptions: ArchivingOptions?
    /// How messages are signed.
    @export(implementation) public var messageSecurityOptions: MessageSecurityOptions?

    /// Creates a configuration set.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - trackingOptions: The domain and scheme of tracking links.
    ///   - deliveryOptions: TLS, IP pool and delivery time.
    ///   - reputationOptions: Whether bounce and complaint rates are published.
    ///   - sendingOptions: Whether the set may be sent with.
    ///   - tags: Tags on the set itself.
    ///   - suppressionOptions: The set's own suppression; nil follows the account.
    ///   - vdmOptions: Settings of the Virtual Deliverability Manager.
    ///   - archivingOptions: The archive that keeps copies.
    ///   - messageSecurityOptions: How messages are signed.
    public init(
        _ name: ConfigurationSetName, trackingOptions: TrackingOptions? = nil, deliveryOptions: DeliveryOptions? = nil,
        reputationOptions: ReputationOptions? = nil, sendingOptions: SendingOptions? = nil, tags: [ResourceTag]? = nil,
        suppressionOptions: SuppressionOptions? = nil, vdmOptions: VdmOptions? = nil,
        archivingOptions: ArchivingOptions? = nil, messageSecurityOptions: MessageSecurityOptions? = nil
    ) {
        _name = WireDefaulted(wrappedValue: name)
        self.trackingOptions = trackingOptions
        self.deliveryOptions = deliveryOptions
        self.reputationOptions = reputationOptions
        self.sendingOptions = sendingOptions
        self.tags = tags
        self.suppressionOptions = suppressionOptions
        self.vdmOptions = vdmOptions
        self.archivingOptions = archivingOptions
        self.messageSecurityOptions = messageSecurityOptions
    }

    /// Checks what `CreateConfigurationSet` asks of the set and of all its options.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try name.validate(at: path.member("ConfigurationSetName"))
        try validateTracking(at: path.member("TrackingOptions"))
        try deliveryOptions.validate(at: path.member("DeliveryOptions"))
        try tags?.validateTogether(at: path.member("Tags"))
        try validateSuppression(at: path.member("SuppressionOptions"))
        try archivingOptions.validate(at: path.member("ArchivingOptions"))
        try messageSecurityOptions.validate(at: path.member("MessageSecurityOptions"))
    }

    /// Creating a set needs a domain in its tracking options; only a later Put may leave it out.
    private func validateTracking(at path: FieldPath) throws(SESValueError) {
        guard let trackingOptions else { return }
        try trackingOptions.validate(at: path)
        if trackingOptions.customRedirectDomain == nil {
            throw SESValueError(
                field: path.member("CustomRedirectDomain"), rule: "must be present; leave TrackingOptions out for none")
        }
    }

    /// Without reasons the service answers a create with 500 InternalFailure, which says nothing of the cause.
    private func validateSuppression(at path: FieldPath) throws(SESValueError) {
        if let suppressionOptions, suppressionOptions.suppressedReasons == nil {
            throw SESValueError(
                field: path.member("SuppressedReasons"),
                rule: "must be present; empty for no suppression, or leave SuppressionOptions out to follow the account"
            )
        }
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _name = try container.decode(WireDefaulted<ConfigurationSetName>.self, forKey: "ConfigurationSetName")
        trackingOptions = try container.decodeIfPresent(TrackingOptions.self, forKey: "TrackingOptions")
        deliveryOptions = try container.decodeIfPresent(DeliveryOptions.self, forKey: "DeliveryOptions")
        reputationOptions = try container.decodeIfPresent(ReputationOptions.self, forKey: "ReputationOptions")
        sendingOptions = try container.decodeIfPresent(SendingOptions.self, forKey: "SendingOptions")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
        suppressionOptions = try container.decodeIfPresent(SuppressionOptions.self, forKey: "SuppressionOptions")
        vdmOptions = try container.decodeIfPresent(VdmOptions.self, forKey: "VdmOptions")
        archivingOptions = try container.decodeIfPresent(ArchivingOptions.self, forKey: "ArchivingOptions")
        messageSecurityOptions = try container.decodeIfPresent(
            MessageSecurityOptions.self, forKey: "MessageSecurityOptions")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_name, forKey: "ConfigurationSetName")
        try container.encodeIfPresent(trackingOptions, forKey: "TrackingOptions")
        try container.encodeIfPresent(deliveryOptions, forKey: "DeliveryOptions")
        try container.encodeIfPresent(reputationOptions, forKey: "ReputationOptions")
        try container.encodeIfPresent(sendingOptions, forKey: "SendingOptions")
        try container.encodeIfPresent(tags, forKey: "Tags")
        try container.encodeIfPresent(suppressionOptions, forKey: "SuppressionOptions")
        try container.encodeIfPresent(vdmOptions, forKey: "VdmOptions")
        try container.encodeIfPresent(archivingOptions, forKey: "ArchivingOptions")
        try container.encodeIfPresent(messageSecurityOptions, forKey: "MessageSecurityOptions")
    }
}
