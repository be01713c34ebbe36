import SESClient
import SESCore
import SESMonitoring
import SESSigning
import SESTesting
import Synchronization
import Testing

@Suite("Addresses to remove are brought to SES's suppression list")
struct SuppressionSyncTests {
    /// A simulator's transport that counts requests by method, and refuses what it is told to.
    final class Counting: HTTPTransport {
        private let base: SimulatorTransport
        private let requests = Mutex<[AWSHTTPRequest]>([])
        private let refusal: (@Sendable (AWSHTTPRequest) -> AWSHTTPResponse?)?

        init(_ simulator: SESSimulator, refusal: (@Sendable (AWSHTTPRequest) -> AWSHTTPResponse?)? = nil) {
            base = SimulatorTransport(simulator: simulator)
            self.refusal = refusal
        }

        /// The methods, and for a list its path's end, since the last time.
        func take() -> [String] {
            requests.withLock { requests in
                defer { requests = [] }
                return requests.map { $0.path.hasSuffix("/addresses") && $0.method == "GET" ? "LIST" : $0.method }
            }
        }

        func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
            requests.withLock { $0.append(request) }
            if let response = refusal?(request) { return response }
            return try await base.execute(request, limits: limits)
        }
    }

    let simulator = SESSimulator()

    private func client(
        _ transport: any HTTPTransport, clock: any Clock<Duration> = SkippingClock(), interval: Duration = .zero
    ) -> SESv2Client {
        let now = simulator.clock
        return SESv2Client(
            region: simulator.region, credentials: StaticCredentialProvider(simulator.credentials),
            transport: transport,
            configuration: SESv2Client.Configuration(
                now: { now.date }, clock: clock, controlPlaneInterval: interval, retry: .off, random: { 0 }),
            endpoint: Endpoint(host: "email.\(simulator.region).amazonaws.com"))
    }

    @Test("an address whose mail bounced elsewhere is suppressed here, and the second time nothing is put there")
    func endToEnd() async throws {
        // The other region: its events are all that this one gets to know.
        let elsewhere = SESSimulator(engagement: EngagementModel(hardBounceRate: 1))
        let events = try await Self.events(of: ["jane@example.org", "bounce@simulator.amazonses.com"], in: elsewhere)
        let list = RemovalList(events)
        #expect(list.removals.map(\.address) == ["jane@example.org"])

        #expect(try await Self.events(of: ["jane@example.org"], in: simulator).map(\.type) == [.send, .delivery])
        let transport = Counting(simulator)
        let ses = client(transport)
        let trial = try await list.sync(to: ses, dryRun: true)
        #expect(trial.isDryRun && trial.bounces == 1 && trial.isComplete)
        #expect(await simulator.suppressedAddresses.isEmpty && transport.take() == ["LIST"])

        let report = try await list.sync(to: ses)
        #expect(report.bounces == 1 && report.complaints == 0 && report.present == 0 && report.isComplete)
        #expect(transport.take() == ["LIST", "PUT"])
        #expect(await simulator.suppressedAddresses == ["jane@example.org": .bounce])
        let now = try await Self.events(of: ["jane@example.org"], in: simulator)
        #expect(now.map(\.type) == [.send, .bounce])
        guard case .bounce(let bounce) = now.last?.kind else { return }
        #expect(bounce.subType == .onAccountSuppressionList)

        let again = try await list.merged(with: RemovalList(now)).sync(to: ses)
        #expect(again.bounces == 0 && again.present == 1 && transport.take() == ["LIST"])
        #expect("\(again)" == "put there: 0 for bounces, 0 for complaints; there already: 1")
    }

    /// What is published of a mail to addresses, sent one by one.
    private static func events(of addresses: [EmailAddress], in simulator: SESSimulator) async throws -> [SESEvent] {
        let ses = SESv2Client(simulator: simulator)
        if try await ses.configurationSetBlueprint(of: "promo") == nil {
            try await ses.createConfigurationSet(ConfigurationSet("promo"))
            try await ses.createConfigurationSetEventDestination(
                EventDestination(
                    "all", matching: .all, to: .sns(topicARN: "arn:aws:sns:eu-west-1:123456789012:promo")), in: "promo")
        }
        _ = await simulator.takeDeliveries()
        for address in addresses {
            try await ses.send(
                Email(from: "shop@example.com", to: [address], subject: "May", text: "Hello"), configurationSet: "promo"
            )
        }
        await simulator.settle()
        return try await simulator.takeDeliveries().flatMap { try SESEvent.decodeAll(from: $0.body) }
    }

    @Test("sure bounces and complaints are put there, complaints first; nothing else is")
    func what() async throws {
        let list = RemovalList([
            RemovalListTests.bounce("a@example.org", "both@example.org"),
            RemovalListTests.complaint("both@example.org"),
            RemovalListTests.complaint("c@example.org"), RemovalListTests.complaint("d@example.org", "e@example.org"),
            RemovalListTests.bounce("f@example.org", subType: .emailValidationSuppressed),
            RemovalListTests.subscription(all: true, to: ["g@example.org"]),
            RemovalListTests.subscription(all: false, to: ["h@example.org"]),
        ])
        let report = try await list.sync(to: client(Counting(simulator)))
        #expect(report.bounces == 1 && report.complaints == 2 && report.uncertain == 3 && report.unsubscribed == 1)
        #expect(
            await simulator.suppressedAddresses == [
                "a@example.org": .bounce, "both@example.org": .complaint, "c@example.org": .complaint,
            ])
        #expect(!"\(report)".contains("@"))
    }

    @Test("without an address to put there nothing is asked")
    func nothing() async throws {
        let transport = Counting(simulator)
        let report = try await RemovalList([RemovalListTests.subscription(all: true)]).sync(to: client(transport))
        #expect(report.unsubscribed == 1 && transport.take() == [])
    }

    @Test("one that is there in another spelling is there")
    func spelling() async throws {
        await simulator.suppress("JANE@example.org", reason: .complaint)
        let report = try await RemovalList([RemovalListTests.bounce("Jane@example.org")]).sync(
            to: client(Counting(simulator)))
        #expect(report.present == 1 && report.bounces == 0)
    }

    @Test("a long list is read no longer than asking for each address would take")
    func longList() async throws {
        for number in 0..<3001 { await simulator.suppress("a\(number)@example.net") }
        await simulator.suppress("z2@example.org")
        let list = RemovalList([RemovalListTests.bounce("z1@example.org", "z2@example.org")])
        let transport = Counting(simulator)
        let clock = SkippingClock()
        let report = try await list.sync(to: client(transport, clock: clock, interval: .seconds(1)))
        #expect(report.present == 1 && report.bounces == 1)
        #expect(transport.take() == ["LIST", "LIST", "GET", "GET", "PUT"])
        #expect(clock.waits == Array(repeating: .seconds(1), count: 4))
    }

    @Test("an address that SES refuses is counted, the others go on")
    func refusedAddress() async throws {
        let list = RemovalList([RemovalListTests.bounce("a b@example.org", "c@example.org", "é@example.org")])
        let report = try await list.sync(to: client(Counting(simulator)))
        #expect(report.bounces == 1 && report.failures == ["invalidRequest": 2] && report.notTried == 0)
        #expect(!report.isComplete && "\(report)".hasSuffix("failed with invalidRequest: 2"))
    }

    @Test("a failure that isn't the address's ends it, with the numbers so far")
    func denied() async throws {
        let transport = Counting(simulator) { request in
            guard request.method == "PUT", String(decoding: request.body, as: UTF8.self).contains("b@") else {
                return nil
            }
            return AWSHTTPResponse(
                status: 403, headers: ["x-amzn-ErrorType": "AccessDeniedException"], body: request.body)
        }
        let list = RemovalList([
            RemovalListTests.bounce("a@example.org", "b@example.org", "c@example.org", "d@example.org")
        ])
        let report = try await list.sync(to: client(transport))
        #expect(report.bounces == 1 && report.failures == ["accessDenied": 1] && report.notTried == 2)
        #expect("\(report)".hasSuffix("failed with accessDenied: 1; not tried: 2"))
        // A second run finishes the job.
        let rest = try await list.sync(to: client(Counting(simulator)))
        #expect(rest.present == 1 && rest.bounces == 3 && rest.isComplete)
    }

    @Test("if it can't be read what is there, nothing is changed")
    func unreadable() async throws {
        let transport = Counting(simulator) { request in
            request.method == "GET"
                ? AWSHTTPResponse(
                    status: 403, headers: ["x-amzn-ErrorType": "AccessDeniedException"], body: request.body)
                : nil
        }
        let error = await #expect(throws: SESv2Error.self) {
            try await RemovalList([RemovalListTests.bounce("a@example.org")]).sync(to: client(transport))
        }
        #expect(error?.code == .accessDenied)
        #expect(await simulator.suppressedAddresses.isEmpty)
    }
}
