public import SESClient
import SESCore
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Posts alerts to a channel of Slack.
///
/// ```swift
/// let slack = try SlackWebhook(url)
/// try await slack.post(alert)
/// ```
///
/// Whoever has a webhook's address can post to the channel: no error, print or dump shows it. At most one message leaves in a
/// second; with HTTP 429 Slack's own wait is kept, up to two minutes.
///
/// Slack: "Sending messages using incoming webhooks", "Rate limits".
public struct SlackWebhook: Sendable, SESPrivateContent {
    private static let hosts: Set = ["hooks.slack.com", "hooks.slack-gov.com"]

    private let address: AlertAddress
    private let delivery: AlertDelivery
    private let pace: AlertPace

    /// Creates a webhook; nothing is called yet.
    ///
    /// - Parameters:
    ///   - url: Its address as Slack gives it, with its path: at `hooks.slack.com` or `hooks.slack-gov.com`, or at a loopback
    ///     address for tests.
    ///   - transport: What carries the messages.
    ///   - clock: The clock that waits are measured on.
    ///   - random: Draws what part of the longest wait is waited before another attempt, 0 to 1.
    /// - Throws: ``SESMonitoringError`` with the code `invalidSettings`.
    public init(
        _ url: String, transport: any HTTPTransport = DefaultTransport.shared,
        clock: any Clock<Duration> = ContinuousClock(),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) throws(SESMonitoringError) {
        address = try AlertAddress(url, hosts: Self.hosts, of: "a Slack webhook")
        delivery = AlertDelivery(place: "Slack", transport: transport, clock: clock, random: random)
        pace = AlertPace(every: .seconds(1), on: clock)
    }

    /// Posts an alert.
    ///
    /// Names in it, such as those of tags and domains, are shown as they are: they can neither format the message nor link or notify.
    ///
    /// - Parameter alert: The alert.
    /// - Throws: ``SESMonitoringError`` with the code `notDelivered`, after up to four attempts; `CancellationError`.
    public func post(_ alert: MonitorAlert) async throws {
        let body = try SlackMessage(alert).json
        try await delivery.send(reason: Self.reason) {
            try await pace.turn()
            return address.request([:], body: body)
        }
    }

    /// Slack's word for a refusal, such as `no_service`.
    private static func reason(_ response: AWSHTTPResponse) -> String? {
        let word = response.body.prefix(41)
        let isWord = (1...40).contains(word.count) && word.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) }
        return isWord ? String(decoding: word, as: UTF8.self) : nil
    }
}
