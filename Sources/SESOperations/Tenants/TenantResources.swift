public import SESValues

/// Gives a tenant a resource to send with.
///
/// AWS: `CreateTenantResourceAssociation`. Tenants may share a resource.
public struct CreateTenantResourceAssociation: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/tenants/resources") }
    /// True: a second call is refused, as the tenant has the resource.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The tenant's name.
    @export(implementation) public var tenantName: TenantName
    /// The ARN of an identity, a configuration set or a template.
    @export(implementation) public var resourceARN: ARN

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - tenantName: The tenant's name.
    ///   - resourceARN: The ARN of an identity, a configuration set or a template.
    @export(implementation) public init(tenantName: TenantName, resourceARN: ARN) {
        self.tenantName = tenantName
        self.resourceARN = resourceARN
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decode(TenantName.self, forKey: "TenantName")
        resourceARN = try container.decode(ARN.self, forKey: "ResourceArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(tenantName, forKey: "TenantName")
        try container.encode(resourceARN, forKey: "ResourceArn")
    }

    /// Checks the tenant's name and the ARN.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try tenantName.validate(at: path.member("TenantName"))
        try resourceARN.requireTenantResource(at: path.member("ResourceArn"))
    }
}

/// Takes a resource from a tenant; the resource itself stays.
///
/// AWS: `DeleteTenantResourceAssociation`.
public struct DeleteTenantResourceAssociation: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/tenants/resources/delete")
    }
    /// True: a second call is refused, as the tenant lacks the resource.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The tenant's name.
    @export(implementation) public var tenantName: TenantName
    /// The ARN of an identity, a configuration set or a template.
    @export(implementation) public var resourceARN: ARN

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - tenantName: The tenant's name.
    ///   - resourceARN: The ARN of an identity, a configuration set or a template.
    @export(implementation) public init(tenantName: TenantName, resourceARN: ARN) {
        self.tenantName = tenantName
        self.resourceARN = resourceARN
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decode(TenantName.self, forKey: "TenantName")
        resourceARN = try container.decode(ARN.self, forKey: "ResourceArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(tenantName, forKey: "TenantName")
        try container.encode(resourceARN, forKey: "ResourceArn")
    }

    /// Checks the tenant's name and the ARN.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try tenantName.validate(at: path.member("TenantName"))
        try resourceARN.requireTenantResource(at: path.member("ResourceArn"))
    }
}

/// Lists the resources of a tenant.
///
/// AWS: `ListTenantResources`.
public struct ListTenantResources: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/tenants/resources/list")
    }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// What the list can be narrowed by.
    public struct FilterKey: OpenStringValue {
        /// Resources of this kind: see `TenantResourceType`.
        @export(implementation) public static var resourceType: Self { Self(rawValue: "RESOURCE_TYPE") }

        /// The service's spelling.
        @export(implementation) public let rawValue: String
        /// Creates a key from the service's spelling.
        @export(implementation) public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// The tenant's name.
    @export(implementation) public var tenantName: TenantName
    /// What to narrow the list by, by key.
    @export(implementation) public var filter: [String: String]?
    /// How many resources a page has at most.
    @export(implementation) public var pageSize: Int?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - tenantName: The tenant's name.
    ///   - filter: What to narrow the list by, by key.
    ///   - pageSize: How many resources a page has at most.
    ///   - nextToken: Where the page begins.
    public init(
        tenantName: TenantName, filter: [FilterKey: String]? = nil, pageSize: Int? = nil, nextToken: String? = nil
    ) {
        self.tenantName = tenantName
        self.filter = ListRules.byName(filter)
        self.pageSize = pageSize
        self.nextToken = nextToken
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decode(TenantName.self, forKey: "TenantName")
        filter = try container.decodeIfPresent([String: String].self, forKey: "Filter")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(tenantName, forKey: "TenantName")
        try container.encodeIfPresent(filter, forKey: "Filter")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
    }

    /// One page of resources.
    public struct Output: Codable, Equatable, Sendable {
        /// The resources.
        @export(implementation) public var tenantResources: [TenantResource]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - tenantResources: The resources.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(tenantResources: [TenantResource]? = nil, nextToken: String? = nil) {
            self.tenantResources = tenantResources
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            tenantResources = try container.decodeIfPresent([TenantResource].self, forKey: "TenantResources")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(tenantResources, forKey: "TenantResources")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the tenant's name, the lengths of the filter's texts (1 to 512), and the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try tenantName.validate(at: path.member("TenantName"))
        try ListRules.check(filter: filter, atMost: 512, at: path)
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The resources on a page.
    public static func elements(of output: Output) -> [TenantResource] { output.tenantResources ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// Lists the tenants that send with a resource.
///
/// AWS: `ListResourceTenants`.
public struct ListResourceTenants: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/resources/tenants/list")
    }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// The ARN of an identity, a configuration set or a template.
    @export(implementation) public var resourceARN: ARN
    /// How many tenants a page has at most.
    @export(implementation) public var pageSize: Int?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - resourceARN: The ARN of an identity, a configuration set or a template.
    ///   - pageSize: How many tenants a page has at most.
    ///   - nextToken: Where the page begins.
    @export(implementation) public init(resourceARN: ARN, pageSize: Int? = nil, nextToken: String? = nil) {
        self.resourceARN = resourceARN
        self.pageSize = pageSize
        self.nextToken = nextToken
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        resourceARN = try container.decode(ARN.self, forKey: "ResourceArn")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(resourceARN, forKey: "ResourceArn")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
    }

    /// One page of tenants.
    public struct Output: Codable, Equatable, Sendable {
        /// The tenants.
        @export(implementation) public var resourceTenants: [ResourceTenant]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - resourceTenants: The tenants.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(resourceTenants: [ResourceTenant]? = nil, nextToken: String? = nil) {
            self.resourceTenants = resourceTenants
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            resourceTenants = try container.decodeIfPresent([ResourceTenant].self, forKey: "ResourceTenants")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(resourceTenants, forKey: "ResourceTenants")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the ARN and the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try resourceARN.requireTenantResource(at: path.member("ResourceArn"))
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The tenants on a page.
    public static func elements(of output: Output) -> [ResourceTenant] { output.resourceTenants ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}
