#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A request that simulated SNS makes to a subscriber's address, as the subscriber's server gets it.
public struct SimulatedPost: Sendable {
    /// `POST`.
    public let method: String
    /// The header fields that SNS sends.
    public let headers: [(name: String, value: String)]
    /// The body.
    public let body: Data
}

/// What became of a post.
public struct SimulatedPostResult: Sendable, Hashable {
    /// The message's id.
    public let messageID: String
    /// The subscription's name.
    public let subscriptionARN: String
    /// The statuses that were answered, one for each time it was posted.
    public let statuses: [Int]

    /// Whether the subscriber has it.
    public var isDelivered: Bool { statuses.last.map { (200..<300).contains($0) } ?? false }
}
