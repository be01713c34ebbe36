import SESClient
import SESCore

extension SESSimulator {
    func createDedicatedIPPool(_ input: CreateDedicatedIpPool) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        try checkScalingMode(input.scalingMode)
        guard state.dedicatedIPs.pools[input.poolName.rawValue] == nil else {
            throw ServiceRefusal.alreadyExists("The pool <\(input.poolName)> already exists.")
        }
        state.dedicatedIPs.addPool(input.poolName.rawValue, scalingMode: input.scalingMode ?? .standard)
        return EmptyOutput()
    }

    func getDedicatedIPPool(_ input: GetDedicatedIpPool) throws -> GetDedicatedIpPool.Output {
        GetDedicatedIpPool.Output(dedicatedIpPool: try stored(input.poolName))
    }

    func listDedicatedIPPools(_ input: ListDedicatedIpPools) throws -> ListDedicatedIpPools.Output {
        let page = try dedicatedIPPage(
            of: state.dedicatedIPs.pools.keys.sorted(), size: input.pageSize, from: input.nextToken)
        return ListDedicatedIpPools.Output(
            dedicatedIpPools: page.names.map { DedicatedIpPoolName(rawValue: $0) }, nextToken: page.nextToken)
    }

    func deleteDedicatedIPPool(_ input: DeleteDedicatedIpPool) throws -> EmptyOutput {
        let pool = try stored(input.poolName)
        guard pool.scalingMode == .managed || state.dedicatedIPs.addresses(in: input.poolName.rawValue).isEmpty else {
            throw ServiceRefusal.badRequest("The pool <\(input.poolName)> still has dedicated IP addresses.")
        }
        state.dedicatedIPs.removePool(input.poolName.rawValue)
        return EmptyOutput()
    }

    func putDedicatedIPPoolScaling(_ input: PutDedicatedIpPoolScalingAttributes) throws -> EmptyOutput {
        try checkScalingMode(input.scalingMode)
        let pool = try stored(input.poolName)
        if input.scalingMode == .managed {
            state.dedicatedIPs.manage(input.poolName.rawValue)
        } else if pool.scalingMode == .managed {
            // There is no way back.
            throw ServiceRefusal.badRequest("The ScalingMode parameter is invalid.")
        }
        return EmptyOutput()
    }

    func getDedicatedIP(_ input: GetDedicatedIp) throws -> GetDedicatedIp.Output {
        GetDedicatedIp.Output(dedicatedIp: try dedicatedIP(input.ip))
    }

    func getDedicatedIPs(_ input: GetDedicatedIps) throws -> GetDedicatedIps.Output {
        var ips = state.dedicatedIPs.addresses.keys.sorted()
        if let pool = input.poolName { ips = state.dedicatedIPs.addresses(in: try stored(pool).poolName.rawValue) }
        let page = try dedicatedIPPage(of: ips, size: input.pageSize, from: input.nextToken)
        return GetDedicatedIps.Output(
            dedicatedIps: page.names.compactMap { state.dedicatedIPs.addresses[$0] }, nextToken: page.nextToken)
    }

    func putDedicatedIPInPool(_ input: PutDedicatedIpInPool) throws -> EmptyOutput {
        // The service looks for the address first.
        let ip = try dedicatedIP(input.ip)
        let pool = input.destinationPoolName.rawValue
        if pool != DedicatedIPs.defaultPool { _ = try stored(input.destinationPoolName) }
        guard !state.dedicatedIPs.isManaged(pool), ip.warmupStatus != .notApplicable else {
            throw ServiceRefusal.badRequest("Dedicated IP <\(input.ip)> can't be moved into or out of a managed pool.")
        }
        state.dedicatedIPs.move(input.ip, to: pool)
        return EmptyOutput()
    }

    func putDedicatedIPWarmup(_ input: PutDedicatedIpWarmupAttributes) throws -> EmptyOutput {
        guard (0...100).contains(input.warmupPercentage) else {
            throw ServiceRefusal.badRequest("Warmup Percentage must be between 0 and 100.")
        }
        guard try dedicatedIP(input.ip).warmupStatus != .notApplicable else {
            throw ServiceRefusal.badRequest("Dedicated IP <\(input.ip)> is in a managed pool.")
        }
        state.dedicatedIPs.setWarmup(of: input.ip, to: input.warmupPercentage)
        return EmptyOutput()
    }

    private func stored(_ name: DedicatedIpPoolName) throws -> DedicatedIpPool {
        guard let pool = state.dedicatedIPs.pools[name.rawValue] else {
            throw ServiceRefusal.notFound("The requested pool <\(name)> does not exist.")
        }
        return pool
    }

    private func dedicatedIP(_ ip: String) throws -> DedicatedIp {
        guard let found = state.dedicatedIPs.addresses[ip] else {
            throw ServiceRefusal.notFound("Could not find dedicated IP <\(ip)> under this account.")
        }
        return found
    }

    private func checkScalingMode(_ mode: ScalingMode?) throws {
        guard mode == nil || mode == .standard || mode == .managed else {
            throw ServiceRefusal.badRequest("The ScalingMode parameter is invalid.")
        }
    }

    private func dedicatedIPPage(
        of names: [String], size: Int?, from token: String?
    ) throws -> (names: [String], nextToken: String?) {
        let size = try pageSize(size, default: 1000, atMost: 1000) { "The page size must be in [1, \($1)] range." }
        return try page(of: names, from: token, size: size) { _ in .badRequest("Invalid next token.") }
    }
}
