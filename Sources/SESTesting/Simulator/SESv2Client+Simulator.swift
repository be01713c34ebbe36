public import SESClient

extension SESv2Client {
    /// Creates a client whose calls go to a simulator: the same requests, the same bytes, no network.
    ///
    /// It is bound to the simulator's region and clock. It repeats what fails as any client does, but at once:
    /// its waits take no time, as the simulator's clock stands still. Only a run's own limiter moves that clock, by what it
    /// would wait, and has one call under way at a time, as calls take no time; one of yours (``SendOptions/limiter``) waits on
    /// the clock you give it.
    ///
    /// - Parameters:
    ///   - simulator: The service in memory.
    ///   - credentials: Where credentials come from; by default the simulator's own (``SESSimulator/credentials``), the only ones
    ///     it accepts.
    ///   - limits: What one exchange may take, on the simulator's clock.
    ///   - deadline: How long a call may take in all, on the same clock; nil for the usual.
    ///   - retry: How what failed is repeated; ``RetryOptions/off`` to see what one attempt meets.
    ///   - observers: Who is told of every call.
    public init(
        simulator: SESSimulator, credentials: (any CredentialProvider)? = nil,
        limits: TransportLimits = TransportLimits(), deadline: Duration? = nil, retry: RetryOptions = RetryOptions(),
        observers: [any SESCallObserver] = []
    ) {
        let clock = simulator.clock
        var configuration = Configuration(
            limits: limits, now: { clock.date }, clock: clock, controlPlaneInterval: .zero, retry: retry,
            deadline: deadline, random: { 0 }, observers: observers)
        configuration.pacingClock = SelfMovingClock(simulator: simulator)
        self.init(
            region: simulator.region, credentials: credentials ?? StaticCredentialProvider(simulator.credentials),
            transport: simulator.transport, configuration: configuration,
            endpoint: Endpoint(host: "email.\(simulator.region).\(simulator.region.partition.dnsSuffix)"))
    }
}
