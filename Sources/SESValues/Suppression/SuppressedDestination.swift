#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An address on a suppression list: SES accepts mail to it and does not send it.
///
/// AWS: `SuppressedDestination`, and `SuppressedDestinationSummary`, which lacks attributes and tenant.
public struct SuppressedDestination: Equatable, Sendable, Codable {
    /// The address, which doesn't print.
    @export(implementation) @WireDefaulted public var emailAddress: EmailAddress
    /// Why it is on the list.
    @export(implementation) @WireDefaulted public var reason: SuppressionListReason
    /// When it was last put on the list.
    @export(implementation) @WireTime public var lastUpdateTime: Date?
    /// What put it on the list; nil in a list of addresses, and where it was put there by hand.
    @export(implementation) public var attributes: SuppressedDestinationAttributes?
    /// The tenant whose list it is; nil for the account's list, and in a list of addresses.
    @export(implementation) public var tenantName: TenantName?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - emailAddress: The address.
    ///   - reason: Why it is on the list.
    ///   - lastUpdateTime: When it was last put on the list.
    ///   - attributes: What put it on the list; nil in a list of addresses, and where it was put there by hand.
    ///   - tenantName: The tenant whose list it is; nil for the account's list, and in a list of addresses.
    public init(
        emailAddress: EmailAddress, reason: SuppressionListReason, lastUpdateTime: Date? = nil,
        attributes: SuppressedDestinationAttributes? = nil, tenantName: TenantName? = nil
    ) {
        _emailAddress = WireDefaulted(wrappedValue: emailAddress)
        _reason = WireDefaulted(wrappedValue: reason)
        _lastUpdateTime = WireTime(wrappedValue: lastUpdateTime)
        self.attributes = attributes
        self.tenantName = tenantName
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _emailAddress = try container.decode(WireDefaulted<EmailAddress>.self, forKey: "EmailAddress")
        _reason = try container.decode(WireDefaulted<SuppressionListReason>.self, forKey: "Reason")
        _lastUpdateTime = try container.decode(WireTime.self, forKey: "LastUpdateTime")
        attributes = try container.decodeIfPresent(SuppressedDestinationAttributes.self, forKey: "Attributes")
        tenantName = try container.decodeIfPresent(TenantName.self, forKey: "TenantName")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_emailAddress, forKey: "EmailAddress")
        try container.encode(_reason, forKey: "Reason")
        try container.encode(_lastUpdateTime, forKey: "LastUpdateTime")
        try container.encodeIfPresent(attributes, forKey: "Attributes")
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
    }
}

/// What put an address on a suppression list.
///
/// AWS: `SuppressedDestinationAttributes`.
public struct SuppressedDestinationAttributes: Equatable, Sendable, Codable {
    /// The message that bounced or was complained of.
    @export(implementation) public var messageID: String?
    /// The service's id of the bounce or complaint.
    @export(implementation) public var feedbackID: String?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - messageID: The message that bounced or was complained of.
    ///   - feedbackID: The service's id of the bounce or complaint.
    @export(implementation) public init(messageID: String? = nil, feedbackID: String? = nil) {
        self.messageID = messageID
        self.feedbackID = feedbackID
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        messageID = try container.decodeIfPresent(String.self, forKey: "MessageId")
        feedbackID = try container.decodeIfPresent(String.self, forKey: "FeedbackId")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(messageID, forKey: "MessageId")
        try container.encodeIfPresent(feedbackID, forKey: "FeedbackId")
    }
}

extension EmailAddress: WireDefault {
    /// The empty text, which is no address.
    @export(implementation) public static var wireDefault: EmailAddress { EmailAddress(rawValue: "") }
}

extension SuppressionListReason: WireDefault {
    /// The empty text, which is no reason.
    @export(implementation) public static var wireDefault: SuppressionListReason { SuppressionListReason(rawValue: "") }
}
