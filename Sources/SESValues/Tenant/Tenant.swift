#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A part of the account with resources, a reputation and a sending status of its own.
///
/// AWS: `Tenant`, the output of `CreateTenant`, and `TenantInfo`, which lacks tags and suppression.
public struct Tenant: Equatable, Sendable, Codable {
    /// The tenant's name.
    @export(implementation) public var tenantName: TenantName?
    /// The service's id of the tenant.
    @export(implementation) public var tenantID: String?
    /// The tenant's ARN, which names it as a reputation entity.
    @export(implementation) public var tenantARN: ARN?
    /// When the tenant was created.
    @export(implementation) @WireTime public var createdTimestamp: Date?
    /// The tenant's tags; nil in a list of tenants.
    @export(implementation) public var tags: [ResourceTag]?
    /// Whether the tenant may send.
    @export(implementation) public var sendingStatus: SendingStatus?
    /// The tenant's suppression; nil in a list of tenants.
    @export(implementation) public var suppressionAttributes: TenantSuppressionAttributes?

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

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decodeIfPresent(TenantName.self, forKey: "TenantName")
        tenantID = try container.decodeIfPresent(String.self, forKey: "TenantId")
        tenantARN = try container.decodeIfPresent(ARN.self, forKey: "TenantArn")
        _createdTimestamp = try container.decode(WireTime.self, forKey: "CreatedTimestamp")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
        sendingStatus = try container.decodeIfPresent(SendingStatus.self, forKey: "SendingStatus")
        suppressionAttributes = try container.decodeIfPresent(
            TenantSuppressionAttributes.self, forKey: "SuppressionAttributes")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
        try container.encodeIfPresent(tenantID, forKey: "TenantId")
        try container.encodeIfPresent(tenantARN, forKey: "TenantArn")
        try container.encode(_createdTimestamp, forKey: "CreatedTimestamp")
        try container.encodeIfPresent(tags, forKey: "Tags")
        try container.encodeIfPresent(sendingStatus, forKey: "SendingStatus")
        try container.encodeIfPresent(suppressionAttributes, forKey: "SuppressionAttributes")
    }
}
