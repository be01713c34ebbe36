public import SESValues

extension SESv2Client {
    /// Creates an endpoint that divides its mail between the client's region and another.
    ///
    /// - Parameters:
    ///   - name: The endpoint's name.
    ///   - secondaryRegion: The other region.
    ///   - tags: The endpoint's tags.
    /// - Returns: The endpoint's id, and whether it can be used.
    /// - Throws: ``SESv2Error``, `alreadyExists` if there is one of that name.
    @discardableResult
    @export(implementation) public func createMultiRegionEndpoint(
        _ name: MultiRegionEndpointName, secondaryRegion: Region, tags: [ResourceTag]? = nil
    ) async throws -> CreateMultiRegionEndpoint.Output {
        let details = MultiRegionEndpointDetails(routesDetails: [MultiRegionRoute(region: secondaryRegion)])
        return try await execute(CreateMultiRegionEndpoint(endpointName: name, details: details, tags: tags))
    }

    /// Reads a multi-region endpoint.
    ///
    /// - Parameter name: The endpoint's name.
    /// - Throws: ``SESv2Error``, `notFound` if this region is the primary one of no such endpoint.
    @export(implementation) public func getMultiRegionEndpoint(_ name: MultiRegionEndpointName) async throws
        -> MultiRegionEndpoint
    {
        try await execute(GetMultiRegionEndpoint(endpointName: name))
    }

    /// The multi-region endpoints whose primary region is this one.
    ///
    /// - Parameter pageSize: How many endpoints one request brings at most, 1 to 1000.
    @export(implementation) public func listMultiRegionEndpoints(pageSize: Int? = nil) -> PagedSequence<
        ListMultiRegionEndpoints
    > {
        list(ListMultiRegionEndpoints(pageSize: pageSize))
    }

    /// Deletes a multi-region endpoint.
    ///
    /// - Parameter name: The endpoint's name.
    /// - Returns: How the deletion stands.
    /// - Throws: ``SESv2Error``, `notFound` if this region is the primary one of no such endpoint.
    @discardableResult
    @export(implementation) public func deleteMultiRegionEndpoint(
        _ name: MultiRegionEndpointName
    ) async throws -> MultiRegionEndpointStatus? {
        try await execute(DeleteMultiRegionEndpoint(endpointName: name)).status
    }
}
