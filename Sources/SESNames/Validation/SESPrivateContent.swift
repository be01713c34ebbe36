/// A value that holds addresses or content: printing, interpolating or dumping it shows its type and nothing else.
///
/// So a log line that happens to hold one gives nobody away. Read its properties to get at the content.
public protocol SESPrivateContent: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension SESPrivateContent {
    /// The type's name.
    public var description: String { "\(Self.self)(content hidden)" }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
