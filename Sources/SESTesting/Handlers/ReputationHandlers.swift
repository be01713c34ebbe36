import SESClient
import SESCore

extension SESSimulator {
    func getReputationEntity(_ input: GetReputationEntity) throws -> GetReputationEntity.Output {
        try ServiceRules.checkRules(input)
        try ServiceRules.checkEnum(input.type, at: "reputationEntityType", in: [.resource])
        guard let stored = state.tenant(arn: input.reference) else {
            throw ServiceRefusal.notFound("Reputation entity <\(input.reference.rawValue)> does not exist.")
        }
        return GetReputationEntity.Output(reputationEntity: stored.reputationEntity)
    }

    func listReputationEntities(_ input: ListReputationEntities) throws -> ListReputationEntities.Output {
        let filter = input.filter ?? [:]
        for key in filter.keys.sorted() {
            try ServiceRules.checkEnum(
                ListReputationEntities.FilterKey(rawValue: key), at: "filter",
                in: [.entityType, .reputationImpact, .sendingStatus, .entityReferencePrefix])
        }
        try ServiceRules.checkRules(input)
        func value(_ key: ListReputationEntities.FilterKey) -> String? { filter[key.rawValue] }
        let entities = state.tenants.values.map(\.reputationEntity).filter { entity in
            (value(.entityType).map { entity.type?.rawValue == $0 } ?? true)
                && (value(.reputationImpact).map { entity.reputationImpact?.rawValue == $0 } ?? true)
                && (value(.sendingStatus).map { entity.sendingStatusAggregate?.rawValue == $0 } ?? true)
                && (value(.entityReferencePrefix).map { entity.reference?.rawValue.hasPrefix($0) == true } ?? true)
        }
        let found = Dictionary(entities.map { ($0.reference?.rawValue ?? "", $0) }) { first, _ in first }
        let size = try pageSize(input.pageSize, default: 100, atMost: 1000)
        let page = try page(of: found.keys.sorted(), from: input.nextToken, size: size)
        return ListReputationEntities.Output(
            reputationEntities: page.names.compactMap { found[$0] }, nextToken: page.nextToken)
    }

    func updateReputationStatus(_ input: UpdateReputationEntityCustomerManagedStatus) throws -> EmptyOutput {
        try ServiceRules.checkEnum(
            input.sendingStatus, at: "sendingStatus", in: [.enabled, .reinstated, .disabled])
        return try change(input.reference, of: input.type, rules: input) {
            $0.customerStatus = ReputationStatusRecord(
                status: input.sendingStatus, lastUpdatedTimestamp: clock.date)
        }
    }

    func updateReputationPolicy(_ input: UpdateReputationEntityPolicy) throws -> EmptyOutput {
        let policies = ["none", "standard", "strict"].map {
            "arn:\(region.partition.id):ses:\(region):aws:reputation-policy/\($0)"
        }
        guard policies.contains(input.reputationEntityPolicy.rawValue) else {
            throw ServiceRefusal.badRequest(
                "Reputation policy <\(input.reputationEntityPolicy.rawValue)> does not exist.")
        }
        return try change(input.reference, of: input.type, rules: input) {
            $0.reputationPolicy = input.reputationEntityPolicy
        }
    }

    private func change(
        _ reference: ARN, of type: ReputationEntityType, rules: some SESValidatable,
        _ body: (inout StoredTenant) -> Void
    ) throws -> EmptyOutput {
        try ServiceRules.checkRules(rules)
        try ServiceRules.checkEnum(type, at: "reputationEntityType", in: [.resource])
        // These two operations have no NotFoundException.
        guard var stored = state.tenant(arn: reference), let name = stored.tenant.tenantName else {
            throw ServiceRefusal.badRequest("Reputation entity <\(reference.rawValue)> does not exist.")
        }
        body(&stored)
        stored.tenant.sendingStatus = stored.reputationEntity.sendingStatusAggregate
        state.tenants[name.rawValue] = stored
        return EmptyOutput()
    }
}

extension ServiceState {
    fileprivate func tenant(arn: ARN) -> StoredTenant? { tenants.values.first { $0.arn == arn } }
}

extension StoredTenant {
    /// The tenant's reputation: SES has nothing against it, so its owner alone decides.
    fileprivate var reputationEntity: ReputationEntity {
        ReputationEntity(
            reference: arn, type: .resource, reputationManagementPolicy: reputationPolicy,
            customerManagedStatus: customerStatus,
            sesManagedStatus: ReputationStatusRecord(
                status: .enabled, lastUpdatedTimestamp: tenant.createdTimestamp),
            sendingStatusAggregate: customerStatus.status)
    }
}
