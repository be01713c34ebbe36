/// Where in a value a rule was broken, in AWS's spelling: `EventDestination.MatchingEventTypes[2]`.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
    /// A path that is never written, nor are those of its members: for a check that asks only whether a rule is broken.
    static let unwritten = FieldPath(text: nil)

    private let text: String?

    /// The path's text; empty for the checked value itself.
    public var description: String { text ?? "" }

    private init(text: String?) {
        self.text = text
    }

    /// Creates a path that starts at a named member, or at the checked value itself.
    ///
    /// - Parameter name: The member's name in AWS's spelling; empty for the checked value itself.
    public init(_ name: String = "") {
        self.init(text: name)
    }

    /// The path of a member of the value at this path.
    ///
    /// - Parameter name: The member's name in AWS's spelling.
    public func member(_ name: String) -> FieldPath {
        guard let text else { return self }
        return FieldPath(text.isEmpty ? name : "\(text).\(name)")
    }

    /// The path of an element of the list at this path.
    ///
    /// - Parameter index: The element's position, from 0.
    public func index(_ index: Int) -> FieldPath {
        guard let text else { return self }
        return FieldPath("\(text)[\(index)]")
    }
}
