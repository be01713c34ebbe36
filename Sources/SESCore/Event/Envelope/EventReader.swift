#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Takes the records out of whatever envelopes they arrived in.
struct EventReader {
    /// The most envelopes that may stand around an event: Lambda's records, SQS, SNS and EventBridge.
    static let maximumEnvelopes = 4

    /// What SES writes to a topic when it becomes an event destination.
    private static let validationNote: StaticString = "Successfully validated SNS topic"

    private let decoder = JSONDecoder()
    private(set) var records: [SESRecord] = []
    /// Where the outermost value that is being read begins.
    private var offset = 0

    /// Reads all records; after one that is no JSON it goes on at the next line that begins with an object.
    mutating func read(_ bytes: [UInt8]) {
        var splitter = JSONSplitter(bytes)
        while splitter.isAtValue() {
            offset = splitter.cursor.offset
            do {
                try readRecord(from: &splitter, level: 0)
            } catch {
                fail(error.rule)
                splitter.resume(after: offset)
            }
        }
    }

    private mutating func readRecord(from splitter: inout JSONSplitter, level: Int) throws(JSONFault) {
        if splitter.skipLine(startingWith: Self.validationNote) { return add(.notice(.topicValidation)) }
        let range = try splitter.value()
        let envelope = try? decoder.decode(Envelope.self, from: Data(splitter.cursor.bytes[range]))
        unwrap(envelope ?? .alien(rule: "must be an event of Amazon SES"), level: level)
    }

    private mutating func unwrap(_ envelope: Envelope, level: Int) {
        switch envelope {
        case .event(let event): add(.event(event))
        case .notice(let notice): add(.notice(notice))
        case .alien(let rule): fail(rule)
        case .text, .nested:
            guard level < Self.maximumEnvelopes else {
                return fail("cannot have more than \(Self.maximumEnvelopes) envelopes around an event")
            }
            if case .text(let text) = envelope { unwrap(text, level: level + 1) }
            if case .nested(let envelopes) = envelope {
                for envelope in envelopes { unwrap(envelope, level: level + 1) }
            }
        }
    }

    private mutating func unwrap(_ text: String, level: Int) {
        var splitter = JSONSplitter(Array(text.utf8))
        // People and AWS write plain text to topics; only what looks like JSON is held to be it.
        guard splitter.isAtValue(), [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(splitter.cursor.next) else {
            let isValidation = splitter.skipLine(startingWith: Self.validationNote)
            return add(.notice(isValidation ? .topicValidation : .text))
        }
        repeat {
            let start = splitter.cursor.offset
            do {
                try readRecord(from: &splitter, level: level)
            } catch {
                fail("\(error.rule) of the message inside")
                splitter.resume(after: start)
            }
        } while splitter.isAtValue()
    }

    private mutating func add(_ content: SESRecord.Content) {
        records.append(SESRecord(number: records.count + 1, offset: offset, content: content))
    }

    private mutating func fail(_ rule: String) {
        let field = "record \(records.count + 1) at byte \(offset)"
        add(.failure(SESValueError(code: .undecodableEvent, field: field, rule: rule)))
    }
}
