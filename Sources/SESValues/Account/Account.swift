/// An account's standing and settings in a region.
///
/// AWS: the output of `GetAccount`.
public struct Account: Equatable, Sendable, Codable {
    /// Whether new dedicated IPs are warmed up by SES.
    @export(implementation) public var dedicatedIPAutoWarmupEnabled: Bool?
    /// The account's standing with SES.
    @export(implementation) public var enforcementStatus: EnforcementStatus?
    /// Whether the account may send to anyone; false in the sandbox.
    @export(implementation) public var productionAccessEnabled: Bool?
    /// How much the account may send, and has sent.
    @export(implementation) public var sendQuota: SendQuota?
    /// Whether sending is on.
    @export(implementation) public var sendingEnabled: Bool?
    /// The account's suppression.
    @export(implementation) public var suppressionAttributes: SuppressionAttributes?
    /// What the owner told SES of the account.
    @export(implementation) public var details: AccountDetails?
    /// Settings of the Virtual Deliverability Manager.
    @export(implementation) public var vdmAttributes: VdmAttributes?
    /// The pricing plan.
    @export(implementation) public var pricingAttributes: PricingAttributes?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - dedicatedIPAutoWarmupEnabled: Whether new dedicated IPs are warmed up by SES.
    ///   - enforcementStatus: The account's standing with SES.
    ///   - productionAccessEnabled: Whether the account may send to anyone; false in the sandbox.
    ///   - sendQuota: How much the account may send, and has sent.
    ///   - sendingEnabled: Whether sending is on.
    ///   - suppressionAttributes: The account's suppression.
    ///   - details: What the owner told SES of the account.
    ///   - vdmAttributes: Settings of the Virtual Deliverability Manager.
    ///   - pricingAttributes: The pricing plan.
    @export(implementation) public init(
        dedicatedIPAutoWarmupEnabled: Bool? = nil, enforcementStatus: EnforcementStatus? = nil,
        productionAccessEnabled: Bool? = nil, sendQuota: SendQuota? = nil, sendingEnabled: Bool? = nil,
        suppressionAttributes: SuppressionAttributes? = nil, details: AccountDetails? = nil,
        vdmAttributes: VdmAttributes? = nil, pricingAttributes: PricingAttributes? = nil
    ) {
        self.dedicatedIPAutoWarmupEnabled = dedicatedIPAutoWarmupEnabled
        self.enforcementStatus = enforcementStatus
        self.productionAccessEnabled = productionAccessEnabled
        self.sendQuota = sendQuota
        self.sendingEnabled = sendingEnabled
        self.suppressionAttributes = suppressionAttributes
        self.details = details
        self.vdmAttributes = vdmAttributes
        self.pricingAttributes = pricingAttributes
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        dedicatedIPAutoWarmupEnabled = try container.decodeIfPresent(Bool.self, forKey: "DedicatedIpAutoWarmupEnabled")
        enforcementStatus = try container.decodeIfPresent(EnforcementStatus.self, forKey: "EnforcementStatus")
        productionAccessEnabled = try container.decodeIfPresent(Bool.self, forKey: "ProductionAccessEnabled")
        sendQuota = try container.decodeIfPresent(SendQuota.self, forKey: "SendQuota")
        sendingEnabled = try container.decodeIfPresent(Bool.self, forKey: "SendingEnabled")
        suppressionAttributes = try container.decodeIfPresent(
            SuppressionAttributes.self, forKey: "SuppressionAttributes")
        details = try container.decodeIfPresent(AccountDetails.self, forKey: "Details")
        vdmAttributes = try container.decodeIfPresent(VdmAttributes.self, forKey: "VdmAttributes")
        pricingAttributes = try container.decodeIfPresent(PricingAttributes.self, forKey: "PricingAttributes")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(dedicatedIPAutoWarmupEnabled, forKey: "DedicatedIpAutoWarmupEnabled")
        try container.encodeIfPresent(enforcementStatus, forKey: "EnforcementStatus")
        try container.encodeIfPresent(productionAccessEnabled, forKey: "ProductionAccessEnabled")
        try container.encodeIfPresent(sendQuota, forKey: "SendQuota")
        try container.encodeIfPresent(sendingEnabled, forKey: "SendingEnabled")
        try container.encodeIfPresent(suppressionAttributes, forKey: "SuppressionAttributes")
        try container.encodeIfPresent(details, forKey: "Details")
        try container.encodeIfPresent(vdmAttributes, forKey: "VdmAttributes")
        try container.encodeIfPresent(pricingAttributes, forKey: "PricingAttributes")
    }
}

/// An account's standing with SES.
///
/// AWS: `GeneralEnforcementStatus`.
public struct EnforcementStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a standing from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Nothing is wrong.
    @export(implementation) public static var healthy: Self { Self(rawValue: "HEALTHY") }
    /// Under review for problems with its mail; it can still send.
    @export(implementation) public static var probation: Self { Self(rawValue: "PROBATION") }
    /// Sending is stopped for problems with its mail.
    @export(implementation) public static var shutdown: Self { Self(rawValue: "SHUTDOWN") }
}
