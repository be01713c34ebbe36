/// What a configuration set is to be: its options and its event destinations, as code or as a JSON file.
///
/// AWS has no such shape; its JSON form is that of `CreateConfigurationSet` with the list `EventDestinations` that
/// `GetConfigurationSetEventDestinations` prints, and `OwnsAllEventDestinations`.
///
/// A blueprint owns what it names. An option group that is nil is left as it is in the account; one that is there replaces the
/// account's whole group, so what it leaves out goes back to the service's default, and an empty one (`TrackingOptions()`)
/// clears it. Tags of other keys and event destinations of other names stay, unless ``ownsAllEventDestinations`` says so.
public struct ConfigurationSetBlueprint: Equatable, Sendable {
    /// The set's name, options and tags.
    @export(implementation) public var configurationSet: ConfigurationSet
    /// The set's event destinations, at most 10, each by a name of its own.
    @export(implementation) public var eventDestinations: [EventDestination]
    /// Whether event destinations of other names are deleted.
    ///
    /// False by default.
    @export(implementation) public var ownsAllEventDestinations: Bool

    /// Creates a blueprint of a set.
    ///
    /// - Parameters:
    ///   - configurationSet: The set's name, options and tags.
    ///   - eventDestinations: The set's event destinations.
    ///   - ownsAllEventDestinations: Whether event destinations of other names are deleted.
    @export(implementation) public init(
        _ configurationSet: ConfigurationSet, eventDestinations: [EventDestination] = [],
        ownsAllEventDestinations: Bool = false
    ) {
        self.configurationSet = configurationSet
        self.eventDestinations = eventDestinations
        self.ownsAllEventDestinations = ownsAllEventDestinations
    }

    /// The set's name.
    public var name: ConfigurationSetName { configurationSet.name }
}

extension ConfigurationSetBlueprint: SESValidatable {
    /// The number of event destinations that a set may have.
    public static let maximumEventDestinations = 10

    /// Checks the name, every option group, the tags and the event destinations, whose names must differ.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try creation.validate(at: path)
        // What a create leaves out may still be wrong in a change.
        try configurationSet.trackingOptions.validate(at: path.member("TrackingOptions"))
        let field = path.member("EventDestinations")
        try eventDestinations.validate(at: field)
        if eventDestinations.count > Self.maximumEventDestinations {
            throw SESValueError(
                field: field, rule: "must hold at most \(Self.maximumEventDestinations) destinations",
                value: String(eventDestinations.count))
        }
        var names: Set<EventDestinationName> = []
        for (index, destination) in eventDestinations.enumerated() where !names.insert(destination.name).inserted {
            throw SESValueError(
                field: field.index(index).member("Name"), rule: "must differ from those before it",
                value: destination.name.rawValue)
        }
    }

    /// The set as it is created: `CreateConfigurationSet` takes no empty groups for "none".
    var creation: ConfigurationSet {
        var set = configurationSet
        if set.trackingOptions == TrackingOptions() { set.trackingOptions = nil }
        if set.deliveryOptions == DeliveryOptions() { set.deliveryOptions = nil }
        if set.archivingOptions == ArchivingOptions() { set.archivingOptions = nil }
        set.vdmOptions = set.vdmOptions?.compared
        if set.messageSecurityOptions?.signingScheme == nil { set.messageSecurityOptions = nil }
        set.reputationOptions?.lastFreshStart = nil
        return set
    }
}

extension ConfigurationSetBlueprint: Codable {
    /// Decodes a set's members with the list of its event destinations beside them; a list that is absent is empty.
    @export(implementation) public init(from decoder: any Decoder) throws {
        configurationSet = try ConfigurationSet(from: decoder)
        let container = try WireReader(decoder)
        eventDestinations = try container.decodeIfPresent([EventDestination].self, forKey: "EventDestinations") ?? []
        ownsAllEventDestinations = try container.decodeIfPresent(Bool.self, forKey: "OwnsAllEventDestinations") ?? false
    }

    /// Encodes a set's members with the list of its event destinations beside them.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        try configurationSet.encode(to: encoder)
        let container = WireWriter(encoder)
        try container.encode(eventDestinations, forKey: "EventDestinations")
        try container.encode(ownsAllEventDestinations, forKey: "OwnsAllEventDestinations")
    }
}
