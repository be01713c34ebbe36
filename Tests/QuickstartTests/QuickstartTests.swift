import Foundation
import SESClient
import SESCore
import SESMonitoring
import SESTesting
import Testing

@testable import ses_quickstart

@Suite("The quickstart")
struct QuickstartTests {
    @Test("plays the practical case: all ten event types, both sets told apart, three refusals")
    func simulatedRun() async throws {
        let outcome = try await SimulatedRun(seed: 1).run()
        let promo = try #require(outcome.tallies.first { $0.name == "promo-may2025" })
        for type in SESEvent.EventName.allKnown { #expect(promo[type] > 0, "no \(type)") }
        #expect(promo[.send] == 602 && promo.addressesToRemove.count == promo.hardBounces)
        let receipts = try #require(outcome.tallies.first { $0.name == "transactional" })
        #expect(receipts[.send] == 90 && receipts[.open] == 0)
        #expect(receipts[.delivery] + receipts.hardBounces + receipts.softBounces == 90)
        #expect(outcome.refusals == [.sendingPaused, .notFound, .invalidRequest])
    }

    @Test("has one message go to Slack for the bad list, and none for the receipts; the guard pauses the set")
    func monitoringStory() async throws {
        let outcome = try await SimulatedRun(seed: 2).run().monitoring
        let alert = try #require(outcome.alerts.first)
        #expect(outcome.alerts.count == 1 && outcome.posts.count == 1)
        #expect(alert.subject == .set("promo-may2025") && alert.value > 0.05 && alert.figures.volume >= 100)
        let post = try #require(outcome.posts.first.map { String(decoding: $0, as: UTF8.self) })
        #expect(post.contains("promo-may2025") && !post.contains("transactional"))
        #expect(outcome.refusal == .sendingPaused)
        let page = try String(contentsOf: outcome.page, encoding: .utf8)
        #expect(page.lowercased().hasPrefix("<!doctype html>"))
        #expect(page.contains("promo-may2025") && page.contains("transactional"))
    }

    private func liveRun(on simulator: SESSimulator) -> LiveRun {
        LiveRun(
            ses: SESv2Client(simulator: simulator), from: "me@example.com", to: "success@simulator.amazonses.com"
        ) {}
    }

    private func sets(of simulator: SESSimulator) async throws -> [ConfigurationSetName] {
        var names: [ConfigurationSetName] = []
        for try await name in SESv2Client(simulator: simulator).listConfigurationSets() { names.append(name) }
        return names
    }

    @Test("live: makes its calls, sends one mail with each set and leaves nothing behind")
    func liveRunCleansUp() async throws {
        let simulator = SESSimulator()
        try await SESv2Client(simulator: simulator).createConfigurationSet(ConfigurationSet("mine"))
        try await liveRun(on: simulator).run()
        let sent = await simulator.sentMails.compactMap { $0.configurationSet?.rawValue.prefix(16) }
        #expect(sent == ["quickstart-promo", "quickstart-trans"])
        #expect(try await sets(of: simulator) == ["mine"])
    }

    @Test(
        "live: a call that fails is told, and what was there by then is deleted",
        arguments: [
            CreateConfigurationSetEventDestination.self, GetConfigurationSet.self, SendEmail.self,
        ] as [any SESOperation.Type])
    func liveRunCleansUpAfterFailure(operation: any SESOperation.Type) async throws {
        let simulator = SESSimulator()
        await simulator.inject(.serviceFailure(), on: operation, times: 3)
        let error = await #expect(throws: SESv2Error.self) { try await liveRun(on: simulator).run() }
        #expect(error?.operation == operation.name)
        #expect(try await sets(of: simulator).isEmpty)
    }

    @Test("live: a set that can't be deleted doesn't keep the other from being deleted")
    func liveRunDeletesTheOther() async throws {
        let simulator = SESSimulator()
        await simulator.inject(.serviceFailure(), on: DeleteConfigurationSet.self, times: 3)
        try await liveRun(on: simulator).run()
        #expect(try await sets(of: simulator).map { $0.rawValue.prefix(16) } == ["quickstart-promo"])
    }

    @Test(
        "refuses a command line that can't be meant, saying what is wrong",
        arguments: [
            (["--live"], "--live needs --from: a sender that is verified in SES"),
            (["--seed", "x"], "--seed takes a number, not x"),
            (["--seed"], "--seed needs a value"),
            (["--colour"], "unknown argument --colour"),
        ])
    func mistakes(arguments: [String], message: String) {
        let error = #expect(throws: Options.Mistake.self) { try Options(arguments) }
        #expect(error?.message == message)
    }

    @Test("a wrong region and a wrong sender are named, the address isn't shown")
    func wrongValues() {
        let region = #expect(throws: Options.Mistake.self) { try Options(["--region", "eu west"]) }
        #expect(region?.message.contains("eu west") == true)
        let sender = #expect(throws: Options.Mistake.self) {
            try Options(["--live", "--from", "jane doe@example.org"])
        }
        #expect(sender?.message.contains("jane") == false)
    }

    @Test("counts a hard bounce apart from a soft one and shares against what they are measured by")
    func tally() {
        var tally = SetTally("promo")
        let mail = SESEvent.Mail(messageID: "m")
        func bounce(_ type: SESEvent.BounceType, _ address: String) -> SESEvent {
            SESEvent(
                mail: mail,
                kind: .bounce(SESEvent.Bounce(type: type, recipients: [SESEvent.Recipient(emailAddress: address)])))
        }
        for _ in 1...4 { tally.record(SESEvent(mail: mail, kind: .send(SESEvent.Send()))) }
        tally.record(bounce(.permanent, "Jane <jane@example.org>"))
        tally.record(bounce(.transient, "joe@example.org"))
        for _ in 1...2 { tally.record(SESEvent(mail: mail, kind: .delivery(SESEvent.Delivery()))) }
        tally.record(SESEvent(mail: mail, kind: .open(SESEvent.Open())))
        let rows = Dictionary(uniqueKeysWithValues: tally.rows.map { ($0.label, ($0.count, $0.share)) })
        #expect(rows["Bounce, hard"]?.0 == 1 && rows["Bounce, hard"]?.1 == 0.25)
        #expect(rows["Bounce, soft"]?.0 == 1)
        #expect(rows["Delivery"]?.1 == 0.5)
        #expect(rows["Open"]?.1 == 0.5)
        #expect(tally.addressesToRemove == ["jane@example.org"])
        #expect(SetTally.table([tally]).contains("25.0 %"))
    }
}
