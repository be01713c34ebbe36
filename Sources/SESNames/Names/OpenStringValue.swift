/// A named value of the service that AWS may add to at any time.
///
/// It is a string with static members for the values known today, so an unknown one decodes, compares and travels back
/// unchanged. Write a value that has no static member as `.init(rawValue: "NEW_VALUE")`.
public protocol OpenStringValue: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible
where RawValue == String {
    /// Creates a value from the service's spelling; never fails.
    init(rawValue: String)
}

extension OpenStringValue {
    /// The service's spelling.
    public var description: String { rawValue }
}
