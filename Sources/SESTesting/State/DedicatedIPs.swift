import SESCore

/// The account's dedicated IP addresses and their pools.
struct DedicatedIPs {
    /// The pool of addresses that nobody has put in another one.
    static let defaultPool = "ses-default-dedicated-pool"

    /// The pools by name.
    private(set) var pools: [String: DedicatedIpPool] = [:]
    /// The addresses by their text.
    private(set) var addresses: [String: DedicatedIp] = [:]

    /// The addresses of a pool, sorted.
    func addresses(in pool: String) -> [String] {
        addresses.values.filter { $0.poolName?.rawValue == pool }.map(\.ip).sorted()
    }

    func isManaged(_ pool: String) -> Bool { pools[pool]?.scalingMode == .managed }

    /// Adds a pool, unless it is there.
    mutating func addPool(_ name: String, scalingMode: ScalingMode = .standard) {
        guard pools[name] == nil else { return }
        pools[name] = DedicatedIpPool(poolName: DedicatedIpPoolName(rawValue: name), scalingMode: scalingMode)
    }

    /// Adds an address, or moves the one that is there; a pool that isn't there is added.
    mutating func add(_ ip: String, to pool: String, warmupPercentage: Int) {
        addPool(pool)
        addresses[ip] = DedicatedIp(ip: ip, poolName: DedicatedIpPoolName(rawValue: pool))
        setWarmup(of: ip, to: warmupPercentage)
    }

    mutating func move(_ ip: String, to pool: String) {
        addPool(pool)
        addresses[ip]?.poolName = DedicatedIpPoolName(rawValue: pool)
    }

    /// Sets how much of an address's warm-up is done; in a managed pool the service sees to it, and it says so.
    mutating func setWarmup(of ip: String, to percentage: Int) {
        let isManaged = addresses[ip]?.poolName.map { self.isManaged($0.rawValue) } ?? false
        addresses[ip]?.warmupPercentage = isManaged ? -1 : percentage
        addresses[ip]?.warmupStatus = isManaged ? .notApplicable : percentage == 100 ? .done : .inProgress
    }

    /// Lets the service decide on a pool's addresses from now on.
    mutating func manage(_ pool: String) {
        pools[pool]?.scalingMode = .managed
        for ip in addresses(in: pool) { setWarmup(of: ip, to: -1) }
    }

    /// Removes a pool; the addresses that the service chose for a managed one go with it.
    mutating func removePool(_ name: String) {
        for ip in addresses(in: name) { addresses[ip] = nil }
        pools[name] = nil
    }
}
