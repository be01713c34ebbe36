#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A resource that a tenant sends with.
///
/// AWS: `TenantResource`.
public struct TenantResource: Hashable, Sendable, Codable {
    /// The kind of resource.
    public var resourceType: TenantResourceType?
    /// The resource's ARN.
    public var resourceARN: ARN?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - resourceType: The kind of resource.
    ///   - resourceARN: The resource's ARN.
    public init(resourceType: TenantResourceType? = nil, resourceARN: ARN? = nil) {
        self.resourceType = resourceType
        self.resourceARN = resourceARN
    }

    private enum CodingKeys: String, CodingKey {
        case resourceType = "ResourceType"
        case resourceARN = "ResourceArn"
    }
}

/// A kind of resource that a tenant sends with.
///
/// AWS: `ResourceType`.
public struct TenantResourceType: OpenStringValue {
    /// The service's spelling.
    public let rawValue: String

    /// Creates a kind from the service's spelling.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A domain or an address to send from.
    public static let emailIdentity = Self(rawValue: "EMAIL_IDENTITY")
    /// A configuration set.
    public static let configurationSet = Self(rawValue: "CONFIGURATION_SET")
    /// An e-mail template.
    public static let emailTemplate = Self(rawValue: "EMAIL_TEMPLATE")
}

/// A tenant that sends with a resource.
///
/// AWS: `ResourceTenantMetadata`.
public struct ResourceTenant: Hashable, Sendable, Codable {
    /// The tenant's name.
    public var tenantName: TenantName?
    /// The service's id of the tenant.
    public var tenantID: String?
    /// The resource's ARN.
    public var resourceARN: ARN?
    /// When the tenant was given the resource.
    @WireTime public var associatedTimestamp: Date?

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

    private enum CodingKeys: String, CodingKey {
        case tenantName = "TenantName"
        case tenantID = "TenantId"
        case resourceARN = "ResourceArn"
        case associatedTimestamp = "AssociatedTimestamp"
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
