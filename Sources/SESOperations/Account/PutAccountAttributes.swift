public import SESValues

/// Turns the warm-up of new dedicated IP addresses on or off.
///
/// AWS: `PutAccountDedicatedIpWarmupAttributes`.
public struct PutAccountDedicatedIpWarmupAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/account/dedicated-ips/warmup")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// Whether SES warms new addresses up; absent means false.
    @export(implementation) @WireDefaulted public var autoWarmupEnabled: Bool

    /// Creates the input.
    ///
    /// - Parameter autoWarmupEnabled: Whether SES warms new addresses up.
    public init(autoWarmupEnabled: Bool) {
        _autoWarmupEnabled = WireDefaulted(wrappedValue: autoWarmupEnabled)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _autoWarmupEnabled = try container.decode(WireDefaulted<Bool>.self, forKey: "AutoWarmupEnabled")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_autoWarmupEnabled, forKey: "AutoWarmupEnabled")
    }
}

/// Chooses the account's pricing plan.
///
/// AWS: `PutAccountPricingAttributes`.
public struct PutAccountPricingAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/account/pricing-attributes")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The plan.
    @export(implementation) public var plan: PricingPlan

    /// Creates the input.
    ///
    /// - Parameter plan: The plan.
    @export(implementation) public init(plan: PricingPlan) {
        self.plan = plan
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        plan = try container.decode(PricingPlan.self, forKey: "Plan")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(plan, forKey: "Plan")
    }
}

/// Pauses or resumes sending for the whole account in a region.
///
/// What AWS itself has paused, this can't resume.
///
/// AWS: `PutAccountSendingAttributes`.
public struct PutAccountSendingAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.put, "/v2/email/account/sending") }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// Whether the account may send; absent means false.
    @export(implementation) @WireDefaulted public var sendingEnabled: Bool

    /// Creates the input.
    ///
    /// - Parameter sendingEnabled: Whether the account may send.
    public init(sendingEnabled: Bool) {
        _sendingEnabled = WireDefaulted(wrappedValue: sendingEnabled)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _sendingEnabled = try container.decode(WireDefaulted<Bool>.self, forKey: "SendingEnabled")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_sendingEnabled, forKey: "SendingEnabled")
    }
}

/// Replaces the account's suppression.
///
/// AWS: `PutAccountSuppressionAttributes`.
public struct PutAccountSuppressionAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.put, "/v2/email/account/suppression") }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// Why an address is put on the suppression list; empty for never.
    @export(implementation) public var suppressedReasons: [SuppressionListReason]?
    /// Whether SES judges an address before it sends to it.
    @export(implementation) public var validationAttributes: SuppressionValidationAttributes?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - suppressedReasons: Why an address is put on the suppression list; empty for never.
    ///   - validationAttributes: Whether SES judges an address before it sends to it.
    @export(implementation) public init(
        suppressedReasons: [SuppressionListReason]? = nil, validationAttributes: SuppressionValidationAttributes? = nil
    ) {
        self.suppressedReasons = suppressedReasons
        self.validationAttributes = validationAttributes
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        suppressedReasons = try container.decodeIfPresent([SuppressionListReason].self, forKey: "SuppressedReasons")
        validationAttributes = try container.decodeIfPresent(
            SuppressionValidationAttributes.self, forKey: "ValidationAttributes")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(suppressedReasons, forKey: "SuppressedReasons")
        try container.encodeIfPresent(validationAttributes, forKey: "ValidationAttributes")
    }
}

/// Replaces the account's settings of the Virtual Deliverability Manager.
///
/// AWS: `PutAccountVdmAttributes`.
public struct PutAccountVdmAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.put, "/v2/email/account/vdm") }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The settings.
    @export(implementation) public var vdmAttributes: VdmAttributes

    /// Creates the input.
    ///
    /// - Parameter vdmAttributes: The settings.
    @export(implementation) public init(vdmAttributes: VdmAttributes) {
        self.vdmAttributes = vdmAttributes
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        vdmAttributes = try container.decode(VdmAttributes.self, forKey: "VdmAttributes")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(vdmAttributes, forKey: "VdmAttributes")
    }
}
