#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A part of the account with resources, a reputation and a sending status of its own.
///
/// AWS: `Tenant`, the output of `CreateTenant`, and `TenantInfo`, which lacks tags and suppression.
public struct Tenant: Hashable, Sendable, Codable {
    /// The tenant's name.
    public var tenantName: TenantName?
    /// The service's id of the tenant.
    public var tenantID: String?
    /// The tenant's ARN, which names it as a reputation entity.
    public var tenantARN: ARN?
    /// When the tenant was created.
    @WireTime public var createdTimestamp: Date?
    /// The tenant's tags; nil in a list of tenants.
    public var tags: [ResourceTag]?
    /// Whether the tenant may send.
    public var sendingStatus: SendingStatus?
    /// The tenant's suppression; nil in a list of tenants.
    public var suppressionAttributes: TenantSuppressionAttributes?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - tenantName: The tenant's name.
    ///   - tenantID: The service's id of the tenant.
    ///   - tenantARN: The tenant's ARN, which names it as a reputation entity.
    ///   - createdTimestamp: When the tenant was created.
    ///   - tags: The tenant's tags; nil in a list of tenants.
    ///   - sendingStatus: Whether the tenant may send.
    ///   - suppressionAttributes: The tenant's suppression; nil in a list of tenants.
    public init(
        tenantName: TenantName? = nil, tenantID: String? = nil, tenantARN: ARN? = nil, createdTimestamp: Date? = nil,
        tags: [ResourceTag]? = nil, sendingStatus: SendingStatus? = nil,
        suppressionAttributes: TenantSuppressionAttributes? = nil
    ) {
        self.tenantName = tenantName
        self.tenantID = tenantID
        self.tenantARN = tenantARN
        _createdTimestamp = WireTime(wrappedValue: createdTimestamp)
        self.tags = tags
        self.sendingStatus = sendingStatus
        self.suppressionAttributes = suppressionAttributes
    }

    private enum CodingKeys: String, CodingKey {
        case tenantName = "TenantName"
        case tenantID = "TenantId"
        case tenantARN = "TenantArn"
        case createdTimestamp = "CreatedTimestamp"
        case tags = "Tags"
        case sendingStatus = "SendingStatus"
        case suppressionAttributes = "SuppressionAttributes"
    }
}
