#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An address that is to be taken off a mailing list, and why.
///
/// Printing it shows nothing of the address; read ``address``.
public struct Removal: Sendable, Hashable, Codable, SESPrivateContent {
    /// Why an address is to be removed.
    @nonexhaustive
    public enum Reason: Sendable, Hashable, Codable, Comparable {
        /// Mail to it bounces for good, or SES holds it back because it did.
        case hardBounce
        /// Its recipient complained, or SES holds mail to it back because they did.
        case complaint
        /// Its recipient wants no mail of the contact list.
        case unsubscribedFromAll(contactList: String)
        /// Its recipient wants no mail of one of the contact list's topics.
        case unsubscribedFromTopic(contactList: String, topic: String)
    }

    /// The bare address, its domain in lower case.
    public let address: String
    /// Why it is to be removed.
    public let reason: Reason
    /// Whether it is sure that it is this address.
    ///
    /// It isn't for a complaint that lists several recipients, one of whom complained; for an address that SES only finds unlikely
    /// to receive e-mail (`EmailValidationSuppressed`); for a bounce or a complaint that only a tenant's list knows
    /// (`OnTenantSuppressionList`); and for a change of a subscription by a link of an e-mail to several recipients.
    public let isCertain: Bool
    /// When it first happened; for a subscription, since the recipient last came back.
    ///
    /// 1970 if the time can't be read.
    public let first: Date
    /// When it last happened.
    public let last: Date
    /// The configuration sets of the e-mails by which it happened, sorted.
    public let configurationSets: [String]
}

extension Removal.Reason {
    private var sortKey: [String] {
        switch self {
        case .hardBounce: ["0"]
        case .complaint: ["1"]
        case .unsubscribedFromAll(let list): ["2", list]
        case .unsubscribedFromTopic(let list, let topic): ["3", list, topic]
        }
    }

    /// Bounces before complaints before unsubscriptions; those by list and topic.
    public static func < (one: Self, other: Self) -> Bool { one.sortKey.lexicographicallyPrecedes(other.sortKey) }
}
