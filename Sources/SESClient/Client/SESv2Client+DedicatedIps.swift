public import SESValues

extension SESv2Client {
    /// Creates a pool of dedicated IP addresses.
    ///
    /// - Parameters:
    ///   - name: The pool's name.
    ///   - scalingMode: Who decides on its addresses; nil for the account's owner.
    ///   - tags: The pool's tags.
    /// - Throws: ``SESv2Error``, `alreadyExists` if there is one of that name.
    @export(implementation) public func createDedicatedIpPool(
        _ name: DedicatedIpPoolName, scalingMode: ScalingMode? = nil, tags: [ResourceTag]? = nil
    ) async throws {
        try await execute(CreateDedicatedIpPool(poolName: name, tags: tags, scalingMode: scalingMode))
    }

    /// Reads a pool of dedicated IP addresses.
    ///
    /// - Parameter name: The pool's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func getDedicatedIpPool(_ name: DedicatedIpPoolName) async throws -> DedicatedIpPool
    {
        // An answer without one is refused.
        try await execute(GetDedicatedIpPool(poolName: name)).dedicatedIpPool ?? DedicatedIpPool(poolName: name)
    }

    /// The names of the account's pools of dedicated IP addresses in this region.
    ///
    /// - Parameter pageSize: How many names one request brings at most.
    @export(implementation) public func listDedicatedIpPools(pageSize: Int? = nil) -> PagedSequence<
        ListDedicatedIpPools
    > {
        list(ListDedicatedIpPools(pageSize: pageSize))
    }

    /// Deletes a pool of dedicated IP addresses.
    ///
    /// - Parameter name: The pool's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func deleteDedicatedIpPool(_ name: DedicatedIpPoolName) async throws {
        try await execute(DeleteDedicatedIpPool(poolName: name))
    }

    /// Changes who decides on the addresses of a pool; a managed pool cannot become a standard one.
    ///
    /// - Parameters:
    ///   - name: The pool's name.
    ///   - scalingMode: Who decides on its addresses.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func putDedicatedIpPoolScalingAttributes(
        _ name: DedicatedIpPoolName, _ scalingMode: ScalingMode
    ) async throws {
        try await execute(PutDedicatedIpPoolScalingAttributes(poolName: name, scalingMode: scalingMode))
    }

    /// Reads a dedicated IP address, its pool and its warm-up.
    ///
    /// - Parameter ip: The address.
    /// - Throws: ``SESv2Error``, `notFound` if it isn't the account's.
    @export(implementation) public func getDedicatedIp(_ ip: String) async throws -> DedicatedIp {
        // An answer without one is refused.
        try await execute(GetDedicatedIp(ip: ip)).dedicatedIp ?? DedicatedIp(ip: ip)
    }

    /// The account's dedicated IP addresses in this region.
    ///
    /// - Parameters:
    ///   - pool: Only addresses of this pool; nil for all.
    ///   - pageSize: How many addresses one request brings at most.
    @export(implementation) public func getDedicatedIps(
        in pool: DedicatedIpPoolName? = nil, pageSize: Int? = nil
    ) -> PagedSequence<GetDedicatedIps> {
        list(GetDedicatedIps(poolName: pool, pageSize: pageSize))
    }

    /// Moves a dedicated IP address to a pool.
    ///
    /// - Parameters:
    ///   - ip: The address.
    ///   - pool: The pool, which must exist.
    /// - Throws: ``SESv2Error``, `notFound` if the address or the pool isn't the account's.
    @export(implementation) public func putDedicatedIp(_ ip: String, inPool pool: DedicatedIpPoolName) async throws {
        try await execute(PutDedicatedIpInPool(ip: ip, destinationPoolName: pool))
    }

    /// Sets how much of the warm-up of a dedicated IP address counts as done.
    ///
    /// - Parameters:
    ///   - ip: The address.
    ///   - percentage: How much is done, 0 to 100 percent.
    /// - Throws: ``SESv2Error``, `notFound` if the address isn't the account's.
    @export(implementation) public func putDedicatedIpWarmupAttributes(_ ip: String, warmupPercentage percentage: Int)
        async throws
    {
        try await execute(PutDedicatedIpWarmupAttributes(ip: ip, warmupPercentage: percentage))
    }
}
