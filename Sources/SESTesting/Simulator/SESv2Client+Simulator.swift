public import SESClient

extension SESv2Client {
    /// Creates a client whose calls go to a simulator: the same requests, the same bytes, no network.
    ///
    /// It is bound to the simulator's region, credentials and clock. It repeats what fails as any client does, but at once:
    /// its waits take no time, as the simulator's clock stands still.
    ///
    /// - Parameters:
    ///   - simulator: The service in memory.
    ///   - limits: What one exchange may take, on the simulator's clock.
    ///   - retry: How what failed is repeated; ``RetryOptions/off`` to see what one attempt meets.
    ///   - observers: Who is told of every call.
    public init(
        simulator: SESSimulator, limits: TransportLimits = TransportLimits(), retry: RetryOptions = RetryOptions(),
        observers: [any SESCallObserver] = []
    ) {
        let clock = simulator.clock
        self.init(
            region: simulator.region, credentials: StaticCredentialProvider(simulator.credentials),
            transport: SimulatorTransport(simulator: simulator),
            configuration: Configuration(
                limits: limits, now: { clock.date }, clock: clock, controlPlaneInterval: .zero, retry: retry,
                random: { 0 }, observers: observers),
            endpoint: Endpoint(host: "email.\(simulator.region).\(simulator.region.partition.dnsSuffix)"))
    }
}
