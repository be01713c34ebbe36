import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The same calls against Amazon SES; what it creates it deletes, also when a call in between fails.
struct LiveRun {
    private let ses: SESv2Client
    private let from: EmailAddress
    private let to: EmailAddress
    private let campaign: ConfigurationSetName
    private let transactional: ConfigurationSetName
    /// Keeps to the service's pace of one such call a second.
    private let pause: @Sendable () async throws -> Void

    init(_ options: Options) throws {
        guard let from = options.from else { throw Options.Mistake(message: "--live needs --from") }
        let ses = try SESv2Client(
            region: options.region, configuration: .init(endpoint: EndpointOptions(url: options.endpoint)))
        self.init(ses: ses, from: from, to: options.to) { try await Task.sleep(for: .milliseconds(1100)) }
    }

    init(
        ses: SESv2Client, from: EmailAddress, to: EmailAddress, pause: @escaping @Sendable () async throws -> Void
    ) {
        self.ses = ses
        self.from = from
        self.to = to
        self.pause = pause
        // Names of its own, so that nothing of yours is touched.
        let mark = UUID().uuidString.prefix(8).lowercased()
        campaign = ConfigurationSetName(rawValue: "quickstart-promo-\(mark)")
        transactional = ConfigurationSetName(rawValue: "quickstart-transactional-\(mark)")
    }

    func run() async throws {
        let account = try await ses.getAccount()
        print(
            """
            In \(ses.region) this will
              create  the configuration sets \(campaign) and \(transactional),
                      each with one CloudWatch event destination
              send    one e-mail with each set, to \(to.address)
              pause   \(campaign), to see a send refused
              delete  both sets at the end; if it is interrupted, delete them yourself

            """)
        if let quota = account.sendQuota {
            let day = quota.isUnlimited ? "no limit" : "\(quota.max24HourSend)"
            print("quota: \(quota.maxSendRate) recipients a second, \(day) in 24 hours")
        }
        do {
            try await play()
        } catch {
            await deleteSets()
            throw error
        }
        await deleteSets()
    }

    private func play() async throws {
        for name in [campaign, transactional] {
            try await pause()
            try await ses.createConfigurationSet(
                ConfigurationSet(name, deliveryOptions: DeliveryOptions(tlsPolicy: .require)))
            try await pause()
            try await ses.createConfigurationSetEventDestination(destination, in: name)
            try await pause()
            let set = try await ses.getConfigurationSet(name)
            print("created \(set.name), TLS \(set.deliveryOptions?.tlsPolicy?.rawValue ?? "as the account has it")")
        }
        for (name, subject) in [(campaign, "May sale"), (transactional, "Your receipt")] {
            let stream = ses.stream(name, from: from, tags: ["quickstart": "true"])
            let sent = try await stream.send(Email(to: [to], subject: subject, text: "Sent by ses-quickstart."))
            print("sent with \(name): message \(sent.messageID)")
        }
        try await pause()
        try await ses.putConfigurationSetSendingOptions(campaign, SendingOptions(sendingEnabled: false))
        try await showRefusals()
    }

    private var destination: EventDestination {
        EventDestination(
            "metrics", matching: .all,
            to: .cloudWatch([
                CloudWatchDimensionConfiguration(
                    dimensionName: "ses:configuration-set", dimensionValueSource: .messageTag,
                    defaultDimensionValue: "none")
            ]))
    }

    private func showRefusals() async throws {
        let email = Email(from: from, to: [to], subject: "Refused", text: "This is never sent.")
        for (name, why) in [(campaign, "paused"), (ConfigurationSetName(rawValue: "\(campaign)-x"), "missing")] {
            do {
                try await ses.send(email, configurationSet: name)
                print("\(why): was accepted, which should not be")
            } catch let error as SESv2Error {
                print("\(why): \(error)")
            }
        }
    }

    private func deleteSets() async {
        for name in [campaign, transactional] {
            do {
                try await pause()
                try await ses.deleteConfigurationSet(name)
                print("deleted \(name)")
            } catch let error as SESv2Error where error.code == .notFound {
                continue
            } catch {
                Terminal.error("\(name) may be left: delete it yourself (\(error))")
            }
        }
    }
}
