/// The changes that bring an account's configuration sets to their blueprints, to be read before they are applied.
public struct ConfigurationSetPlan: Equatable, Sendable {
    /// An event destination that no blueprint names; it stays.
    public struct EventDestinationLeftAlone: Equatable, Sendable, CustomStringConvertible {
        /// The set that has it.
        @export(implementation) public let configurationSetName: ConfigurationSetName
        /// Its name.
        @export(implementation) public let name: EventDestinationName

        /// A line that says so.
        public var description: String { "\(configurationSetName): event destination \(name) is left alone" }
    }

    /// What the sets are to be, in the order given.
    @export(implementation) public let blueprints: [ConfigurationSetBlueprint]
    /// What is to be done, set by set, in a safe order.
    public private(set) var changes: [ConfigurationSetChange] = []
    /// What the sets have beside it.
    public private(set) var leftAlone: [EventDestinationLeftAlone] = []

    /// Compares blueprints with what an account has.
    ///
    /// - Parameters:
    ///   - blueprints: What the sets are to be; their names must differ.
    ///   - found: The sets as the account has them, by name; those that it lacks are missing.
    /// - Throws: ``SESValueError`` if a blueprint breaks a rule or two have one name.
    public init(
        _ blueprints: [ConfigurationSetBlueprint], found: [ConfigurationSetName: ConfigurationSetBlueprint]
    ) throws(SESValueError) {
        try Self.validate(blueprints)
        self.blueprints = blueprints
        for blueprint in blueprints {
            let set = found[blueprint.name]
            changes += try blueprint.changes(from: set)
            leftAlone += (set.map(blueprint.eventDestinationsLeftAlone) ?? []).map {
                EventDestinationLeftAlone(configurationSetName: blueprint.name, name: $0)
            }
        }
    }

    /// Whether all sets are as their blueprints say.
    public var isEmpty: Bool { changes.isEmpty }

    /// Checks blueprints, each alone and their names together.
    package static func validate(_ blueprints: [ConfigurationSetBlueprint]) throws(SESValueError) {
        var names: Set<ConfigurationSetName> = []
        for (index, blueprint) in blueprints.enumerated() {
            let path = FieldPath().index(index)
            try blueprint.validate(at: path)
            if !names.insert(blueprint.name).inserted {
                throw SESValueError(
                    field: path.member("ConfigurationSetName"), rule: "must differ from those before it",
                    value: blueprint.name.rawValue)
            }
        }
    }
}

extension ConfigurationSetPlan: CustomStringConvertible {
    /// A line for each change and each drift, and for what is left alone.
    public var description: String {
        let lines = changes.map(\.description) + leftAlone.map(\.description)
        return lines.isEmpty ? "nothing to change" : lines.joined(separator: "\n")
    }
}
