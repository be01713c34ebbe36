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
    private var records: [SESRecord] = []
    /// How many records there were so far.
    private var count = 0
    /// Where the bytes that are being read stand in the whole.
    private var base = 0
    /// Where in the whole the outermost value that is being read begins.
    private var offset = 0
    /// Whether the bytes before were no JSON, and where they end isn't known yet.
    private var isLost = false

    /// The records read since the last time this was called.
    mutating func takeRecords() -> [SESRecord] {
        defer { records = [] }
        return records
    }

    /// Reads the records in bytes that follow those read before.
    ///
    /// After a record that is no JSON it goes on at the next line that begins with an object.
    ///
    /// - Parameters:
    ///   - bytes: The bytes, beginning with those that the call before left over.
    ///   - isLast: Whether no more will follow; then nothing is left over.
    /// - Returns: How many bytes were used up; the rest is the beginning of a record.
    mutating func read(_ bytes: [UInt8], isLast: Bool = true) -> Int {
        if base == 0, !isLast, JSONSplitter.isCutOffMark(bytes) { return 0 }
        var splitter = JSONSplitter(bytes, isStart: base == 0)
        var used = bytes.count
        if isLost { isLost = !splitter.resume(after: 0) }
        while splitter.isAtValue() {
            let start = splitter.cursor.offset
            offset = base + start
            do {
                try readRecord(from: &splitter, level: 0, isLast: isLast)
            } catch {
                if !isLast, error.reason == .unexpectedEnd {
                    used = start
                    break
                }
                fail(JSONFault(error.reason, at: base + error.offset).rule)
                isLost = !splitter.resume(after: start)
            }
        }
        // A line end that comes last may be the one before the next record: only what follows can tell.
        if isLost, !isLast, bytes.last == UInt8(ascii: "\n") { used = bytes.count - 1 }
        base += used
        return used
    }

    /// Gives up on a record that is too large to be kept while it arrives.
    mutating func giveUp(maximumByteCount: Int) {
        offset = base
        fail("cannot be larger than \(maximumByteCount) bytes")
        isLost = true
    }

    private mutating func readRecord(
        from splitter: inout JSONSplitter, level: Int, isLast: Bool = true
    ) throws(JSONFault) {
        if !isLast, splitter.isCutOff(Self.validationNote) {
            throw JSONFault(.unexpectedEnd, at: splitter.cursor.offset)
        }
        if let isWhole = splitter.skipLine(startingWith: Self.validationNote) {
            guard isWhole || isLast else { throw JSONFault(.unexpectedEnd, at: splitter.cursor.offset) }
            return add(.notice(.topicValidation))
        }
        let range = try splitter.value()
        // Nothing but what follows tells where a number ends.
        if !isLast, splitter.cursor.next == nil, splitter.isNumber(at: range.lowerBound) {
            throw JSONFault(.unexpectedEnd, at: range.upperBound)
        }
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
            let isValidation = splitter.skipLine(startingWith: Self.validationNote) != nil
            return add(.notice(isValidation ? .topicValidation : .text))
        }
        repeat {
            let start = splitter.cursor.offset
            do {
                try readRecord(from: &splitter, level: level)
            } catch {
                fail("\(error.rule) of the message inside")
                _ = splitter.resume(after: start)
            }
        } while splitter.isAtValue()
    }

    private mutating func add(_ content: SESRecord.Content) {
        count += 1
        records.append(SESRecord(number: count, offset: offset, content: content))
    }

    private mutating func fail(_ rule: String) {
        let field = "record \(count + 1) at byte \(offset)"
        add(.failure(SESValueError(code: .undecodableEvent, field: field, rule: rule)))
    }
}
