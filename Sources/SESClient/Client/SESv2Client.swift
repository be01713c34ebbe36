import SESSigning
public import SESValues

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A client of Amazon SES v2: sends mail naming a configuration set, and manages the sets.
///
/// A client is a value that can be shared by everything in a service; it holds no connection of its own and needs no
/// shutdown. Every call is checked before it leaves, signed, sent, and its answer decoded; what fails is attempted again
/// where that can't mail twice. Copies of a client share what they learn of the service's clock, and what they may repeat.
///
/// ```swift
/// let ses = try SESv2Client(region: .euWest1)
/// try await ses.send(
///     Email(from: "promo@example.com", to: ["jane@example.org"], subject: "May sale", text: "…"),
///     configurationSet: "promo-may2025")
/// ```
public struct SESv2Client: Sendable {
    /// What a client can be told beside its region, credentials and transport.
    public struct Configuration: Sendable {
        /// Which of the service's addresses to call.
        @export(implementation) public var endpoint: EndpointOptions
        /// What one exchange may take; see ``TransportLimits``.
        @export(implementation) public var limits: TransportLimits
        /// A name for your application in the `User-Agent` header, at most 50 characters; by default what ``settings``
        /// say.
        @export(implementation) public var applicationID: String?
        /// The time that requests are signed with; the system's by default.
        @export(implementation) public var now: @Sendable () -> Date
        /// The clock that deadlines are measured on; the system's by default.
        @export(implementation) public var clock: any Clock<Duration>
        /// The time between two requests of `plan` and `apply`, and the first wait when one is throttled; 1 s by default.
        ///
        /// AWS: all operations but the sends, one request a second for an account in a region.
        @export(implementation) public var controlPlaneInterval: Duration
        /// How what failed is repeated; by default what ``settings`` say, else up to 3 attempts; ``RetryOptions/off`` for one.
        public var retry: RetryOptions {
            get { chosenRetry ?? settings?.maxAttempts.map { RetryOptions(maxAttempts: $0) } ?? RetryOptions() }
            set { chosenRetry = newValue }
        }
        /// How long a call may take in all: its attempts, the waits between them, and asking for credentials.
        ///
        /// By default two minutes, or twice ``TransportLimits/total`` if that is longer: an attempt that got no answer in its
        /// time leaves room for another.
        public var deadline: Duration {
            get { chosenDeadline ?? max(.seconds(120), limits.total * 2) }
            set { chosenDeadline = newValue }
        }
        /// Whether requests are signed with the service's time, learned from its answers, when this machine's clock is off;
        /// true by default.
        @export(implementation) public var correctsClockSkew: Bool
        /// Draws what part of the longest wait is waited before another attempt, 0 to 1; at random by default.
        @export(implementation) public var random: @Sendable () -> Double
        /// Who is told of every call; nobody by default.
        @export(implementation) public var observers: [any SESCallObserver]
        /// The profile of AWS's shared files to take settings and credentials from; by default that of `AWS_PROFILE`,
        /// else `default`.
        @export(implementation) public var profile: String?
        /// The settings from outside; nil, the default, reads them when the client is created.
        ///
        /// A client's own ``SESv2Client/configuration`` has what was read. `AWSSettings()` keeps it apart from its
        /// surroundings.
        @export(implementation) public var settings: AWSSettings?
        /// The clock that a run's own limiter waits on, where that isn't ``clock``: a simulator's, which it may move.
        package var pacingClock: (any Clock<Duration>)?

        private var chosenRetry: RetryOptions?
        private var chosenDeadline: Duration?

