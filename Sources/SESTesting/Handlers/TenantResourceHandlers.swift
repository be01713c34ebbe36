import SESClient
import SESCore

extension SESSimulator {
    func createTenantResource(_ input: CreateTenantResourceAssociation) throws -> EmptyOutput {
        let resource = try tenantResource(input.resourceARN)
        var stored = try stored(input.tenantName)
        try checkExists(resource)
        guard stored.resources[resource.arn] == nil else {
            throw ServiceRefusal.alreadyExists(
                "Resources \(resource.arn.rawValue) has already been associated with tenant \(input.tenantName)")
        }
        stored.resources[resource.arn] = clock.date
        state.tenants[input.tenantName.rawValue] = stored
        return EmptyOutput()
    }

    func deleteTenantResource(_ input: DeleteTenantResourceAssociation) throws -> EmptyOutput {
        let resource = try tenantResource(input.resourceARN)
        // The service doesn't mind if the tenant never had it.
        _ = try stored(input.tenantName)
        state.tenants[input.tenantName.rawValue]?.resources[resource.arn] = nil
        return EmptyOutput()
    }

    func listTenantResources(_ input: ListTenantResources) throws -> ListTenantResources.Output {
        let filter = input.filter ?? [:]
        for key in filter.keys.sorted() {
            try ServiceRules.checkEnum(
                ListTenantResources.FilterKey(rawValue: key), at: "filter", in: [.resourceType])
        }
        let type = filter[ListTenantResources.FilterKey.resourceType.rawValue].map(TenantResourceType.init(rawValue:))
        guard type == nil || TenantResource.kinds.values.contains(where: { $0 == type }) else {
            throw ServiceRefusal.badRequest("Invalid resource type \(type?.rawValue ?? "") specified.")
        }
        let resources = try stored(input.tenantName).resources.keys.map(TenantResource.init)
            .filter { type == nil || $0.resourceType == type }
        let names = resources.compactMap { $0.resourceARN?.rawValue }.sorted()
        let page = try tenantPage(of: names, size: input.pageSize, from: input.nextToken)
        return ListTenantResources.Output(
            tenantResources: page.names.map { TenantResource(ARN(rawValue: $0)) }, nextToken: page.nextToken)
    }

    func listResourceTenants(_ input: ListResourceTenants) throws -> ListResourceTenants.Output {
        let resource = try tenantResource(input.resourceARN)
        try checkExists(resource)
        let found = state.tenants.filter { $0.value.resources[resource.arn] != nil }
        let page = try tenantPage(of: found.keys.sorted(), size: input.pageSize, from: input.nextToken)
        let listed = page.names.compactMap { found[$0] }.map {
            ResourceTenant(
                tenantName: $0.tenant.tenantName, tenantID: $0.tenant.tenantID, resourceARN: resource.arn,
                associatedTimestamp: $0.resources[resource.arn])
        }
        return ListResourceTenants.Output(resourceTenants: listed, nextToken: page.nextToken)
    }

    /// Refuses to delete what a tenant sends with.
    func checkHasNoTenants(_ arn: ARN) throws {
        guard !state.tenants.values.contains(where: { $0.resources[arn] != nil }) else {
            throw ServiceRefusal.badRequest(
                "Cannot delete <\(arn.rawValue)> because it has tenant associations. "
                    + "Remove all tenant associations and try again.")
        }
    }

    /// Lets a tenant send only with what is its own: identity, set and stored template.
    ///
    /// - Parameters:
    ///   - name: The tenant the request names; nil for mail of no tenant.
    ///   - sender: The sender's address.
    ///   - set: The set the mail is sent with, named or the identity's default.
    ///   - template: The stored template, if it comes from one.
    func checkTenant(
        _ name: String?, sender: String, set: ConfigurationSetName?, template: String?
    ) throws {
        guard let name else { return }
        guard let stored = state.tenants[name] else {
            throw ServiceRefusal.notFound("Tenant \(name) for AwsAccountId \(accountID) not found.")
        }
        let used = [
            ARN.emailIdentity(state.tenantIdentity(of: sender), region: region, accountID: accountID),
            set.map { ARN.configurationSet($0, region: region, accountID: accountID) },
            template.map { ARN.emailTemplate($0, region: region, accountID: accountID) },
        ]
        let missing = used.compactMap { $0 }.filter { stored.resources[$0] == nil }
        guard missing.isEmpty else {
            let list = missing.map(\.rawValue).joined(separator: ", ")
            throw ServiceRefusal(
                "AccessDeniedException", status: 403, "Tenant not associated with resources [\(list)].")
        }
        guard stored.tenant.sendingStatus != .disabled else {
            throw ServiceRefusal.sendingPaused("Sending is paused for tenant \(name)")
        }
    }

    /// Reads the ARN of something that a tenant can send with.
    private func tenantResource(_ arn: ARN) throws -> (arn: ARN, kind: TenantResourceType, name: String) {
        let words = "Provided resource identifier is not an SES resource"
        guard let resource = arn.resource else { throw ServiceRefusal.badRequest(words) }
        guard arn.service == "ses" else {
            throw ServiceRefusal.badRequest("Provided ARN is not in SES resource ARN format")
        }
        let parts = resource.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let kind = parts.first.flatMap({ TenantResource.kinds[$0] }) else {
            throw ServiceRefusal.badRequest("Unsupported resource type: \(parts.first ?? "")")
        }
        guard parts.count == 2, let name = parts.last, !name.isEmpty else { throw ServiceRefusal.badRequest(words) }
        guard arn.region == region else {
            throw ServiceRefusal.badRequest("Resource <\(arn.rawValue)> must be in the same region")
        }
        guard arn.accountID == accountID else {
            throw ServiceRefusal.badRequest("Resource <\(arn.rawValue)> must be in the same account")
        }
        return (arn, kind, name)
    }

    private func checkExists(_ resource: (arn: ARN, kind: TenantResourceType, name: String)) throws {
        switch resource.kind {
        case .emailIdentity: _ = try stored(EmailIdentityName(rawValue: resource.name))
        case .configurationSet: _ = try stored(ConfigurationSetName(rawValue: resource.name))
        default: _ = try storedTemplate(resource.name)
        }
    }
}

extension TenantResource {
    /// The kinds of resources by the word their ARNs have for them.
    fileprivate static let kinds: [String: TenantResourceType] = [
        "identity": .emailIdentity, "configuration-set": .configurationSet, "template": .emailTemplate,
    ]

    fileprivate init(_ arn: ARN) {
        let kind = arn.resource?.split(separator: "/").first.flatMap { Self.kinds[String($0)] }
        self.init(resourceType: kind, resourceARN: arn)
    }
}
