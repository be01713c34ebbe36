public import SESClient
import SESCore
public import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Amazon SES in memory, behind a client's transport: for tests and trials without network and without an account.
///
/// It gets the signed bytes a client sends, checks their signature, answers with the bytes the service would, and
/// publishes the events of what was sent to the event destinations of its configuration set, each in the form its
/// transport carries. Time stands still until ``advance(by:)`` or ``settle()``; a run of sends moves it by what its own limiter
/// waits. The same seed and the same calls give the same bytes.
///
/// ```swift
/// let simulator = SESSimulator()
/// let ses = SESv2Client(simulator: simulator)
/// // … create a set, bind a destination, send …
/// await simulator.settle()
/// for delivery in await simulator.takeDeliveries() {
///     try await handler.handle(delivery.body)
/// }
/// ```
public actor SESSimulator {
    /// The credentials that a client made for a simulator signs with.
    public static let defaultCredentials = AWSCredentials(
        accessKeyID: "AKIASIMULATOR", secretAccessKey: "simulated-secret")

    /// The region it plays.
    public nonisolated let region: Region
    /// The account it plays, twelve digits.
    public nonisolated let accountID: String
    /// Its time.
    public nonisolated let clock: SimulatedClock
    /// The credentials it accepts.
    public nonisolated let credentials: AWSCredentials

    /// How recipients behave; may be changed between sends.
    public internal(set) var engagement: EngagementModel
    /// How recipients of a configuration set's mail behave, where it differs.
    var setEngagements: [ConfigurationSetName: EngagementModel] = [:]
    /// Whether several bounces of one send to mailbox simulator addresses come as one event, as the service does it.
    public internal(set) var combinesSimulatorBounces = true
    /// Everything that was accepted, in order.
    public internal(set) var sentMails: [SimulatedMail] = []

    var state = ServiceState()
    var random: SeededGenerator
    var schedule = EventSchedule()
    var faults: [PendingFault] = []
    var limiter = SendLimiter()
    private var deliveries: [SimulatedDelivery] = []
    private let verifier: SigV4Verifier

    /// Creates an account in a region.
    ///
    /// - Parameters:
    ///   - region: The region it plays; a client for another region is refused.
    ///   - accountID: The account it plays, twelve digits.
    ///   - seed: What all randomness comes from.
    ///   - clock: Its time.
    ///   - credentials: The credentials it accepts.
    ///   - engagement: How recipients behave.
    public init(
        region: Region = .euWest1, accountID: String = "123456789012", seed: UInt64 = 1,
        clock: SimulatedClock = SimulatedClock(), credentials: AWSCredentials = SESSimulator.defaultCredentials,
        engagement: EngagementModel = .allDelivered
    ) {
        self.region = region
        self.accountID = accountID
        self.clock = clock
        self.credentials = credentials
        self.engagement = engagement
        random = SeededGenerator(seed: seed)
        verifier = SigV4Verifier(service: "ses", region: region.rawValue)
    }

    /// Sets how recipients behave from now on.
    ///
    /// - Parameter model: The shares of bounces, opens and the like.
    public func setEngagement(_ model: EngagementModel) {
        engagement = model
    }

    /// Sets how recipients of one configuration set's mail behave from now on: what variants are compared by.
    ///
    /// - Parameters:
    ///   - model: The shares of bounces, opens and the like; nil for those of all other mail.
    ///   - name: The set that the mail names or has by default.
    public func setEngagement(_ model: EngagementModel?, forConfigurationSet name: ConfigurationSetName) {
        setEngagements[name] = model
    }

    /// Sets whether several bounces of one send to mailbox simulator addresses come as one event.
    ///
    /// - Parameter combines: True to begin with, as with the service; false for an event each.
    public func setCombinesSimulatorBounces(_ combines: Bool) {
        combinesSimulatorBounces = combines
    }

    /// What a client's requests reach it by: for a client that isn't made by `SESv2Client(simulator:)`, a transport of your own
    /// around it, or a server that gives it an address.
    ///
    /// A request has to be signed with the simulator's ``credentials``, for its ``region``, and at the time of its ``clock`` (a client
    /// learns that from the first refusal). Faults that were injected befall it; one that takes time moves the clock.
    public nonisolated var transport: any HTTPTransport { SimulatorTransport(simulator: self) }

    // MARK: Time and events

    /// Moves the clock on and publishes the events that are due by then.
    ///
    /// - Parameter duration: How far.
    public func advance(by duration: Duration) {
        clock.advance(by: duration)
        publishDue()
    }

    /// Moves the clock on until every event of what was sent so far is published.
    public func settle() {
        while let due = schedule.nextDue { advance(to: due) }
    }

    /// Moves the clock on to a moment, unless it is there already, and publishes the events that are due by then.
    func advance(to moment: SimulatedClock.Instant) {
        advance(by: max(clock.now.duration(to: moment), .zero))
    }

    /// What the event destinations got since the last time this was called, in order.
    public func takeDeliveries() -> [SimulatedDelivery] {
        publishDue()
        defer { deliveries = [] }
        return deliveries
    }

    /// What the event destinations got and nobody has taken yet.
    ///
    /// - Parameter name: Only what came through the event destination of this name.
    public func pendingDeliveries(to name: EventDestinationName? = nil) -> [SimulatedDelivery] {
        publishDue()
        return deliveries.filter { name == nil || $0.eventDestination == name }
    }

    func publishDue() {
        for var scheduled in schedule.takeDue(at: clock.now) {
            if let (address, reason) = scheduled.suppresses { suppress(address, reason: reason, after: scheduled) }
            if let address = scheduled.unsubscribes { scheduled.event = unsubscribe(address, after: scheduled) }
            state.histories[scheduled.mail.messageID]?.add(scheduled.event.kind, at: clock.date(at: scheduled.due))
            guard let name = scheduled.mail.configurationSet, let set = state.sets[name.rawValue] else { continue }
            for destination in set.destinations {
                deliveries += publish(scheduled, of: name, to: destination)
            }
        }
    }

    /// Publishes the note by which SES sees that it may publish to an SNS topic.
    func announce(_ destination: EventDestination, in set: ConfigurationSetName) {
        guard let topic = destination.snsDestination?.topicARN else { return }
        let message = "Successfully validated SNS topic for Amazon SES event publishing."
        let envelope = snsEnvelope(topic: topic, subject: nil, message: message, at: clock.date)
        deliveries.append(
            SimulatedDelivery(
                configurationSet: set, eventDestination: destination.name, target: .sns(topicARN: topic),
                body: envelope, date: clock.date))
    }

    // MARK: The wire

    /// Answers a request as the service would.
    func respond(to request: AWSHTTPRequest) -> AWSHTTPResponse {
        publishDue()
        var response = answer(request)
        response.headers.append(HTTPDate.text(clock.date), for: "Date")
        return response
    }

    private func answer(_ request: AWSHTTPRequest) -> AWSHTTPResponse {
        let requestID = random.uuid()
        do {
            try authenticate(request)
            guard let (route, labels) = Route.find(request) else {
                let call = Route.shippedName(of: request) ?? "\(request.method) \(request.path)"
                throw ServiceRefusal.notSimulated("The simulator doesn't answer \(call).")
            }
            let body = try route.respond(self, to: request, labels: labels)
            return AWSHTTPResponse(
                status: 200, headers: ["x-amzn-RequestId": requestID, "Content-Type": "application/json"], body: body)
        } catch let refusal as ServiceRefusal {
            return refusal.response(requestID: requestID)
        } catch {
            return ServiceRefusal.internalFailure.response(requestID: requestID)
        }
    }

    /// The answer to a request that a fault keeps from being worked on.
    func refuse(with refusal: ServiceRefusal) -> AWSHTTPResponse {
        publishDue()
        var response = refusal.response(requestID: random.uuid())
        response.headers.append(HTTPDate.text(clock.date), for: "Date")
        return response
    }

    func authenticate(_ request: AWSHTTPRequest) throws {
        do {
            let owner = { [credentials] id in id == credentials.accessKeyID ? credentials : nil }
            if try !verifiesMultiRegion(request, owner) {
                try verifier.verify(request, at: clock.date, credentials: owner)
            }
        } catch {
            throw ServiceRefusal(signing: error)
        }
    }
}
