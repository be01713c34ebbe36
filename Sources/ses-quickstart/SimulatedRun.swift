import SESClient
import SESCore
import SESTesting

/// The practical case on the embedded simulator.
struct SimulatedRun {
    private static let customers = 600
    private static let orders = 90

    private let simulator: SESSimulator
    private let ses: SESv2Client

    init(seed: UInt64) {
        simulator = SESSimulator(seed: seed, engagement: .newsletter)
        ses = SESv2Client(simulator: simulator)
    }

    /// What a run found out.
    struct Outcome {
        var tallies: [SetTally]
        var monitoring: MonitoringStory.Outcome
        var refusals: [SESv2Error.Code]
    }

    @discardableResult
    func run() async throws -> Outcome {
        print("Amazon SES configuration sets, played on the embedded simulator: no network, no account.")
        try await createSets()
        try await sendCampaign()
        try await sendReceipts()
        let tallies = try await readEvents()
        let monitoring = try await MonitoringStory(simulator: simulator, ses: ses).play()
        let refusals = try await showRefusals()
        print("\nThe same calls against AWS: swift run ses-quickstart --live --region eu-west-1 --from you@example.com")
        return Outcome(tallies: tallies, monitoring: monitoring, refusals: refusals)
    }

    private func createSets() async throws {
        Terminal.heading("1. Create the sets and bind them")
        for set in PracticalCase.sets { try await ses.createConfigurationSet(set) }
        for destination in PracticalCase.campaignDestinations {
            try await ses.createConfigurationSetEventDestination(destination, in: PracticalCase.campaign)
        }
        for destination in PracticalCase.transactionalDestinations {
            try await ses.createConfigurationSetEventDestination(destination, in: PracticalCase.transactional)
        }
        for try await name in ses.listConfigurationSets() {
            let destinations = try await ses.getConfigurationSetEventDestinations(of: name)
            let texts = destinations.map { "\($0.name) → \(Self.kind(of: $0.target))" }
            print("\(name.rawValue.padded(to: 16)) \(texts.joined(separator: ", "))")
        }
    }

    private func sendCampaign() async throws {
        Terminal.heading("2. Send, naming the set")
        let promo = ses.stream(
            PracticalCase.campaign, from: "Shop <promo@example.com>", tags: ["campaign": "may"])
        await simulator.addTemplate(SimulatedTemplate(name: "may-sale", content: PracticalCase.template))
        var bar = ProgressBar(PracticalCase.campaign.rawValue, total: Self.customers + 3)
        for number in 1...Self.customers {
            try await promo.send(
                PracticalCase.promo(to: try EmailAddress("customer\(number)@example.org"), name: "Customer \(number)"))
            bar.advance()
        }
        // What shall not happen in a campaign, and does: a complaint, a template without its data, a harmful attachment.
        try await promo.send(PracticalCase.promo(to: "complaint@simulator.amazonses.com", name: "Jane"))
        bar.advance()
        let template = TemplateReference(templateName: "may-sale", templateData: "{}")
        try await promo.send(Email(to: ["jane@example.org"], content: .template(template)))
        bar.advance()
        try await promo.send(
            Email(
                to: ["jane@example.org"], subject: "May catalogue", text: "See the attachment.",
                attachments: [SESSimulator.harmfulAttachment]))
        bar.advance()
    }

    private func sendReceipts() async throws {
        let receipts = ses.stream(
            PracticalCase.transactional, from: "Shop <receipts@example.com>", tags: ["kind": "receipt"])
        await simulator.setEngagement(EngagementModel(hardBounceRate: 0.01, softBounceRate: 0.01, delayRate: 0.05))
        var bar = ProgressBar(PracticalCase.transactional.rawValue, total: Self.orders)
        for order in 1...Self.orders {
            let customer = try EmailAddress("customer\(order * 5)@example.org")
            try await receipts.send(PracticalCase.receipt(to: customer, order: 4000 + order))
            bar.advance()
        }
    }

    private func readEvents() async throws -> [SetTally] {
        await simulator.settle()
        let deliveries = await simulator.takeDeliveries()
        Terminal.heading("3. What the destinations got, in the days that followed")
        var events: Set<SESEvent> = []
        let groups = Dictionary(grouping: deliveries, by: \.eventDestination)
        for (name, group) in groups.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let found = try group.flatMap(Self.events)
            // Two destinations may get the same event: it counts once.
            events.formUnion(found)
            let size = group.reduce(0) { $0 + $1.body.count } / 1024
            let counts = "\(String(group.count).rightAligned(to: 5)) records\(String(size).rightAligned(to: 6)) KiB"
            let kind = Self.kind(of: group.first?.target)
            let content = found.isEmpty ? Self.content(of: group.first?.target) : "\(found.count) typed events"
            print("\(name.rawValue.padded(to: 16)) \(kind.padded(to: 11)) \(counts), \(content)")
        }
        var tallies = [SetTally(PracticalCase.campaign), SetTally(PracticalCase.transactional)]
        for event in events {
            guard let index = tallies.firstIndex(where: { $0.name == event.mail.configurationSet }) else { continue }
            tallies[index].record(event)
        }
        Terminal.heading("4. The sets, told apart")
        print(SetTally.table(tallies))
        showAddresses(tallies)
        return tallies
    }

    /// The events in a delivery's bytes; CloudWatch gets numbers and Pinpoint a form of its own, neither holds events.
    static func events(in delivery: SimulatedDelivery) throws -> [SESEvent] {
        switch delivery.target {
        case .cloudWatch, .pinpoint: []
        default: try SESEvent.decodeAll(from: delivery.body)
        }
    }

    private func showAddresses(_ tallies: [SetTally]) {
        Terminal.heading("5. Addresses that don't exist: take them off the list")
        for tally in tallies where !tally.addressesToRemove.isEmpty {
            let addresses = tally.addressesToRemove.sorted { ($0.count, $0) < ($1.count, $1) }
            let rest = addresses.count > 6 ? ", and \(addresses.count - 6) more" : ""
            print("\(tally.name.rawValue.padded(to: 16)) \(addresses.prefix(6).joined(separator: ", "))\(rest)")
        }
    }

    private func showRefusals() async throws -> [SESv2Error.Code] {
        Terminal.heading("7. Why a send is refused")
        let email = Email(
            from: "promo@example.com", to: ["jane@example.org"], subject: "May sale", text: "Everything is cheaper.")
        let names: [(ConfigurationSetName, String)] = [
            (PracticalCase.campaign, "paused"), ("promo-may2052", "missing"), ("promo may2025", "misnamed"),
        ]
        var codes: [SESv2Error.Code] = []
        for (name, why) in names {
            do {
                try await ses.send(email, configurationSet: name)
                print("\(why.padded(to: 16)) was accepted, which should not be")
            } catch let error as SESv2Error {
                codes.append(error.code)
                print("\(why.padded(to: 16)) \(error.code): \(error.message)")
            }
        }
        return codes
    }

    /// What a destination gets instead of events.
    private static func content(of target: EventDestinationTarget?) -> String {
        if case .cloudWatch? = target { "metric values" } else { "in its own form" }
    }

    private static func kind(of target: EventDestinationTarget?) -> String {
        switch target {
        case .sns?: "SNS"
        case .kinesisFirehose?: "Firehose"
        case .cloudWatch?: "CloudWatch"
        case .eventBridge?: "EventBridge"
        case .pinpoint?: "Pinpoint"
        default: "another kind"
        }
    }
}
