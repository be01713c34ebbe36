public import SESCore

/// Turns the warm-up of new dedicated IP addresses on or off.
///
/// AWS: `PutAccountDedicatedIpWarmupAttributes`.
public struct PutAccountDedicatedIpWarmupAttributes: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(.put, "/v2/email/account/dedicated-ips/warmup")
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// Whether SES warms new addresses up; absent means false.
    @WireDefaulted public var autoWarmupEnabled: Bool

    /// Creates the input.
    ///
    /// - Parameter autoWarmupEnabled: Whether SES warms new addresses up.
    public init(autoWarmupEnabled: Bool) {
        _autoWarmupEnabled = WireDefaulted(wrappedValue: autoWarmupEnabled)
    }

    private enum CodingKeys: String, CodingKey {
        case autoWarmupEnabled = "AutoWarmupEnabled"
    }
}

/// Chooses the account's pricing plan.
///
/// AWS: `PutAccountPricingAttributes`.
public struct PutAccountPricingAttributes: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(.put, "/v2/email/account/pricing-attributes")
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The plan.
    public var plan: PricingPlan

    /// Creates the input.
    ///
    /// - Parameter plan: The plan.
    public init(plan: PricingPlan) {
        self.plan = plan
    }

    private enum CodingKeys: String, CodingKey {
        case plan = "Plan"
    }
}

/// Pauses or resumes sending for the whole account in a region.
///
/// What AWS itself has paused, this can't resume.
///
/// AWS: `PutAccountSendingAttributes`.
public struct PutAccountSendingAttributes: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(.put, "/v2/email/account/sending")
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// Whether the account may send; absent means false.
    @WireDefaulted public var sendingEnabled: Bool

    /// Creates the input.
    ///
    /// - Parameter sendingEnabled: Whether the account may send.
    public init(sendingEnabled: Bool) {
        _sendingEnabled = WireDefaulted(wrappedValue: sendingEnabled)
    }

    private enum CodingKeys: String, CodingKey {
        case sendingEnabled = "SendingEnabled"
    }
}

/// Replaces the account's suppression.
///
/// AWS: `PutAccountSuppressionAttributes`.
public struct PutAccountSuppressionAttributes: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(.put, "/v2/email/account/suppression")
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// Why an address is put on the suppression list; empty for never.
    public var suppressedReasons: [SuppressionListReason]?
    /// Whether SES judges an address before it sends to it.
    public var validationAttributes: SuppressionValidationAttributes?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - suppressedReasons: Why an address is put on the suppression list; empty for never.
    ///   - validationAttributes: Whether SES judges an address before it sends to it.
    public init(
        suppressedReasons: [SuppressionListReason]? = nil, validationAttributes: SuppressionValidationAttributes? = nil
    ) {
        self.suppressedReasons = suppressedReasons
        self.validationAttributes = validationAttributes
    }

    private enum CodingKeys: String, CodingKey {
        case suppressedReasons = "SuppressedReasons"
        case validationAttributes = "ValidationAttributes"
    }
}

/// Replaces the account's settings of the Virtual Deliverability Manager.
///
/// AWS: `PutAccountVdmAttributes`.
public struct PutAccountVdmAttributes: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(.put, "/v2/email/account/vdm")
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The settings.
    public var vdmAttributes: VdmAttributes

    /// Creates the input.
    ///
    /// - Parameter vdmAttributes: The settings.
    public init(vdmAttributes: VdmAttributes) {
        self.vdmAttributes = vdmAttributes
    }

    private enum CodingKeys: String, CodingKey {
        case vdmAttributes = "VdmAttributes"
    }
}
