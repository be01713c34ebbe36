/// An account's standing and settings in a region.
///
/// AWS: the output of `GetAccount`.
public struct Account: Hashable, Sendable, Codable {
    /// Whether new dedicated IPs are warmed up by SES.
    public var dedicatedIPAutoWarmupEnabled: Bool?
    /// The account's standing with SES.
    public var enforcementStatus: EnforcementStatus?
    /// Whether the account may send to anyone; false in the sandbox.
    public var productionAccessEnabled: Bool?
    /// How much the account may send, and has sent.
    public var sendQuota: SendQuota?
    /// Whether sending is on.
    public var sendingEnabled: Bool?
    /// The account's suppression.
    public var suppressionAttributes: SuppressionAttributes?
    /// What the owner told SES of the account.
    public var details: AccountDetails?
    /// Settings of the Virtual Deliverability Manager.
    public var vdmAttributes: VdmAttributes?
    /// The pricing plan.
    public var pricingAttributes: PricingAttributes?

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
    public init(
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

    private enum CodingKeys: String, CodingKey {
        case dedicatedIPAutoWarmupEnabled = "DedicatedIpAutoWarmupEnabled"
        case enforcementStatus = "EnforcementStatus"
        case productionAccessEnabled = "ProductionAccessEnabled"
        case sendQuota = "SendQuota"
        case sendingEnabled = "SendingEnabled"
        case suppressionAttributes = "SuppressionAttributes"
        case details = "Details"
        case vdmAttributes = "VdmAttributes"
        case pricingAttributes = "PricingAttributes"
    }
}

/// An account's standing with SES.
///
/// AWS: `GeneralEnforcementStatus`.
public struct EnforcementStatus: OpenStringValue {
    /// The service's spelling.
    public let rawValue: String

    /// Creates a standing from the service's spelling.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Nothing is wrong.
    public static let healthy = Self(rawValue: "HEALTHY")
    /// Under review for problems with its mail; it can still send.
    public static let probation = Self(rawValue: "PROBATION")
    /// Sending is stopped for problems with its mail.
    public static let shutdown = Self(rawValue: "SHUTDOWN")
}
