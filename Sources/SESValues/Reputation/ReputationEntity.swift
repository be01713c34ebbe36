/// Something whose reputation SES watches, such as a tenant, and whether it may send.
///
/// AWS: `ReputationEntity`.
public struct ReputationEntity: Equatable, Sendable, Codable {
    /// What it is: for a resource its ARN.
    @export(implementation) public var reference: ARN?
    /// What kind of thing it is.
    @export(implementation) public var type: ReputationEntityType?
    /// The policy by which SES stops it; one of those that SES has ready.
    @export(implementation) public var reputationManagementPolicy: ARN?
    /// What the account's owner decided.
    @export(implementation) public var customerManagedStatus: ReputationStatusRecord?
    /// What SES decided.
    @export(implementation) public var sesManagedStatus: ReputationStatusRecord?
    /// Whether it may send in the end: if either decided against it, it may not.
    @export(implementation) public var sendingStatusAggregate: SendingStatus?
    /// The gravest finding against it that is open.
    @export(implementation) public var reputationImpact: RecommendationImpact?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - reference: What it is: for a resource its ARN.
    ///   - type: What kind of thing it is.
    ///   - reputationManagementPolicy: The policy by which SES stops it; one of those that SES has ready.
    ///   - customerManagedStatus: What the account's owner decided.
    ///   - sesManagedStatus: What SES decided.
    ///   - sendingStatusAggregate: Whether it may send in the end: if either decided against it, it may not.
    ///   - reputationImpact: The gravest finding against it that is open.
    @export(implementation) public init(
        reference: ARN? = nil, type: ReputationEntityType? = nil, reputationManagementPolicy: ARN? = nil,
        customerManagedStatus: ReputationStatusRecord? = nil, sesManagedStatus: ReputationStatusRecord? = nil,
        sendingStatusAggregate: SendingStatus? = nil, reputationImpact: RecommendationImpact? = nil
    ) {
        self.reference = reference
        self.type = type
        self.reputationManagementPolicy = reputationManagementPolicy
        self.customerManagedStatus = customerManagedStatus
        self.sesManagedStatus = sesManagedStatus
        self.sendingStatusAggregate = sendingStatusAggregate
        self.reputationImpact = reputationImpact
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        reference = try container.decodeIfPresent(ARN.self, forKey: "ReputationEntityReference")
        type = try container.decodeIfPresent(ReputationEntityType.self, forKey: "ReputationEntityType")
        reputationManagementPolicy = try container.decodeIfPresent(ARN.self, forKey: "ReputationManagementPolicy")
        customerManagedStatus = try container.decodeIfPresent(
            ReputationStatusRecord.self, forKey: "CustomerManagedStatus")
        sesManagedStatus = try container.decodeIfPresent(ReputationStatusRecord.self, forKey: "AwsSesManagedStatus")
        sendingStatusAggregate = try container.decodeIfPresent(SendingStatus.self, forKey: "SendingStatusAggregate")
        reputationImpact = try container.decodeIfPresent(RecommendationImpact.self, forKey: "ReputationImpact")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(reference, forKey: "ReputationEntityReference")
        try container.encodeIfPresent(type, forKey: "ReputationEntityType")
        try container.encodeIfPresent(reputationManagementPolicy, forKey: "ReputationManagementPolicy")
        try container.encodeIfPresent(customerManagedStatus, forKey: "CustomerManagedStatus")
        try container.encodeIfPresent(sesManagedStatus, forKey: "AwsSesManagedStatus")
        try container.encodeIfPresent(sendingStatusAggregate, forKey: "SendingStatusAggregate")
        try container.encodeIfPresent(reputationImpact, forKey: "ReputationImpact")
    }
}

/// A kind of reputation entity.
///
/// AWS: `ReputationEntityType`.
public struct ReputationEntityType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a kind from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A resource, named by its ARN.
    @export(implementation) public static var resource: Self { Self(rawValue: "RESOURCE") }
}

extension ReputationEntityType {
    /// Checks that an entity of this kind is named as such entities are.
    package func check(_ reference: ARN, at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(rawValue, at: path.member("ReputationEntityType"))
        let path = path.member("ReputationEntityReference")
        if self == .resource {
            try reference.validate(at: path)
        } else {
            // A kind that AWS adds may be named in another way.
            try TextRule.nonEmpty.check(reference.rawValue, at: path)
        }
    }
}
