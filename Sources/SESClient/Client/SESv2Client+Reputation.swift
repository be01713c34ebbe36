public import SESValues

extension SESv2Client {
    /// Reads the reputation of an entity, such as a tenant, and whether it may send.
    ///
    /// - Parameters:
    ///   - reference: The entity: for a resource its ARN.
    ///   - type: The kind of entity.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such entity.
    @export(implementation) public func getReputationEntity(
        _ reference: ARN, type: ReputationEntityType = .resource
    ) async throws -> ReputationEntity {
        // An answer without one is refused.
        try await execute(GetReputationEntity(reference: reference, type: type)).reputationEntity
            ?? ReputationEntity(reference: reference, type: type)
    }

    /// The account's reputation entities in this region, page by page as they are read.
    ///
    /// - Parameters:
    ///   - type: Lists only entities of this kind.
    ///   - impact: Lists only entities whose gravest finding has this grade.
    ///   - sendingStatus: Lists only entities of this sending status in the end.
    ///   - prefix: Lists only entities whose reference begins with this.
    ///   - pageSize: How many entities one request brings at most.
    public func listReputationEntities(
        type: ReputationEntityType? = nil, impact: RecommendationImpact? = nil, sendingStatus: SendingStatus? = nil,
        referencePrefix prefix: String? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListReputationEntities> {
        let filter = ListRules.filter([
            ListReputationEntities.FilterKey.entityType: type?.rawValue, .reputationImpact: impact?.rawValue,
            .sendingStatus: sendingStatus?.rawValue, .entityReferencePrefix: prefix,
        ])
        return list(ListReputationEntities(filter: filter, pageSize: pageSize))
    }

    /// Sets the account owner's decision on whether an entity may send; what SES decided stays.
    ///
    /// - Parameters:
    ///   - reference: The entity: for a resource its ARN.
    ///   - sendingStatus: The decision.
    ///   - type: The kind of entity.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func updateReputationEntityCustomerManagedStatus(
        of reference: ARN, to sendingStatus: SendingStatus, type: ReputationEntityType = .resource
    ) async throws {
        try await execute(
            UpdateReputationEntityCustomerManagedStatus(
                type: type, reference: reference, sendingStatus: sendingStatus))
    }

    /// Chooses the policy by which SES stops an entity for its reputation.
    ///
    /// - Parameters:
    ///   - reference: The entity: for a resource its ARN.
    ///   - policy: The ARN of one of the service's own policies: none, standard or strict.
    ///   - type: The kind of entity.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func updateReputationEntityPolicy(
        of reference: ARN, to policy: ARN, type: ReputationEntityType = .resource
    ) async throws {
        try await execute(
            UpdateReputationEntityPolicy(type: type, reference: reference, reputationEntityPolicy: policy))
    }
}
