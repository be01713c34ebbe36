public import SESClient

extension SESv2Client {
    /// Creates a client whose calls go to a simulator: the same requests, the same bytes, no network.
    ///
    /// It is bound to the simulator's region, credentials and clock.
    ///
    /// - Parameters:
    ///   - simulator: The service in memory.
    ///   - limits: What one exchange may take, on the simulator's clock.
    public init(simulator: SESSimulator, limits: TransportLimits = TransportLimits()) {
        let clock = simulator.clock
        self.init(
            region: simulator.region, credentials: StaticCredentialProvider(simulator.credentials),
            transport: SimulatorTransport(simulator: simulator),
            configuration: Configuration(
                limits: limits, now: { clock.date }, clock: clock, controlPlaneInterval: .zero),
            endpoint: Endpoint(host: "email.\(simulator.region).\(simulator.region.partition.dnsSuffix)"))
    }
}
