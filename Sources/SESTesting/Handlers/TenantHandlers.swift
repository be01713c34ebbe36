import SESClient
import SESCore

extension SESSimulator {
    func createTenant(_ input: CreateTenant) throws -> Tenant {
        try ServiceRules.checkRules(input)
        let attributes = try suppression(
            reasons: input.suppressionAttributes?.suppressedReasons,
            scope: input.suppressionAttributes?.suppressionScope)
        guard state.tenants[input.tenantName.rawValue] == nil else {
            throw ServiceRefusal.alreadyExists(
                "Tenant with name \(input.tenantName) already exists in account \(accountID)")
        }
        let id = "tn-" + random.hexadecimal(30)
        let tenant = Tenant(
            tenantName: input.tenantName, tenantID: id,
            tenantARN: ARN(
                rawValue: "arn:\(region.partition.id):ses:\(region):\(accountID):tenant/\(input.tenantName)/\(id)"),
            createdTimestamp: clock.date, tags: input.tags ?? [], sendingStatus: .enabled,
            suppressionAttributes: attributes)
        state.tenants[input.tenantName.rawValue] = StoredTenant(tenant: tenant)
        return tenant
    }

    func getTenant(_ input: GetTenant) throws -> GetTenant.Output {
        try ServiceRules.checkRules(input)
        return GetTenant.Output(tenant: try stored(input.tenantName).tenant)
    }

    func deleteTenant(_ input: DeleteTenant) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        _ = try stored(input.tenantName)
        state.tenants[input.tenantName.rawValue] = nil
        return EmptyOutput()
    }

    func listTenants(_ input: ListTenants) throws -> ListTenants.Output {
        let filter = input.filter ?? [:]
        for key in filter.keys.sorted() {
            try ServiceRules.checkEnum(
                ListTenants.FilterKey(rawValue: key), at: "filter", in: [.tenantNameContains, .sendingStatus])
        }
        try ServiceRules.checkRules(input)
        let text = filter[ListTenants.FilterKey.tenantNameContains.rawValue]
        let status = filter[ListTenants.FilterKey.sendingStatus.rawValue]
        let found = state.tenants.filter { name, stored in
            (text.map { name.contains($0) } ?? true)
                && (status.map { stored.tenant.sendingStatus?.rawValue == $0 } ?? true)
        }
        let page = try tenantPage(of: found.keys.sorted(), size: input.pageSize, from: input.nextToken)
        let listed = page.names.compactMap { found[$0]?.tenant }.map { tenant in
            var info = tenant
            info.tags = nil
            info.suppressionAttributes = nil
            return info
        }
        return ListTenants.Output(tenants: listed, nextToken: page.nextToken)
    }

    func putTenantSuppression(_ input: PutTenantSuppressionAttributes) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        let attributes = try suppression(reasons: input.suppressedReasons, scope: input.suppressionScope)
        _ = try stored(input.tenantName)
        state.tenants[input.tenantName.rawValue]?.tenant.suppressionAttributes = attributes
        return EmptyOutput()
    }

    /// The tenant of that name, or the service's refusal.
    func stored(_ name: TenantName) throws -> StoredTenant {
        guard let stored = state.tenants[name.rawValue] else { throw ServiceRefusal.missingTenant(name) }
        return stored
    }

    /// What a request makes of a tenant's suppression: both members set it, none of them clears it, one is refused.
    private func suppression(
        reasons: [SuppressionListReason]?, scope: SuppressionScope?
    ) throws -> TenantSuppressionAttributes? {
        for reason in reasons ?? [] {
            try ServiceRules.checkEnum(reason, at: "suppressedReasons", in: [.bounce, .complaint])
        }
        try ServiceRules.checkEnum(scope, at: "suppressionScope", in: [.tenant, .account])
        guard Set(reasons ?? []).count == (reasons ?? []).count else {
            throw ServiceRefusal.badRequest("Each suppressed reason can only be specified at most once")
        }
        switch (reasons, scope) {
        case (nil, nil):
            return nil
        case (nil, _):
            throw ServiceRefusal.badRequest("SuppressionScope cannot be specified without SuppressedReasons.")
        case (let reasons?, nil):
            throw ServiceRefusal.badRequest(
                reasons.isEmpty
                    ? "SuppressionScope is required when SuppressedReasons are provided. Valid values are: TENANT, "
                        + "ACCOUNT"
                    : "SuppressedReasons cannot be specified without SuppressionScope.")
        case (let reasons?, let scope?):
            return TenantSuppressionAttributes(suppressedReasons: reasons, suppressionScope: scope)
        }
    }

    func tenantPage(
        of names: [String], size: Int?, from token: String?
    ) throws -> (names: [String], nextToken: String?) {
        let size = try pageSize(size, default: 100, atMost: 100) { size, limit in
            "1 validation error detected: Value '\(size)' at 'pageSize' failed to satisfy constraint: Member must have "
                + "value \(size < 1 ? "greater than or equal to 1" : "less than or equal to \(limit)")"
        }
        return try page(of: names, from: token, size: size) { _ in .badRequest("Invalid Next Token") }
    }
}
