/// What figures are of: the mail of one configuration set, or a part of it.
public struct MonitorSubject: Sendable, Hashable, Codable {
    /// A part of a set's mail.
    @nonexhaustive
    public enum Part: Sendable, Hashable, Codable {
        /// The mail with a tag of this name and value.
        case tag(name: String, value: String)
        /// The mail to recipients of this domain, in lower case.
        case recipientDomain(String)
    }

    /// The configuration set's name; nil for mail without one.
    public var configurationSet: String?
    /// The part of its mail; nil for all of it.
    public var part: Part?

    /// Creates a subject.
    ///
    /// - Parameters:
    ///   - configurationSet: The set's name; nil for mail without one.
    ///   - part: The part of its mail; nil for all of it.
    public init(configurationSet: String?, part: Part? = nil) {
        self.configurationSet = configurationSet
        self.part = part
    }

    /// All mail of a configuration set.
    public static func set(_ name: ConfigurationSetName) -> Self { Self(configurationSet: name.rawValue) }

    /// The mail of a set that has a tag.
    public static func tag(_ name: String, _ value: String, in set: ConfigurationSetName) -> Self {
        Self(configurationSet: set.rawValue, part: .tag(name: name, value: value))
    }

    /// The mail of a set to a domain; its letter case doesn't matter.
    public static func recipientDomain(_ domain: String, in set: ConfigurationSetName) -> Self {
        Self(configurationSet: set.rawValue, part: .recipientDomain(domain.lowercased()))
    }
}

extension MonitorSubject: CustomStringConvertible {
    /// Such as `promo-may2025`, `promo-may2025, campaign=may` or `promo-may2025, example.com`.
    public var description: String {
        let set = configurationSet ?? "(no configuration set)"
        return switch part {
        case nil: set
        case .tag(let name, let value): "\(set), \(name)=\(value)"
        case .recipientDomain(let domain): "\(set), \(domain)"
        }
    }
}

extension MonitorSubject: Comparable {
    /// By the set's name, mail without one first; then the whole before its parts, those by name and value.
    public static func < (one: Self, other: Self) -> Bool { one.sortKey.lexicographicallyPrecedes(other.sortKey) }

    private var sortKey: [String] {
        let set = configurationSet.map { [$0] } ?? []
        return switch part {
        case nil: set
        case .tag(let name, let value): set + ["", name, value]
        case .recipientDomain(let domain): set + ["@", domain]
        }
    }
}
