#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A resource that a tenant sends with.
///
/// AWS: `TenantResource`.
public struct TenantResource: Equatable, Sendable, Codable {
    /// The kind of resource.
    @export(implementation) public var resourceType: TenantResourceType?
    /// The resource's ARN.
    @export(implementation) public var resourceARN: ARN?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - resourceType: The kind of resource.
    ///   - resourceARN: The resource's ARN.
    @export(implementation) public init(resourceType: TenantResourceType? = nil, resourceARN: ARN? = nil) {
        self.resourceType = resourceType
        self.resourceARN = resourceARN
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        resourceType = try container.decodeIfPresent(TenantResourceType.self, forKey: "ResourceType")
        resourceARN = try container.decodeIfPresent(ARN.self, forKey: "ResourceArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(resourceType, forKey: "ResourceType")
        try container.encodeIfPresent(resourceARN, forKey: "ResourceArn")
    }
}

/// A kind of resource that a tenant sends with.
///
/// AWS: `ResourceType`.
public struct TenantResourceType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a kind from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A domain or an address to send from.
    @export(implementation) public static var emailIdentity: Self { Self(rawValue: "EMAIL_IDENTITY") }
    /// A configuration set.
    @export(implementation) public static var configurationSet: Self { Self(rawValue: "CONFIGURATION_SET") }
    /// An e-mail template.
    @export(implementation) public static var emailTemplate: Self { Self(rawValue: "EMAIL_TEMPLATE") }
}

/// A tenant that sends with a resource.
///
/// AWS: `ResourceTenantMetadata`.
public struct ResourceTenant: Equatable, Sendable, Codable {
    /// The tenant's name.
    @export(implementation) public var tenantName: TenantName?
    /// The service's id of the tenant.
    @export(implementation) public var tenantID: String?
    /// The resource's ARN.
    @export(implementation) public var resourceARN: ARN?
    /// When the tenant was given the resource.
    @export(implementation) @WireTime public var associatedTimestamp: Date?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - tenantName: The tenant's name.
    ///   - tenantID: The service's id of the tenant.
    ///   - resourceARN: The resource's ARN.
    ///   - associatedTimestamp: When the tenant was given the resource.
    public init(
        tenantName: TenantName? = nil, tenantID: String? = nil, resourceARN: ARN? = nil,
        associatedTimestamp: Date? = nil
    ) {
        self.tenantName = tenantName
        self.tenantID = tenantID
        self.resourceARN = resourceARN
        _associatedTimestamp = WireTime(wrappedValue: associatedTimestamp)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decodeIfPresent(TenantName.self, forKey: "TenantName")
        tenantID = try container.decodeIfPresent(String.self, forKey: "TenantId")
        resourceARN = try container.decodeIfPresent(ARN.self, forKey: "ResourceArn")
        _associatedTimestamp = try container.decode(WireTime.self, forKey: "AssociatedTimestamp")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
        try container.encodeIfPresent(tenantID, forKey: "TenantId")
        try container.encodeIfPresent(resourceARN, forKey: "ResourceArn")
        try container.encode(_associatedTimestamp, forKey: "AssociatedTimestamp")
    }
}

extension ARN {
    /// Checks that the ARN names something a tenant can send with: an identity, a configuration set or a template.
    package func requireTenantResource(at path: FieldPath) throws(SESValueError) {
        try requireResource("a resource of Amazon SES", of: "ses", at: path)
        let kinds = ["identity/", "configuration-set/", "template/"]
        guard let resource, kinds.contains(where: { resource.hasPrefix($0) && resource != $0 }) else {
            throw SESValueError(
                field: path, rule: "must name an identity, a configuration set or a template", value: rawValue)
        }
    }
}
