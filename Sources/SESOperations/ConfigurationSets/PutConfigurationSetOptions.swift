public import SESValues

/// An operation that replaces one option group of a configuration set.
///
/// Each is a wholesale replace: members left out are cleared, not kept.
public protocol ConfigurationSetOptionsOperation: SESOperation where Output == EmptyOutput {
    /// The option group.
    associatedtype Options: Codable & Equatable & Sendable & SESValidatable

    /// The set's name.
    var configurationSetName: ConfigurationSetName { get }
    /// The group's new content.
    var options: Options { get }

    /// Creates the input.
    init(configurationSetName: ConfigurationSetName, options: Options)
}

extension ConfigurationSetOptionsOperation {
    /// Reads the AWS CLI's form: the set's name beside the group's own members.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let name = try WireReader(decoder)
            .decode(ConfigurationSetName.self, forKey: "ConfigurationSetName")
        self.init(configurationSetName: name, options: try Options(from: decoder))
    }

    /// Writes the AWS CLI's form.
    public func encode(to encoder: any Encoder) throws {
        try encode(options, to: encoder)
    }

    /// Writes the AWS CLI's form with these options.
    func encode(_ options: some Encodable, to encoder: any Encoder) throws {
        try options.encode(to: encoder)
        let container = WireWriter(encoder)
        try container.encode(configurationSetName, forKey: "ConfigurationSetName")
    }

    /// Checks the name and the group.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
        try options.validate(at: path)
    }
}
