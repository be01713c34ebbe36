public import SESValues

extension SESv2Client {
    /// Creates a tenant.
    ///
    /// - Parameters:
    ///   - name: The tenant's name.
    ///   - suppressionAttributes: The tenant's suppression; nil for the account's list.
    ///   - tags: The tenant's tags.
    /// - Returns: The tenant with its id and ARN.
    /// - Throws: ``SESv2Error``, `alreadyExists` if there is one of that name.
    @discardableResult
    @export(implementation) public func createTenant(
        _ name: TenantName, suppressionAttributes: TenantSuppressionAttributes? = nil, tags: [ResourceTag]? = nil
    ) async throws -> Tenant {
        try await execute(CreateTenant(tenantName: name, tags: tags, suppressionAttributes: suppressionAttributes))
    }

    /// Reads a tenant.
    ///
    /// - Parameter name: The tenant's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func getTenant(_ name: TenantName) async throws -> Tenant {
        // An answer without one is refused.
        try await execute(GetTenant(tenantName: name)).tenant ?? Tenant(tenantName: name)
    }

    /// Deletes a tenant; its resources stay.
    ///
    /// - Parameter name: The tenant's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func deleteTenant(_ name: TenantName) async throws {
        try await execute(DeleteTenant(tenantName: name))
    }

    /// The account's tenants in this region, without tags and suppression, page by page as they are read.
    ///
    /// - Parameters:
    ///   - text: Lists only tenants whose name contains this.
    ///   - sendingStatus: Lists only tenants of this status.
    ///   - pageSize: How many tenants one request brings at most.
    public func listTenants(
        nameContaining text: String? = nil, sendingStatus: SendingStatus? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListTenants> {
        let filter = ListRules.filter([
            ListTenants.FilterKey.tenantNameContains: text, .sendingStatus: sendingStatus?.rawValue,
        ])
        return list(ListTenants(filter: filter, pageSize: pageSize))
    }

    /// Replaces a tenant's suppression.
    ///
    /// - Parameters:
    ///   - name: The tenant's name.
    ///   - attributes: The tenant's suppression; a scope left out means the account's list.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func putTenantSuppressionAttributes(
        _ name: TenantName, _ attributes: TenantSuppressionAttributes
    ) async throws {
        try await execute(
            PutTenantSuppressionAttributes(
                tenantName: name, suppressedReasons: attributes.suppressedReasons,
                suppressionScope: attributes.suppressionScope))
    }

    /// Gives a tenant a resource to send with; tenants may share it.
    ///
    /// - Parameters:
    ///   - resource: The ARN of an identity, a configuration set or a template.
    ///   - tenant: The tenant's name.
    /// - Throws: ``SESv2Error``, `alreadyExists` if the tenant has it, `notFound` if either doesn't exist.
    @export(implementation) public func createTenantResourceAssociation(of resource: ARN, with tenant: TenantName)
        async throws
    {
        try await execute(CreateTenantResourceAssociation(tenantName: tenant, resourceARN: resource))
    }

    /// Takes a resource from a tenant; the resource itself stays.
    ///
    /// - Parameters:
    ///   - resource: The ARN of an identity, a configuration set or a template.
    ///   - tenant: The tenant's name.
    /// - Throws: ``SESv2Error``, `notFound` if the tenant lacks it.
    @export(implementation) public func deleteTenantResourceAssociation(of resource: ARN, with tenant: TenantName)
        async throws
    {
        try await execute(DeleteTenantResourceAssociation(tenantName: tenant, resourceARN: resource))
    }

    /// The resources of a tenant, page by page as they are read.
    ///
    /// - Parameters:
    ///   - name: The tenant's name.
    ///   - type: Lists only resources of this kind.
    ///   - pageSize: How many resources one request brings at most.
    public func listTenantResources(
        of name: TenantName, type: TenantResourceType? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListTenantResources> {
        let filter = ListRules.filter([ListTenantResources.FilterKey.resourceType: type?.rawValue])
        return list(ListTenantResources(tenantName: name, filter: filter, pageSize: pageSize))
    }

    /// The tenants that send with a resource, page by page as they are read.
    ///
    /// - Parameters:
    ///   - resource: The ARN of an identity, a configuration set or a template.
    ///   - pageSize: How many tenants one request brings at most.
    @export(implementation) public func listResourceTenants(of resource: ARN, pageSize: Int? = nil) -> PagedSequence<
        ListResourceTenants
    > {
        list(ListResourceTenants(resourceARN: resource, pageSize: pageSize))
    }
}
