public import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// One mail the simulator accepted, as its recipients would see it.
public struct SimulatedMail: Equatable, Sendable {
    /// The id the send returned.
    public internal(set) var messageID: String
    /// When it was accepted.
    public internal(set) var date: Date
    /// The set it was sent with: the request's, the raw content's header's, or the identity's default.
    public internal(set) var configurationSet: ConfigurationSetName?
    /// The tenant it was sent for; nil for the account itself.
    public internal(set) var tenantName: String?
    /// The operation that sent it.
    public internal(set) var operation: String
    /// The sender as it was given.
    public internal(set) var from: String
    /// The recipients in `To`.
    public internal(set) var to: [String] = []
    /// The recipients in `Cc`.
    public internal(set) var cc: [String] = []
    /// The recipients in `Bcc`.
    public internal(set) var bcc: [String] = []
    /// Where replies go.
    public internal(set) var replyTo: [String] = []
    /// The subject after rendering; nil where there is none.
    public internal(set) var subject: String?
    /// The text part after rendering.
    public internal(set) var text: String?
    /// The HTML part after rendering.
    public internal(set) var html: String?
    /// The header fields given beside the standard ones.
    public internal(set) var headers: [MessageHeader] = []
    /// The attachments.
    public internal(set) var attachments: [EmailAttachment] = []
    /// The message tags.
    public internal(set) var tags: [MessageTag] = []
    /// The stored template's name, if it came from one.
    public internal(set) var templateName: String?
    /// The contact list and topic it may be unsubscribed from.
    public internal(set) var listManagement: ListManagementOptions?
    /// The overrides of the set's tracking.
    public internal(set) var overrides: ConfigurationOverrides?
    /// Why the template didn't render; such a mail reaches nobody.
    public internal(set) var renderingError: String?
    /// Whether its content is refused as harmful; such a mail reaches nobody.
    public internal(set) var isRejected = false
    /// Whether it came from a template, stored or given with the send.
    public internal(set) var isTemplated = false
    /// Whether it is raw content.
    public internal(set) var isRaw = false

    /// All recipients, in the order To, Cc, Bcc.
    public var recipients: [String] { to + cc + bcc }
}
