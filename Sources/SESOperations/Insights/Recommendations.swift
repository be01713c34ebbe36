public import SESValues

/// Lists what SES advises the account to change in a region.
///
/// AWS: `ListRecommendations`.
public struct ListRecommendations: PagedOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/vdm/recommendations") }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// What the list can be narrowed by.
    public struct FilterKey: OpenStringValue {
        /// Recommendations of this type: see `RecommendationType`.
        @export(implementation) public static var type: Self { Self(rawValue: "TYPE") }
        /// Recommendations of this grade: see `RecommendationImpact`.
        @export(implementation) public static var impact: Self { Self(rawValue: "IMPACT") }
        /// Recommendations of this status: see `RecommendationStatus`.
        @export(implementation) public static var status: Self { Self(rawValue: "STATUS") }
        /// Recommendations about this resource, by its ARN.
        @export(implementation) public static var resourceARN: Self { Self(rawValue: "RESOURCE_ARN") }

        /// The service's spelling.
        @export(implementation) public let rawValue: String
        /// Creates a key from the service's spelling.
        @export(implementation) public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What to narrow the list by, by key: one key, or the status with the impact or the type.
    @export(implementation) public var filter: [String: String]?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many recommendations a page has at most.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - filter: What to narrow the list by, by key: one key, or the status with the impact or the type.
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many recommendations a page has at most.
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

    /// One page of recommendations.
    public struct Output: Codable, Equatable, Sendable {
        /// The recommendations.
        @export(implementation) public var recommendations: [Recommendation]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - recommendations: The recommendations.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(recommendations: [Recommendation]? = nil, nextToken: String? = nil) {
            self.recommendations = recommendations
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            recommendations = try container.decodeIfPresent([Recommendation].self, forKey: "Recommendations")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(recommendations, forKey: "Recommendations")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks which filters are there together, the lengths of their texts (1 to 512), and the page's size (1 to 100).
    public func validate(at path: FieldPath) throws(SESValueError) {
        try checkFilterKeys(at: path.member("Filter"))
        try ListRules.check(filter: filter, atMost: 512, at: path)
        try ListRules.check(pageSize: pageSize, atMost: 100, at: path)
    }

    /// The recommendations on a page.
    public static func elements(of output: Output) -> [Recommendation] { output.recommendations ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }

    private func checkFilterKeys(at path: FieldPath) throws(SESValueError) {
        guard let filter else { return }
        if filter.isEmpty { throw SESValueError(field: path, rule: "cannot be empty") }
        let keys = Set(filter.keys.map(FilterKey.init))
        let known: Set<FilterKey> = [.type, .impact, .status, .resourceARN]
        // How a key that AWS adds goes with others isn't known.
        if keys.count == 1 || keys.count == 2 && !keys.isSubset(of: known) { return }
        if keys != [.status, .impact], keys != [.status, .type] {
            throw SESValueError(
                field: path, rule: "must hold one key, or STATUS with IMPACT or TYPE",
                value: filter.keys.sorted().joined(separator: ", "))
        }
    }
}