        /// Creates a configuration.
        ///
        /// - Parameters:
        ///   - endpoint: Which of the service's addresses to call.
        ///   - limits: What one exchange may take.
        ///   - applicationID: A name for your application.
        ///   - now: The time that requests are signed with.
        ///   - clock: The clock that deadlines are measured on.
        ///   - controlPlaneInterval: The time between two requests of `plan` and `apply`.
        ///   - retry: How what failed is repeated; nil for what the settings say.
        ///   - deadline: How long a call may take in all; nil for two minutes, or twice `limits.total`.
        ///   - correctsClockSkew: Whether requests are signed with the service's time.
        ///   - random: Draws what part of the longest wait is waited, 0 to 1.
        ///   - observers: Who is told of every call.
        ///   - profile: The profile of AWS's shared files.
        ///   - settings: The settings from outside; nil to read them.
        public init(
            endpoint: EndpointOptions = EndpointOptions(), limits: TransportLimits = TransportLimits(),
            applicationID: String? = nil, now: @escaping @Sendable () -> Date = { Date() },
            clock: any Clock<Duration> = ContinuousClock(), controlPlaneInterval: Duration = .seconds(1),
            retry: RetryOptions? = nil, deadline: Duration? = nil, correctsClockSkew: Bool = true,
            random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }, observers: [any SESCallObserver] = [],
            profile: String? = nil, settings: AWSSettings? = nil
        ) {
            self.endpoint = endpoint
            self.limits = limits
            self.applicationID = applicationID
            self.now = now
            self.clock = clock
            self.controlPlaneInterval = controlPlaneInterval
            self.correctsClockSkew = correctsClockSkew
            self.random = random
            self.observers = observers
            chosenRetry = retry
            chosenDeadline = deadline
            self.profile = profile
            self.settings = settings
        }
    }

    /// The region the client calls.
    public var region: Region { parts.region }
    /// What the client was configured with.
    public internal(set) var configuration: Configuration {
        get { parts.configuration }
        set { parts = Parts(parts, newValue) }
    }

    /// In one place, as a call copies its client several times.
    private(set) var parts: Parts

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - region: The region to call; by default that of `AWS_REGION`, of `AWS_DEFAULT_REGION`, then of the profile.
    ///   - credentials: Where credentials come from; by default the standard AWS chain, ``DefaultCredentialProvider``.
    ///   - transport: What carries the requests; by default ``DefaultTransport``'s, shared by all clients of the process.
    ///   - configuration: Endpoint, limits and clocks.
    /// - Throws: ``SESv2Error`` with code `noRegion`, `invalidEndpoint` or `invalidSettings`; what comes from outside is named
    ///   by its variable or its key in the profile.
    public init(
        region: Region? = nil, credentials: (any CredentialProvider)? = nil,
        transport: any HTTPTransport = DefaultTransport.shared, configuration: Configuration = Configuration()
    ) throws(SESv2Error) {
        let context = CredentialContext(transport: transport, now: configuration.now, clock: configuration.clock)
        try self.init(
            region: region, credentials: credentials, transport: transport, configuration: configuration,
            context: context)
    }

    /// Creates a client in given surroundings.
    init(
        region: Region?, credentials: (any CredentialProvider)?, transport: any HTTPTransport,
        configuration: Configuration, context: CredentialContext
    ) throws(SESv2Error) {
        let given = configuration.settings
        let settings: AWSSettings
        if let given {
            settings = given
        } else {
            settings = try AWSSettings.load(profile: configuration.profile, context: context)
        }
        var configuration = configuration
        configuration.settings = settings
        configuration.applicationID = configuration.applicationID ?? settings.applicationID
        let options = configuration.endpoint
        configuration.endpoint = options.completed(by: settings)
        let chosen = try settings.region(explicit: region)
        let endpoint: Endpoint
        do {
            endpoint = try Endpoint(region: chosen, options: configuration.endpoint)
        } catch {
            let places = AWSSettings.places(
                of: error, region: region, options: options, given: given, profile: configuration.profile,
                context: context)
            throw places.isEmpty ? error : error.prefixed(places.joined(separator: ", "))
        }
        self.init(
            region: chosen,
            credentials: credentials
                ?? DefaultCredentialProvider(profile: configuration.profile, region: chosen, context: context),
            transport: transport, configuration: configuration, endpoint: endpoint)
    }

    /// Creates a client of an endpoint that is known to be right.
    package init(
        region: Region, credentials: any CredentialProvider, transport: any HTTPTransport,
        configuration: Configuration, endpoint: Endpoint
    ) {
        parts = Parts(region, credentials, transport, configuration, endpoint)
    }
}

extension SESv2Client: CustomReflectable {
    /// The region alone: what else a client has is credentials and connections at work.
    public var customMirror: Mirror { Mirror(self, children: ["region": region]) }
}
