#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SESEvent {
    /// Reads all events from what a destination delivered, in whatever envelopes they are.
    ///
    /// Accepted are events, SNS messages, EventBridge events, what Lambda gets from SNS, SQS (`Records`) and Firehose
    /// (`records`), and lists of these; one after another as Firehose writes them, with or without line ends between; envelopes in envelopes
    /// up to four deep. What AWS sends to the same places that is no event gives none: SNS confirmations and plain
    /// text, SES's note that a topic is valid, EventBridge events that are not about an e-mail. No bytes give no event.
    ///
    /// The envelope is not checked: to trust what came over the Internet, verify the SNS signature first.
    ///
    /// - Parameters:
    ///   - data: The body as delivered, in UTF-8.
    ///   - maximumByteCount: The most bytes to accept, 16 MiB by default.
    /// - Returns: The events in their order.
    /// - Throws: ``SESValueError`` with the code ``SESValueError/Code/undecodableEvent`` for the first record that
    ///   cannot be read, with its number from 1, its offset and the reason, never its content.
    public static func decodeAll(
        from data: Data, maximumByteCount: Int = 16 << 20
    ) throws(SESValueError) -> [SESEvent] {
        var events: [SESEvent] = []
        for record in try decodeRecords(from: data, maximumByteCount: maximumByteCount) {
            if let failure = record.failure { throw failure }
            if let event = record.event { events.append(event) }
        }
        return events
    }

    /// Reads every record of what a destination delivered, each for itself.
    ///
    /// It reads what ``decodeAll(from:maximumByteCount:)-(Data,_)`` reads, and gives for each record an event, a notice of
    /// what else it is, or why it can't be read: one bad record never costs its neighbours. After bytes that are no JSON it
    /// goes on at the next line that begins with an object, as the records of a Firehose file do.
    ///
    /// - Parameters:
    ///   - data: The body as delivered, in UTF-8.
    ///   - maximumByteCount: The most bytes to accept, 16 MiB by default.
    /// - Returns: The records in their order; none for no bytes.
    /// - Throws: ``SESValueError`` only if there are more bytes than that.
    public static func decodeRecords(
        from data: Data, maximumByteCount: Int = 16 << 20
    ) throws(SESValueError) -> [SESRecord] {
        guard data.count <= maximumByteCount else {
            throw SESValueError(
                code: .undecodableEvent, field: "", rule: "cannot be larger than \(maximumByteCount) bytes")
        }
        var reader = EventReader()
        _ = data.withUnsafeBytes { reader.read($0) }
        return reader.takeRecords()
    }

    /// Reads all events from what a destination delivered, in whatever envelopes they are.
    ///
    /// As ``decodeAll(from:maximumByteCount:)-(Data,_)``, for a body that is already text.
    ///
    /// - Parameters:
    ///   - text: The body as delivered.
    ///   - maximumByteCount: The most bytes to accept, counted in UTF-8; 16 MiB by default.
    /// - Throws: ``SESValueError`` as for bytes.
    public static func decodeAll(
        from text: String, maximumByteCount: Int = 16 << 20
    ) throws(SESValueError) -> [SESEvent] {
        try decodeAll(from: Data(text.utf8), maximumByteCount: maximumByteCount)
    }
}
