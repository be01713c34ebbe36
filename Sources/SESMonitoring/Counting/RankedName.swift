/// A name and how often it was counted, as a line of a list of the most frequent.
public struct RankedName: Sendable, Hashable, Codable {
    /// The name: a domain, a reason or a link.
    public var name: String
    /// How often; an estimate where there was too much to keep it all.
    public var count: Int

    /// Creates a line.
    public init(name: String, count: Int) {
        self.name = name
        self.count = count
    }
}
