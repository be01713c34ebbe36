#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An address on a suppression list: SES accepts mail to it and does not send it.
///
/// AWS: `SuppressedDestination`, and `SuppressedDestinationSummary`, which lacks attributes and tenant.
public struct SuppressedDestination: Hashable, Sendable, Codable {
    /// The address, which doesn't print.
    @WireDefaulted public var emailAddress: EmailAddress
    /// Why it is on the list.
    @WireDefaulted public var reason: SuppressionListReason
    /// When it was last put on the list.
    @WireTime public var lastUpdateTime: Date?
    /// What put it on the list; nil in a list of addresses, and where it was put there by hand.
    public var attributes: SuppressedDestinationAttributes?
    /// The tenant whose list it is; nil for the account's list, and in a list of addresses.
    public var tenantName: TenantName?

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

    private enum CodingKeys: String, CodingKey {
        case emailAddress = "EmailAddress"
        case reason = "Reason"
        case lastUpdateTime = "LastUpdateTime"
        case attributes = "Attributes"
        case tenantName = "TenantName"
    }
}

/// What put an address on a suppression list.
///
/// AWS: `SuppressedDestinationAttributes`.
public struct SuppressedDestinationAttributes: Hashable, Sendable, Codable {
    /// The message that bounced or was complained of.
    public var messageID: String?
    /// The service's id of the bounce or complaint.
    public var feedbackID: String?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - messageID: The message that bounced or was complained of.
    ///   - feedbackID: The service's id of the bounce or complaint.
    public init(messageID: String? = nil, feedbackID: String? = nil) {
        self.messageID = messageID
        self.feedbackID = feedbackID
    }

    private enum CodingKeys: String, CodingKey {
        case messageID = "MessageId"
        case feedbackID = "FeedbackId"
    }
}

extension EmailAddress: WireDefault {
    /// The empty text, which is no address.
    public static var wireDefault: EmailAddress { EmailAddress(rawValue: "") }
}

extension SuppressionListReason: WireDefault {
    /// The empty text, which is no reason.
    public static var wireDefault: SuppressionListReason { SuppressionListReason(rawValue: "") }
}
