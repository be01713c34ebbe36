import Foundation
import SESCore
import SESMonitoring
import SESTesting

/// A bad list is imported: the monitor notices, Slack is told, the guard pauses the set, and a page shows it all.
struct MonitoringStory {
    /// What came of it.
    struct Outcome {
        var alerts: [MonitorAlert]
        /// What was posted to Slack.
        var posts: [Data]
        /// Why the next send was refused.
        var refusal: SESv2Error.Code?
        /// Where the page is.
        var page: URL
    }

    let simulator: SESSimulator
    let ses: SESv2Client

    func play() async throws -> Outcome {
        Terminal.heading("6. A bad list is imported, and Slack is told")
        let inbox = try SlackInbox()
        defer { inbox.stop() }
        let slack = try SlackWebhook(inbox.url)
        let guardian = SendingGuard(client: ses)
        let clock = simulator.clock
        let rules = [MonitorRule.bounceRate(above: 0.05, severity: .critical, pausesSending: true)]
        let monitor = try SESMonitor(rules: rules, options: MonitorOptions(now: { clock.date })) { alert in
            // First, so that a set is paused though Slack can't be reached.
            _ = try await guardian.act(on: alert)
            try await slack.post(alert)
        }
        let refusal = try await sendToStrangers(monitor)
        for post in inbox.bodies { try show(post) }
        let page = try await writePage(monitor)
        return Outcome(alerts: await monitor.recentAlerts, posts: inbox.bodies, refusal: refusal, page: page)
    }

    /// Sends hour by hour, in the later hours to a list that was bought, until the service refuses.
    ///
    /// - Returns: Why it refused.
    private func sendToStrangers(_ monitor: SESMonitor) async throws -> SESv2Error.Code? {
        let promo = ses.stream(PracticalCase.campaign, from: "Shop <promo@example.com>", tags: ["campaign": "june"])
        let receipts = ses.stream(PracticalCase.transactional, from: "Shop <receipts@example.com>")
        for hour in 1...12 {
            let isBought = hour > 4
            await simulator.setEngagement(isBought ? Self.boughtList : Self.ownList)
            do {
                for number in 1...80 {
                    let name = isBought ? "stranger" : "reader"
                    let reader = try EmailAddress("\(name)\(hour * 100 + number)@example.net")
                    try await promo.send(PracticalCase.promo(to: reader, name: "Reader"))
                }
            } catch let error as SESv2Error where error.code == .sendingPaused {
                print("\nThe guard paused \(PracticalCase.campaign). The next send:\n\(error.code): \(error.message)")
                return error.code
            }
            await simulator.setEngagement(Self.ownList)
            for number in 1...25 {
                let customer = try EmailAddress("buyer\(hour * 100 + number)@example.org")
                try await receipts.send(PracticalCase.receipt(to: customer, order: 5000 + hour * 100 + number))
            }
            await simulator.advance(by: .seconds(3600))
            await monitor.record(try await simulator.takeDeliveries().flatMap(SimulatedRun.events))
            await showRates(hour, isBought, monitor)
        }
        return nil
    }

    private static let ownList = EngagementModel(
        hardBounceRate: 0.01, softBounceRate: 0.01, openRate: 0.4, clickRate: 0.25)
    private static let boughtList = EngagementModel(
        hardBounceRate: 0.3, softBounceRate: 0.05, openRate: 0.1, clickRate: 0.05)

    private func showRates(_ hour: Int, _ isBought: Bool, _ monitor: SESMonitor) async {
        var columns: [String] = []
        for set in [PracticalCase.campaign, PracticalCase.transactional] {
            let figures = await monitor.figures(of: .set(set), in: .hours(24))
            columns.append("\(set.rawValue) \(percent(figures.rate(.bounce) ?? 0)) of \(figures.volume)")
        }
        let list = (isBought ? "the bought list" : "our own list").padded(to: 16)
        print("hour \(String(hour).rightAligned(to: 2)), \(list) bounce rates: \(columns.joined(separator: ", "))")
    }

    private func percent(_ rate: Double) -> String {
        let tenths = Int((rate * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %".rightAligned(to: 6)
    }

    /// Shows the text of a message to Slack, as the server got it.
    private func show(_ post: Data) throws {
        struct Message: Decodable { var text: String }
        let text = try JSONDecoder().decode(Message.self, from: post).text
        print("\nSlack got one message, of \(post.count) bytes:\n\(text)")
    }

    private func writePage(_ monitor: SESMonitor) async throws -> URL {
        let report = await monitor.report(over: .hours(24), title: "The shop's mail")
        let page = FileManager.default.temporaryDirectory.appending(path: "ses-report.html")
        try Data(report.html().utf8).write(to: page, options: .atomic)
        print("\n\(report.text())\n\nThe same as a page: \(page.path())")
        return page
    }
}
