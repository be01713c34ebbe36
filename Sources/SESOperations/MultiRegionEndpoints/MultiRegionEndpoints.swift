public import SESValues

/// Creates an endpoint that divides its mail between two regions.
///
/// AWS: `CreateMultiRegionEndpoint`. The region of the call is the primary one: only there the endpoint can be read, listed and deleted.
public struct CreateMultiRegionEndpoint: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/multi-region-endpoints")
    }
    /// True: a second call is refused, as the endpoint exists; its id is then read with ``GetMultiRegionEndpoint``.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// The endpoint's name.
    @export(implementation) public var endpointName: MultiRegionEndpointName
    /// The secondary region.
    @export(implementation) public var details: MultiRegionEndpointDetails
    /// The endpoint's tags.
    @export(implementation) public var tags: [ResourceTag]?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - endpointName: The endpoint's name.
    ///   - details: The secondary region.
    ///   - tags: The endpoint's tags.
    @export(implementation) public init(
        endpointName: MultiRegionEndpointName, details: MultiRegionEndpointDetails, tags: [ResourceTag]? = nil
    ) {
        self.endpointName = endpointName
        self.details = details
        self.tags = tags
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        endpointName = try container.decode(MultiRegionEndpointName.self, forKey: "EndpointName")
        details = try container.decode(MultiRegionEndpointDetails.self, forKey: "Details")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(endpointName, forKey: "EndpointName")
        try container.encode(details, forKey: "Details")
        try container.encodeIfPresent(tags, forKey: "Tags")
    }

    /// The new endpoint.
    public struct Output: Codable, Equatable, Sendable {
        /// Whether the endpoint can be used.
        @export(implementation) public var status: MultiRegionEndpointStatus?
        /// The service's id of the endpoint, to send with.
        @export(implementation) public var endpointID: String?

        /// Creates an output.
        ///
        /// - Parameters:
        ///   - status: Whether the endpoint can be used.
        ///   - endpointID: The service's id of the endpoint, to send with.
        @export(implementation) public init(status: MultiRegionEndpointStatus? = nil, endpointID: String? = nil) {
            self.status = status
            self.endpointID = endpointID
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            status = try container.decodeIfPresent(MultiRegionEndpointStatus.self, forKey: "Status")
            endpointID = try container.decodeIfPresent(String.self, forKey: "EndpointId")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(status, forKey: "Status")
            try container.encodeIfPresent(endpointID, forKey: "EndpointId")
        }
    }

    /// Checks the name, the secondary region and the tags.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try endpointName.validate(at: path.member("EndpointName"))
        try details.validate(at: path.member("Details"))
        try tags?.validateTogether(at: path.member("Tags"))
    }
}

/// Reads a multi-region endpoint.
///
/// AWS: `GetMultiRegionEndpoint`.
public struct GetMultiRegionEndpoint: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/multi-region-endpoints/{EndpointName}")
    }
    /// The endpoint.
    public typealias Output = MultiRegionEndpoint

    /// The endpoint's name.
    @export(implementation) public var endpointName: MultiRegionEndpointName

    /// Creates the input.
    ///
    /// - Parameter endpointName: The endpoint's name.
    @export(implementation) public init(endpointName: MultiRegionEndpointName) {
        self.endpointName = endpointName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        endpointName = try container.decode(MultiRegionEndpointName.self, forKey: "EndpointName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(endpointName, forKey: "EndpointName")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try endpointName.validate(at: path.member("EndpointName"))
    }
}

/// Lists the multi-region endpoints whose primary region is that of the call.
///
/// AWS: `ListMultiRegionEndpoints`.
public struct ListMultiRegionEndpoints: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/multi-region-endpoints", query: ["NextToken", "PageSize"])
    }

    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many endpoints a page has at most, 1 to 1000.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many endpoints a page has at most, 1 to 1000.
    @export(implementation) public init(nextToken: String? = nil, pageSize: Int? = nil) {
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of endpoints.
    public struct Output: Codable, Equatable, Sendable {
        /// The endpoints.
        @export(implementation) public var multiRegionEndpoints: [MultiRegionEndpoint]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - multiRegionEndpoints: The endpoints.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(
            multiRegionEndpoints: [MultiRegionEndpoint]? = nil, nextToken: String? = nil
        ) {
            self.multiRegionEndpoints = multiRegionEndpoints
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            multiRegionEndpoints = try container.decodeIfPresent(
                [MultiRegionEndpoint].self, forKey: "MultiRegionEndpoints")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(multiRegionEndpoints, forKey: "MultiRegionEndpoints")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(pageSize: pageSize, atMost: 1000, at: path)
    }

    /// The endpoints on a page.
    public static func elements(of output: Output) -> [MultiRegionEndpoint] { output.multiRegionEndpoints ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// Deletes a multi-region endpoint.
///
/// AWS: `DeleteMultiRegionEndpoint`.
public struct DeleteMultiRegionEndpoint: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.delete, "/v2/email/multi-region-endpoints/{EndpointName}")
    }

    /// The endpoint's name.
    @export(implementation) public var endpointName: MultiRegionEndpointName

    /// Creates the input.
    ///
    /// - Parameter endpointName: The endpoint's name.
    @export(implementation) public init(endpointName: MultiRegionEndpointName) {
        self.endpointName = endpointName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        endpointName = try container.decode(MultiRegionEndpointName.self, forKey: "EndpointName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(endpointName, forKey: "EndpointName")
    }

    /// How the deletion stands.
    public struct Output: Codable, Equatable, Sendable {
        /// Whether the endpoint can be used.
        @export(implementation) public var status: MultiRegionEndpointStatus?

        /// Creates an output.
        ///
        /// - Parameter status: Whether the endpoint can be used.
        @export(implementation) public init(status: MultiRegionEndpointStatus? = nil) {
            self.status = status
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            status = try container.decodeIfPresent(MultiRegionEndpointStatus.self, forKey: "Status")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(status, forKey: "Status")
        }
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try endpointName.validate(at: path.member("EndpointName"))
    }
}
