public import SESValues

/// Reads the reputation of an entity, such as a tenant, and whether it may send.
///
/// AWS: `GetReputationEntity`.
public struct GetReputationEntity: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .get, "/v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}")
    }

    /// The entity: for a resource its ARN.
    @export(implementation) public var reference: ARN
    /// The kind of entity.
    @export(implementation) public var type: ReputationEntityType

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - reference: The entity: for a resource its ARN.
    ///   - type: The kind of entity.
    @export(implementation) public init(reference: ARN, type: ReputationEntityType) {
        self.reference = reference
        self.type = type
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        reference = try container.decode(ARN.self, forKey: "ReputationEntityReference")
        type = try container.decode(ReputationEntityType.self, forKey: "ReputationEntityType")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(reference, forKey: "ReputationEntityReference")
        try container.encode(type, forKey: "ReputationEntityType")
    }

    /// The entity.
    public struct Output: Codable, Equatable, Sendable {
        /// The entity.
        @export(implementation) public var reputationEntity: ReputationEntity?

        /// Creates an output.
        ///
        /// - Parameter reputationEntity: The entity.
        @export(implementation) public init(reputationEntity: ReputationEntity? = nil) {
            self.reputationEntity = reputationEntity
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            reputationEntity = try container.decodeIfPresent(ReputationEntity.self, forKey: "ReputationEntity")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(reputationEntity, forKey: "ReputationEntity")
        }
    }

    /// Checks that both are there, and the ARN of a resource.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try type.check(reference, at: path)
    }

    /// The entity: there is nothing else in the answer.
    public static func missingMember(of output: Output) -> String? {
        output.reputationEntity == nil ? "ReputationEntity" : nil
    }
}

/// Lists the account's reputation entities in a region.
///
/// AWS: `ListReputationEntities`.
public struct ListReputationEntities: PagedOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/reputation/entities") }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// What the list can be narrowed by.
    public struct FilterKey: OpenStringValue {
        /// Entities of this kind: see `ReputationEntityType`.
        @export(implementation) public static var entityType: Self { Self(rawValue: "ENTITY_TYPE") }
        /// Entities whose gravest finding has this grade: see `RecommendationImpact`.
        @export(implementation) public static var reputationImpact: Self { Self(rawValue: "REPUTATION_IMPACT") }
        /// Entities of this sending status in the end.
        @export(implementation) public static var sendingStatus: Self { Self(rawValue: "SENDING_STATUS") }
        /// Entities whose reference begins with the text.
        @export(implementation) public static var entityReferencePrefix: Self {
            Self(rawValue: "ENTITY_REFERENCE_PREFIX")
        }

        /// The service's spelling.
        @export(implementation) public let rawValue: String
        /// Creates a key from the service's spelling.
        @export(implementation) public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What to narrow the list by, by key.
    @export(implementation) public var filter: [String: String]?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many entities a page has at most.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - filter: What to narrow the list by, by key.
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many entities a page has at most.
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

    /// One page of entities.
    public struct Output: Codable, Equatable, Sendable {
        /// The entities.
        @export(implementation) public var reputationEntities: [ReputationEntity]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - reputationEntities: The entities.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(reputationEntities: [ReputationEntity]? = nil, nextToken: String? = nil) {
            self.reputationEntities = reputationEntities
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            reputationEntities = try container.decodeIfPresent([ReputationEntity].self, forKey: "ReputationEntities")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(reputationEntities, forKey: "ReputationEntities")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the lengths of the filter's texts (1 to 512), and the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(filter: filter, atMost: 512, at: path)
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The entities on a page.
    public static func elements(of output: Output) -> [ReputationEntity] { output.reputationEntities ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// Sets the account owner's decision on whether an entity may send.
///
/// AWS: `UpdateReputationEntityCustomerManagedStatus`. What SES decided stays, and either can stop the entity.
public struct UpdateReputationEntityCustomerManagedStatus: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put,
            "/v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}/customer-managed-status"
        )
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The kind of entity.
    @export(implementation) public var type: ReputationEntityType
    /// The entity: for a resource its ARN.
    @export(implementation) public var reference: ARN
    /// The decision.
    @export(implementation) public var sendingStatus: SendingStatus

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - type: The kind of entity.
    ///   - reference: The entity: for a resource its ARN.
    ///   - sendingStatus: The decision.
    @export(implementation) public init(type: ReputationEntityType, reference: ARN, sendingStatus: SendingStatus) {
        self.type = type
        self.reference = reference
        self.sendingStatus = sendingStatus
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        type = try container.decode(ReputationEntityType.self, forKey: "ReputationEntityType")
        reference = try container.decode(ARN.self, forKey: "ReputationEntityReference")
        sendingStatus = try container.decode(SendingStatus.self, forKey: "SendingStatus")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(type, forKey: "ReputationEntityType")
        try container.encode(reference, forKey: "ReputationEntityReference")
        try container.encode(sendingStatus, forKey: "SendingStatus")
    }

    /// Checks that all are there, and the ARN of a resource.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try type.check(reference, at: path)
    }
}

/// Chooses the policy by which SES stops an entity for its reputation.
///
/// AWS: `UpdateReputationEntityPolicy`.
public struct UpdateReputationEntityPolicy: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}/policy")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The kind of entity.
    @export(implementation) public var type: ReputationEntityType
    /// The entity: for a resource its ARN.
    @export(implementation) public var reference: ARN
    /// The ARN of one of the service's own policies: none, standard or strict.
    @export(implementation) public var reputationEntityPolicy: ARN

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - type: The kind of entity.
    ///   - reference: The entity: for a resource its ARN.
    ///   - reputationEntityPolicy: The ARN of one of the service's own policies: none, standard or strict.
    @export(implementation) public init(type: ReputationEntityType, reference: ARN, reputationEntityPolicy: ARN) {
        self.type = type
        self.reference = reference
        self.reputationEntityPolicy = reputationEntityPolicy
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        type = try container.decode(ReputationEntityType.self, forKey: "ReputationEntityType")
        reference = try container.decode(ARN.self, forKey: "ReputationEntityReference")
        reputationEntityPolicy = try container.decode(ARN.self, forKey: "ReputationEntityPolicy")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(type, forKey: "ReputationEntityType")
        try container.encode(reference, forKey: "ReputationEntityReference")
        try container.encode(reputationEntityPolicy, forKey: "ReputationEntityPolicy")
    }

    /// Checks that all are there, and the ARNs.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try type.check(reference, at: path)
        try reputationEntityPolicy.validate(at: path.member("ReputationEntityPolicy"))
    }
}
