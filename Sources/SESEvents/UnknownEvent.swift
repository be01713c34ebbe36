extension SESEvent {
    /// An event of a type that this release does not know, with everything it says.
    public struct UnknownEvent: Sendable, Hashable {
        /// The type's name (AWS: `eventType`, `notificationType`).
        @export(implementation) public var name: EventName
        /// The event's top-level members except `mail`, `eventType` and `notificationType`, which are never encoded.
        ///
        /// A member whose number no `Double` can hold is left out.
        @export(implementation) public var members: [String: JSONValue]

        /// Creates an event of a type that has no case of its own.
        ///
        /// - Parameters:
        ///   - name: The type's name; one that ``SESEvent`` knows is decoded as that type.
        ///   - members: The members that hold its details.
        @export(implementation) public init(name: EventName, members: [String: JSONValue] = [:]) {
            self.name = name
            self.members = members
        }
    }
}

extension SESEvent.UnknownEvent {
    init(name: SESEvent.EventName, decoder: any Decoder) throws {
        let members = try decoder.singleValueContainer().decode([String: LenientJSON].self)
        self.init(
            name: name, members: members.filter { !EventKey.common.contains($0.key) }.compactMapValues(\.value))
    }
}
