import Foundation
import SESClient
import SESCore
import SESMonitoring
import SESTesting
import Testing

@Suite("A guard of sending")
struct SendingGuardTests {
    private let simulator = SESSimulator()
    private let ses: SESv2Client

    init() async throws {
        ses = SESv2Client(simulator: simulator)
        try await ses.createConfigurationSet(ConfigurationSet("promo-may2025"))
    }

    private static let critical = MonitorAlert.example(severity: .critical, pausesSending: true)

    private func send() async throws {
        try await ses.send(
            Email(from: "shop@example.com", to: ["jane@example.org"], subject: "s", text: "t"),
            configurationSet: "promo-may2025")
    }

    @Test("pauses the set of a critical alert: the next send fails with the service's own error")
    func pauses() async throws {
        try await send()
        let guardian = SendingGuard(client: ses)
        guard case .paused(let resumption) = try await guardian.act(on: Self.critical) else {
            return #expect(Bool(false), "the set wasn't paused")
        }
        let error = await #expect(throws: SESv2Error.self) { try await send() }
        #expect(error?.code == .sendingPaused)
        #expect(error?.serviceCode == "SendingPausedException")
        #expect(
            resumption.commandLine
                == "aws sesv2 put-configuration-set-sending-options --configuration-set-name promo-may2025"
                + " --sending-enabled --region \(simulator.region)")
        #expect(
            resumption.swift
                == #"try await ses.putConfigurationSetSendingOptions("promo-may2025", SendingOptions(sendingEnabled: true))"#
        )
        #expect(resumption.description.contains(resumption.commandLine))
    }

    @Test("acts once on an alert, so that who resumes the set isn't overruled")
    func once() async throws {
        let guardian = SendingGuard(client: ses)
        _ = try await guardian.act(on: Self.critical)
        try await ses.putConfigurationSetSendingOptions("promo-may2025", SendingOptions(sendingEnabled: true))
        #expect(try await guardian.act(on: Self.critical) == .ignored(.handledBefore))
        try await send()
        var next = Self.critical
        next.id = "another"
        guard case .paused = try await guardian.act(on: next) else {
            return #expect(Bool(false), "the set wasn't paused again")
        }
    }

    @Test("changes nothing where the set is paused already")
    func alreadyPaused() async throws {
        try await ses.putConfigurationSetSendingOptions("promo-may2025", SendingOptions(sendingEnabled: false))
        let transport = AlertTransport(
            200, body: #"{"ConfigurationSetName":"promo-may2025","SendingOptions":{"SendingEnabled":false}}"#)
        let client = try SESv2Client(
            region: .euWest1,
            credentials: StaticCredentialProvider(AWSCredentials(accessKeyID: "a", secretAccessKey: "b")),
            transport: transport, configuration: .init(settings: AWSSettings()))
        guard case .alreadyPaused = try await SendingGuard(client: client).act(on: Self.critical),
            case .alreadyPaused = try await SendingGuard(client: ses).act(on: Self.critical)
        else { return #expect(Bool(false), "it says that it paused the set") }
        #expect(transport.requests.map(\.method) == ["GET"])
    }

    @Test("leaves alone what it wasn't told to act on")
    func ignored() async throws {
        let guardian = SendingGuard(client: ses)
        let table: [(MonitorAlert, SendingGuard.Reason)] = [
            (.example(state: .cleared, severity: .critical, pausesSending: true), .cleared),
            (.example(severity: .critical, pausesSending: false), .notAllowed),
            (.example(severity: .alert, pausesSending: true), .notCritical),
            (.example(severity: .critical, set: nil, pausesSending: true), .notAWholeSet),
            (.example(severity: .critical, set: "a b; rm", pausesSending: true), .notAWholeSet),
            (
                .example(severity: .critical, part: .recipientDomain("example.com"), pausesSending: true),
                .notAWholeSet
            ),
        ]
        for (alert, reason) in table { #expect(try await guardian.act(on: alert) == .ignored(reason)) }
        try await send()
    }

    @Test("can be given an alert again that it couldn't act on")
    func failure() async throws {
        try await ses.deleteConfigurationSet("promo-may2025")
        let guardian = SendingGuard(client: ses)
        let error = await #expect(throws: SESMonitoringError.self) { try await guardian.act(on: Self.critical) }
        #expect(error?.code == .serviceRefused)
        #expect(error?.message == "configuration set promo-may2025 couldn't be paused: notFound")
        try await ses.createConfigurationSet(ConfigurationSet("promo-may2025"))
        guard case .paused = try await guardian.act(on: Self.critical) else {
            return #expect(Bool(false), "the set wasn't paused")
        }
    }
}
