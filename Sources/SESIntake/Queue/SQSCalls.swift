import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The calls that a consumer makes about its queue.
struct SQSCalls: Sendable {
    /// The most messages that one call takes.
    static let batchSize = 10

    /// What a batch says of one of its entries.
    struct Refusal: Sendable {
        let code: String
        /// Whether repeating doesn't help.
        let isFinal: Bool
    }

    private let address: SQSQueueAddress
    private let receiving: JSONServiceCaller
    /// Apart from the other, whose calls last: what is in hand must be settled before its time is over.
    private let settling: JSONServiceCaller

    var configuration: SESv2Client.Configuration { receiving.configuration }

    /// - Throws: ``SESIntakeError`` with the code `invalidSettings`.
    init(
        _ address: SQSQueueAddress, _ options: QueueOptions, credentials: (any CredentialProvider)?,
        transport: any HTTPTransport, configuration: SESv2Client.Configuration
    ) throws(SESIntakeError) {
        self.address = address
        var long = configuration
        long.limits.total = max(configuration.limits.total, options.waitTime + .seconds(10))
        var short = configuration
        short.limits.total = min(configuration.limits.total, max(options.heartbeat, .seconds(1)))
        do throws(SESv2Error) {
            receiving = try Self.caller(address, credentials, transport, long)
            settling = try Self.caller(address, credentials, transport, short)
        } catch {
            throw SESIntakeError(.invalidSettings, message: error.message, underlyingError: error)
        }
    }

    private static func caller(
        _ address: SQSQueueAddress, _ credentials: (any CredentialProvider)?, _ transport: any HTTPTransport,
        _ configuration: SESv2Client.Configuration
    ) throws(SESv2Error) -> JSONServiceCaller {
        try JSONServiceCaller(
            service: "sqs", operationPrefix: "AmazonSQS", region: address.region, url: address.endpointURL,
            credentials: credentials, transport: transport, configuration: configuration)
    }

    func receive(atMost count: Int, _ options: QueueOptions) async throws -> [SQSWire.Received.Message] {
        let input = SQSWire.Receive(
            queueUrl: address.queueURL, maxNumberOfMessages: count,
            waitTimeSeconds: Int(options.waitTime.components.seconds),
            visibilityTimeout: Int(options.visibilityTimeout.components.seconds))
        let body = try await receiving.answer(to: "ReceiveMessage", body: try JSONEncoder().encode(input))
        return try Self.decode(SQSWire.Received.self, from: body).messages ?? []
    }

    /// Deletes messages, at most ``batchSize``.
    ///
    /// - Returns: What became of those that weren't deleted, by their place in the list.
    func delete(_ receipts: [String]) async throws -> [Int: Refusal] {
        try await batch("DeleteMessageBatch", receipts, nil)
    }

    /// Sets after what time messages are seen again, counted from now.
    func changeVisibility(_ receipts: [String], to seconds: Int) async throws -> [Int: Refusal] {
        try await batch("ChangeMessageVisibilityBatch", receipts, seconds)
    }

    private func batch(_ operation: String, _ receipts: [String], _ seconds: Int?) async throws -> [Int: Refusal] {
        let entries = receipts.enumerated().map { index, receipt in
            SQSWire.Batch.Entry(id: "m\(index)", receiptHandle: receipt, visibilityTimeout: seconds)
        }
        let input = SQSWire.Batch(queueUrl: address.queueURL, entries: entries)
        let body = try await settling.answer(to: operation, body: try JSONEncoder().encode(input))
        var refusals: [Int: Refusal] = [:]
        for failure in try Self.decode(SQSWire.BatchResult.self, from: body).failed ?? [] {
            guard let index = entries.firstIndex(where: { $0.id == failure.id }) else { continue }
            let code = failure.code.flatMap { name in
                name.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") } ? name : nil
            }
            refusals[index] = Refusal(code: code ?? "unnamed", isFinal: failure.senderFault ?? false)
        }
        return refusals
    }

    private static func decode<Output: Decodable>(_ type: Output.Type, from body: Data) throws -> Output {
        do { return try JSONDecoder().decode(type, from: body.isEmpty ? Data("{}".utf8) : body) } catch {
            // The decoder's own words may quote a message.
            throw SESv2Error(.unreadableResponse, message: "the answer of Amazon SQS can't be read")
        }
    }
}

extension SQSCalls {
    /// What a call's failure means for the consumer.
    static func failure(_ error: any Error) -> (error: SESIntakeError, isFinal: Bool) {
        guard let error = error as? SESv2Error else {
            let message = "the call of Amazon SQS failed before it was sent"
            return (SESIntakeError(.queueUnavailable, message: message, underlyingError: error), false)
        }
        let passes = passing.contains(error.code) || error.serviceCode.map(passingNames.contains) ?? false
        // The service's own words may name what was sent; its name for the error can't.
        let name = [error.operation, error.serviceCode ?? error.code.description].compactMap { $0 }
        let message = "Amazon SQS: " + name.joined(separator: ": ")
        return (
            SESIntakeError(passes ? .queueUnavailable : .queueRefused, message: message, underlyingError: error),
            !passes
        )
    }

    private static let passing: Set<SESv2Error.Code> = [
        .throttled, .serviceFailure, .timedOut, .connectionFailed, .connectionLost, .unreadableResponse,
        .credentialsUnavailable, .credentialsExpired,
    ]
    /// `OverLimit`: too many messages are in hand, and fewer will be.
    private static let passingNames: Set<String> = ["OverLimit", "KmsThrottled"]
}
