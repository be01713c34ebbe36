#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Takes the events out of whatever envelopes they arrived in.
struct EventReader {
    /// The most envelopes that may stand around an event: Lambda's records, SQS, SNS and EventBridge.
    static let maximumEnvelopes = 4

    /// What SES writes to a topic when it becomes an event destination.
    private static let validationNote: StaticString = "Successfully validated SNS topic"

    private let decoder = JSONDecoder()

    func events(in bytes: [UInt8]) throws(SESValueError) -> [SESEvent] {
        var events: [SESEvent] = []
        var splitter = JSONSplitter(bytes)
        var number = 0
        while splitter.isAtValue() {
            number += 1
            let offset = splitter.cursor.offset
            do {
                try readRecord(from: &splitter, level: 0, into: &events)
            } catch {
                throw SESValueError(
                    code: .undecodableEvent, field: "record \(number) at byte \(offset)", rule: Self.rule(error))
            }
        }
        return events
    }

    private func readRecord(from splitter: inout JSONSplitter, level: Int, into events: inout [SESEvent]) throws {
        if splitter.skipLine(startingWith: Self.validationNote) { return }
        let range = try splitter.value()
        let envelope = try decoder.decode(Envelope.self, from: Data(splitter.cursor.bytes[range]))
        try unwrap(envelope, level: level, into: &events)
    }

    private func unwrap(_ envelope: Envelope, level: Int, into events: inout [SESEvent]) throws {
        switch envelope {
        case .event(let event): events.append(event)
        case .notice: break
        case .text(let text):
            try Self.check(level)
            var splitter = JSONSplitter(Array(text.utf8))
            // People and AWS write plain text to topics; only what looks like JSON is held to be it.
            guard splitter.isAtValue(), [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(splitter.cursor.next) else {
                return
            }
            repeat {
                do {
                    try readRecord(from: &splitter, level: level + 1, into: &events)
                } catch let fault as JSONFault {
                    throw Envelope.Alien(rule: "\(fault.rule) of the message inside")
                }
            } while splitter.isAtValue()
        case .nested(let envelopes):
            try Self.check(level)
            for envelope in envelopes { try unwrap(envelope, level: level + 1, into: &events) }
        }
    }

    private static func check(_ level: Int) throws(Envelope.Alien) {
        guard level < maximumEnvelopes else {
            throw Envelope.Alien(rule: "cannot have more than \(maximumEnvelopes) envelopes around an event")
        }
    }

    /// What is wrong with a record, in words that give away nothing of it.
    private static func rule(_ error: any Error) -> String {
        switch error {
        case let fault as JSONFault: fault.rule
        case let alien as Envelope.Alien: alien.rule
        case is DecodingError: "must have an object mail with a string messageId"
        default: "must be an event of Amazon SES"
        }
    }
}
