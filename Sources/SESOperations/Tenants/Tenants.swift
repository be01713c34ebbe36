public import SESValues

/// Creates a tenant.
///
/// AWS: `CreateTenant`.
public struct CreateTenant: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/tenants") }
    /// True: a second call is refused, as the tenant exists; its id is then read with ``GetTenant``.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The tenant.
    public typealias Output = Tenant

    /// The tenant's name.
    @export(implementation) public var tenantName: TenantName
    /// The tenant's tags.
    @export(implementation) public var tags: [ResourceTag]?
    /// The tenant's suppression; the account's list when left out.
    @export(implementation) public var suppressionAttributes: TenantSuppressionAttributes?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - tenantName: The tenant's name.
    ///   - tags: The tenant's tags.
    ///   - suppressionAttributes: The tenant's suppression; the account's list when left out.
    @export(implementation) public init(
        tenantName: TenantName, tags: [ResourceTag]? = nil, suppressionAttributes: TenantSuppressionAttributes? = nil
    ) {
        self.tenantName = tenantName
        self.tags = tags
        self.suppressionAttributes = suppressionAttributes
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decode(TenantName.self, forKey: "TenantName")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
        suppressionAttributes = try container.decodeIfPresent(
            TenantSuppressionAttributes.self, forKey: "SuppressionAttributes")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(tenantName, forKey: "TenantName")
        try container.encodeIfPresent(tags, forKey: "Tags")
        try container.encodeIfPresent(suppressionAttributes, forKey: "SuppressionAttributes")
    }

    /// Checks the name and the tags.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try tenantName.validate(at: path.member("TenantName"))
        try tags?.validateTogether(at: path.member("Tags"))
    }
}

/// Reads a tenant.
///
/// AWS: `GetTenant`.
public struct GetTenant: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/tenants/get") }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// The tenant's name.
    @export(implementation) public var tenantName: TenantName

    /// Creates the input.
    ///
    /// - Parameter tenantName: The tenant's name.
    @export(implementation) public init(tenantName: TenantName) {
        self.tenantName = tenantName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decode(TenantName.self, forKey: "TenantName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(tenantName, forKey: "TenantName")
    }

    /// The tenant.
    public struct Output: Codable, Equatable, Sendable {
        /// The tenant.
        @export(implementation) public var tenant: Tenant?

        /// Creates an output.
        ///
        /// - Parameter tenant: The tenant.
        @export(implementation) public init(tenant: Tenant? = nil) {
            self.tenant = tenant
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            tenant = try container.decodeIfPresent(Tenant.self, forKey: "Tenant")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(tenant, forKey: "Tenant")
        }
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try tenantName.validate(at: path.member("TenantName"))
    }

    /// The tenant: there is nothing else in the answer.
    public static func missingMember(of output: Output) -> String? { output.tenant == nil ? "Tenant" : nil }
}

/// Deletes a tenant; its resources stay.
///
/// AWS: `DeleteTenant`.
public struct DeleteTenant: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/tenants/delete") }
    /// True: a second call is refused, as there is no such tenant.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The tenant's name.
    @export(implementation) public var tenantName: TenantName

    /// Creates the input.
    ///
    /// - Parameter tenantName: The tenant's name.
    @export(implementation) public init(tenantName: TenantName) {
        self.tenantName = tenantName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decode(TenantName.self, forKey: "TenantName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(tenantName, forKey: "TenantName")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try tenantName.validate(at: path.member("TenantName"))
    }
}

/// Lists the account's tenants in a region.
///
/// AWS: `ListTenants`.
public struct ListTenants: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/tenants/list") }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// What the list can be narrowed by.
    public struct FilterKey: OpenStringValue {
        /// Names that contain the text.
        @export(implementation) public static var tenantNameContains: Self { Self(rawValue: "TENANT_NAME_CONTAINS") }
        /// Tenants of this sending status.
        @export(implementation) public static var sendingStatus: Self { Self(rawValue: "SENDING_STATUS") }

        /// The service's spelling.
        @export(implementation) public let rawValue: String
        /// Creates a key from the service's spelling.
        @export(implementation) public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What to narrow the list by, by key.
    @export(implementation) public var filter: [String: String]?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many tenants a page has at most.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - filter: What to narrow the list by, by key.
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many tenants a page has at most.
    public init(filter: [FilterKey: String]? = nil, nextToken: String? = nil, pageSize: Int? = nil) {
        self.filter = ListRules.byName(filter)
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        filter = try container.decodeIfPresent([String: String].self, forKey: "Filter")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(filter, forKey: "Filter")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of tenants.
    public struct Output: Codable, Equatable, Sendable {
        /// The tenants, without tags and suppression.
        @export(implementation) public var tenants: [Tenant]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - tenants: The tenants, without tags and suppression.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(tenants: [Tenant]? = nil, nextToken: String? = nil) {
            self.tenants = tenants
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            tenants = try container.decodeIfPresent([Tenant].self, forKey: "Tenants")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(tenants, forKey: "Tenants")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks that the filter's texts aren't empty, and the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(filter: filter, at: path)
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The tenants on a page.
    public static func elements(of output: Output) -> [Tenant] { output.tenants ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// Replaces a tenant's suppression.
///
/// AWS: `PutTenantSuppressionAttributes`.
public struct PutTenantSuppressionAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/tenant/suppression") }
    /// True: a second call changes nothing more.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The tenant's name.
    @export(implementation) public var tenantName: TenantName
    /// Why an address is put on the tenant's list; empty for never.
    @export(implementation) public var suppressedReasons: [SuppressionListReason]?
    /// Which list counts; the account's when left out.
    @export(implementation) public var suppressionScope: SuppressionScope?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - tenantName: The tenant's name.
    ///   - suppressedReasons: Why an address is put on the tenant's list; empty for never.
    ///   - suppressionScope: Which list counts; the account's when left out.
    @export(implementation) public init(
        tenantName: TenantName, suppressedReasons: [SuppressionListReason]? = nil,
        suppressionScope: SuppressionScope? = nil
    ) {
        self.tenantName = tenantName
        self.suppressedReasons = suppressedReasons
        self.suppressionScope = suppressionScope
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decode(TenantName.self, forKey: "TenantName")
        suppressedReasons = try container.decodeIfPresent([SuppressionListReason].self, forKey: "SuppressedReasons")
        suppressionScope = try container.decodeIfPresent(SuppressionScope.self, forKey: "SuppressionScope")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(tenantName, forKey: "TenantName")
        try container.encodeIfPresent(suppressedReasons, forKey: "SuppressedReasons")
        try container.encodeIfPresent(suppressionScope, forKey: "SuppressionScope")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try tenantName.validate(at: path.member("TenantName"))
    }
}
