/// How Amazon SNS signs the messages of a topic: the topic's attribute `SignatureVersion`.
public struct SNSSignatureVersion: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// `1` or `2`.
    public let rawValue: String

    /// Creates a version; nil for any but those there are.
    public init?(rawValue: String) {
        guard rawValue == "1" || rawValue == "2" else { return nil }
        self.rawValue = rawValue
    }

    private init(_ rawValue: String) { self.rawValue = rawValue }

    /// RSA with SHA-1, the default of topics.
    public static let one = Self("1")
    /// RSA with SHA-256.
    public static let two = Self("2")

    /// The number.
    public var description: String { rawValue }
}
