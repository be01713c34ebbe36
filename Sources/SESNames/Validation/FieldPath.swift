/// Where in a value a rule was broken, in AWS's spelling: `EventDestination.MatchingEventTypes[2]`.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
    /// The path's text; empty for the checked value itself.
    @export(implementation) public let description: String

    /// Creates a path that starts at a named member, or at the checked value itself.
    ///
    /// - Parameter name: The member's name in AWS's spelling; empty for the checked value itself.
    @export(implementation) public init(_ name: String = "") {
        description = name
    }

    /// The path of a member of the value at this path.
    ///
    /// - Parameter name: The member's name in AWS's spelling.
    public func member(_ name: String) -> FieldPath {
        FieldPath(description.isEmpty ? name : "\(description).\(name)")
    }

    /// The path of an element of the list at this path.
    ///
    /// - Parameter index: The element's position, from 0.
    public func index(_ index: Int) -> FieldPath {
        FieldPath("\(description)[\(index)]")
    }
}
