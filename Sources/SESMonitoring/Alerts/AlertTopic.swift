public import SESClient
import SESCore
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Publishes alerts on a topic of Amazon SNS: for mail, text messages, queues, Lambda and chat.
///
/// Mail gets the sentences of ``MonitorAlert/summary``; queues, Lambda and HTTP get the alert in JSON, as ``AlertWebhook`` posts it. The message
/// attributes `severity`, `state` and `configurationSet` are for the filter policies of subscriptions. Calls go to Amazon SNS in
/// the region of the topic's ARN, signed, and nowhere else. It needs `sns:Publish` on the topic.
///
/// AWS: Amazon SNS API Reference, `Publish`.
public struct AlertTopic: Sendable {
    /// The topic.
    public let topicARN: ARN
    private let caller: QueryServiceCaller

    /// Creates a destination; nothing is called yet.
    ///
    /// - Parameters:
    ///   - topicARN: The topic's ARN; one ending in `.fifo` is published on in the order of each configuration set.
    ///   - credentials: Where credentials come from; by default the standard AWS chain, `DefaultCredentialProvider`.
    ///   - transport: What carries the calls.
    ///   - configuration: Limits, clocks, repetitions and observers of calls, as a client of SES has them; its endpoint isn't used.
    ///   - loopbackURL: A loopback address to call instead, such as `http://127.0.0.1:5000` for a local test server.
    /// - Throws: ``SESMonitoringError`` with the code `invalidSettings`.
    public init(
        _ topicARN: ARN, credentials: (any CredentialProvider)? = nil,
        transport: any HTTPTransport = DefaultTransport.shared,
        configuration: SESv2Client.Configuration = SESv2Client.Configuration(), loopbackURL: String? = nil
    ) throws(SESMonitoringError) {
        let region = try Self.region(of: topicARN)
        if let loopbackURL {
            // Nothing else: whoever can set it must not get signed calls.
            guard let host = URL(string: loopbackURL)?.host(), Endpoint.isLoopback(host) else {
                throw SESMonitoringError(.invalidSettings, message: "loopbackURL must be at a loopback address")
            }
        }
        do throws(SESv2Error) {
            caller = try QueryServiceCaller(
                service: "sns", version: "2010-03-31", region: region,
                url: loopbackURL ?? "https://sns.\(region).\(region.partition.dnsSuffix)", credentials: credentials,
                transport: transport, configuration: configuration)
        } catch {
            throw SESMonitoringError(.invalidSettings, message: error.message, underlyingError: error)
        }
        self.topicARN = topicARN
    }

    /// Publishes an alert.
    ///
    /// - Parameter alert: The alert.
    /// - Throws: ``SESMonitoringError`` with the code `serviceRefused`, or `notDelivered` if there was no answer or the service failed, after
    ///   the repetitions of the configuration; `CancellationError`.
    public func post(_ alert: MonitorAlert) async throws {
        do {
            _ = try await caller.answer(to: "Publish", try parameters(for: alert))
        } catch let error as SESv2Error {
            throw Self.failure(error)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw SESMonitoringError(
                .notDelivered, message: "Amazon SNS Publish failed before it was sent", underlyingError: error)
        }
    }

    private func parameters(for alert: MonitorAlert) throws -> [(name: String, value: String)] {
        var parameters = [
            (name: "TopicArn", value: topicARN.rawValue), (name: "Subject", value: Self.subject(of: alert)),
            (name: "MessageStructure", value: "json"), (name: "Message", value: try Self.message(alert)),
        ]
        var attributes = [("severity", alert.rule.severity.rawValue), ("state", alert.state.rawValue)]
        if let set = alert.subject.configurationSet, !set.isEmpty { attributes.append(("configurationSet", set)) }
        for (index, attribute) in attributes.enumerated() {
            let entry = "MessageAttributes.entry.\(index + 1)"
            parameters += [
                (name: "\(entry).Name", value: attribute.0), (name: "\(entry).Value.DataType", value: "String"),
                (name: "\(entry).Value.StringValue", value: attribute.1),
            ]
        }
        if topicARN.rawValue.hasSuffix(".fifo") {
            let group = SHA256Hasher.hash(Array((alert.subject.configurationSet ?? "").utf8)).hexadecimal
            parameters += [
                (name: "MessageGroupId", value: group), (name: "MessageDeduplicationId", value: alert.digest),
            ]
        }
        return parameters
    }

    /// AWS: ASCII that begins with a letter, a digit or a punctuation mark, without control characters, fewer than 100 characters.
    private static func subject(of alert: MonitorAlert) -> String {
        let word = alert.state == .cleared ? "over" : alert.rule.severity.rawValue
        let text = "[\(word)] \(alert.rule.name): \(alert.subject)"
        return String(text.unicodeScalars.prefix(99).map { (0x20...0x7E).contains($0.value) ? Character($0) : "?" })
    }

    /// What each kind of subscription gets.
    private static func message(_ alert: MonitorAlert) throws -> String {
        let text = "\(alert.summary)\n\nRule: \(alert.rule.name.onOneLine)\nTime: \(alert.date.ISO8601Format())\n"
        let json = String(decoding: try alert.json, as: UTF8.self)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var messages = ["default": text, "sms": String(alert.headline.onOneLine.prefix(140))]
        for name in ["http", "https", "sqs", "lambda", "firehose"] { messages[name] = json }
        return String(decoding: try encoder.encode(messages), as: UTF8.self)
    }

    /// AWS: `arn:partition:sns:region:account:name`.
    private static func region(of arn: ARN) throws(SESMonitoringError) -> Region {
        func fault(_ rule: String) -> SESMonitoringError {
            SESMonitoringError(
                .invalidSettings, message: "the topic '\(arn.description.prefix(300).onOneLine)' \(rule)")
        }
        do { try arn.validate(at: FieldPath("TopicArn")) } catch { throw fault(error.rule) }
        guard arn.service == "sns", let region = arn.region, let account = arn.accountID, let name = arn.resource else {
            throw fault("must have the form arn:partition:sns:region:account:name")
        }
        guard HostName.isLabel(region.rawValue), arn.partition == region.partition.id else {
            throw fault("must name a region of its partition")
        }
        guard account.utf8.count == 12, account.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw fault("must name an account of 12 digits")
        }
        guard (1...256).contains(name.utf8.count), name.unicodeScalars.allSatisfy(Self.isNameCharacter) else {
            throw fault("must be a topic's: letters, digits, '_', '-' and '.' at most 256 of them")
        }
        return region
    }

    private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIIAlphanumeric || scalar == "_" || scalar == "-" || scalar == "."
    }

    private static func failure(_ error: SESv2Error) -> SESMonitoringError {
        let passes = [
            .throttled, .serviceFailure, .timedOut, .connectionFailed, .connectionLost, .unreadableResponse,
            .credentialsUnavailable, .noCredentials,
        ].contains(error.code)
        // The service's own words may name what was sent; its name for the error can't.
        let name = error.serviceCode ?? error.code.description
        return SESMonitoringError(
            passes ? .notDelivered : .serviceRefused, message: "Amazon SNS Publish: \(name)", underlyingError: error)
    }
}

extension Substring {
    fileprivate var onOneLine: String { String(self).onOneLine }
}

extension AlertTopic: CustomReflectable {
    /// The topic alone: what else it has is credentials and connections at work.
    public var customMirror: Mirror { Mirror(self, children: ["topicARN": topicARN]) }
}
