public import SESValues

/// Adds an event destination to a configuration set.
///
/// AWS: `CreateConfigurationSetEventDestination`. A set has at most ten. For an SNS topic, SES publishes one plain-text
/// message to it at once, to see that it may.
public struct CreateConfigurationSetEventDestination: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .post, "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations")
    }
    /// True: a second call is refused, as the destination exists.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The destination's name, unique in the set.
    @export(implementation) public var eventDestinationName: EventDestinationName
    /// What goes where.
    @export(implementation) public var eventDestination: EventDestinationDefinition

    /// Creates the input.
    @export(implementation) public init(
        configurationSetName: ConfigurationSetName, eventDestinationName: EventDestinationName,
        eventDestination: EventDestinationDefinition
    ) {
        self.configurationSetName = configurationSetName
        self.eventDestinationName = eventDestinationName
        self.eventDestination = eventDestination
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        configurationSetName = try container.decode(ConfigurationSetName.self, forKey: "ConfigurationSetName")
        eventDestinationName = try container.decode(EventDestinationName.self, forKey: "EventDestinationName")
        eventDestination = try container.decode(EventDestinationDefinition.self, forKey: "EventDestination")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(configurationSetName, forKey: "ConfigurationSetName")
        try container.encode(eventDestinationName, forKey: "EventDestinationName")
        try container.encode(eventDestination, forKey: "EventDestination")
    }

    /// Checks the names and the destination.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
        try eventDestinationName.validate(at: path.member("EventDestinationName"))
        try eventDestination.validate(at: path.member("EventDestination"))
    }
}

/// Replaces an event destination of a configuration set.
///
/// AWS: `UpdateConfigurationSetEventDestination`, a wholesale replace: what isn't given is cleared.
public struct UpdateConfigurationSetEventDestination: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations/{EventDestinationName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The destination's name.
    @export(implementation) public var eventDestinationName: EventDestinationName
    /// What goes where.
    @export(implementation) public var eventDestination: EventDestinationDefinition

    /// Creates the input.
    @export(implementation) public init(
        configurationSetName: ConfigurationSetName, eventDestinationName: EventDestinationName,
        eventDestination: EventDestinationDefinition
    ) {
        self.configurationSetName = configurationSetName
        self.eventDestinationName = eventDestinationName
        self.eventDestination = eventDestination
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        configurationSetName = try container.decode(ConfigurationSetName.self, forKey: "ConfigurationSetName")
        eventDestinationName = try container.decode(EventDestinationName.self, forKey: "EventDestinationName")
        eventDestination = try container.decode(EventDestinationDefinition.self, forKey: "EventDestination")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(configurationSetName, forKey: "ConfigurationSetName")
        try container.encode(eventDestinationName, forKey: "EventDestinationName")
        try container.encode(eventDestination, forKey: "EventDestination")
    }

    /// Checks the names and the destination.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
        try eventDestinationName.validate(at: path.member("EventDestinationName"))
        try eventDestination.validate(at: path.member("EventDestination"))
    }
}

/// Removes an event destination from a configuration set.
///
/// AWS: `DeleteConfigurationSetEventDestination`.
public struct DeleteConfigurationSetEventDestination: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .delete, "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations/{EventDestinationName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// The destination's name.
    @export(implementation) public var eventDestinationName: EventDestinationName

    /// Creates the input.
    @export(implementation) public init(
        configurationSetName: ConfigurationSetName, eventDestinationName: EventDestinationName
    ) {
        self.configurationSetName = configurationSetName
        self.eventDestinationName = eventDestinationName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        configurationSetName = try container.decode(ConfigurationSetName.self, forKey: "ConfigurationSetName")
        eventDestinationName = try container.decode(EventDestinationName.self, forKey: "EventDestinationName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(configurationSetName, forKey: "ConfigurationSetName")
        try container.encode(eventDestinationName, forKey: "EventDestinationName")
    }

    /// Checks the names.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
        try eventDestinationName.validate(at: path.member("EventDestinationName"))
    }
}

/// Reads the event destinations of a configuration set.
///
/// AWS: `GetConfigurationSetEventDestinations`.
public struct GetConfigurationSetEventDestinations: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .get, "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations")
    }

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName) {
        self.configurationSetName = configurationSetName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        configurationSetName = try container.decode(ConfigurationSetName.self, forKey: "ConfigurationSetName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(configurationSetName, forKey: "ConfigurationSetName")
    }

    /// The set's destinations.
    public struct Output: Codable, Equatable, Sendable {
        /// The destinations.
        @export(implementation) public var eventDestinations: [EventDestination]?

        /// Creates an output.
        @export(implementation) public init(eventDestinations: [EventDestination]?) {
            self.eventDestinations = eventDestinations
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            eventDestinations = try container.decodeIfPresent([EventDestination].self, forKey: "EventDestinations")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(eventDestinations, forKey: "EventDestinations")
        }
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
    }
}
