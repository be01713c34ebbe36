import SESClient
import SESCore

extension SESSimulator {
    func createMultiRegionEndpoint(_ input: CreateMultiRegionEndpoint) throws -> CreateMultiRegionEndpoint.Output {
        try ServiceRules.checkRules(input)
        guard let secondary = input.details.routesDetails.first?.region, secondary != region else {
            throw ServiceRefusal.badRequest("The secondary region must differ from the primary region.")
        }
        guard state.endpoints[input.endpointName.rawValue] == nil else {
            throw ServiceRefusal.alreadyExists("Multi-region endpoint <\(input.endpointName)> already exists.")
        }
        let id = "\(random.hexadecimal(8)).\(random.hexadecimal(3))"
        state.endpoints[input.endpointName.rawValue] = MultiRegionEndpoint(
            endpointName: input.endpointName, endpointID: id,
            routes: [MultiRegionRoute(region: region), MultiRegionRoute(region: secondary)], status: .ready,
            createdTimestamp: clock.date, lastUpdatedTimestamp: clock.date)
        // The service has only begun; by the next call it is done.
        return CreateMultiRegionEndpoint.Output(status: .creating, endpointID: id)
    }

    func getMultiRegionEndpoint(_ input: GetMultiRegionEndpoint) throws -> MultiRegionEndpoint {
        try ServiceRules.checkRules(input)
        return try stored(input.endpointName)
    }

    func listMultiRegionEndpoints(_ input: ListMultiRegionEndpoints) throws -> ListMultiRegionEndpoints.Output {
        let size = try pageSize(input.pageSize, default: 1000, atMost: 1000)
        let page = try page(of: state.endpoints.keys.sorted(), from: input.nextToken, size: size)
        let listed = page.names.compactMap { state.endpoints[$0] }.map { endpoint in
            var summary = endpoint
            summary.routes = nil
            summary.regions = endpoint.routes?.map(\.region)
            return summary
        }
        return ListMultiRegionEndpoints.Output(multiRegionEndpoints: listed, nextToken: page.nextToken)
    }

    func deleteMultiRegionEndpoint(_ input: DeleteMultiRegionEndpoint) throws -> DeleteMultiRegionEndpoint.Output {
        try ServiceRules.checkRules(input)
        _ = try stored(input.endpointName)
        state.endpoints[input.endpointName.rawValue] = nil
        return DeleteMultiRegionEndpoint.Output(status: .deleting)
    }

    private func stored(_ name: MultiRegionEndpointName) throws -> MultiRegionEndpoint {
        guard let endpoint = state.endpoints[name.rawValue] else {
            throw ServiceRefusal.notFound("Multi-region endpoint <\(name)> does not exist.")
        }
        return endpoint
    }
}
