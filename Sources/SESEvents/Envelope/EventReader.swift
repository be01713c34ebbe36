/// Takes the records out of whatever envelopes they arrived in.
struct EventReader {
    /// The most envelopes that may stand around an event: Lambda's records, SQS, SNS and EventBridge.
    static let maximumEnvelopes = 4

    /// What SES writes to a topic when it becomes an event destination.
    private static let validationNote: StaticString = "Successfully validated SNS topic"

    /// The most bytes one record may have.
    private let maximumRecordByteCount: Int
    private var outline = EventOutline()
    private var records: [SESRecord] = []
    /// How many records there were so far.
    private var count = 0
    /// Where the bytes that are read next stand in the whole.
    private var base: Int
    /// Where in the whole the outermost value that is being read begins.
    private var offset = 0
    /// Whether the bytes before were no JSON, and where they end isn't known yet.
    private var isLost = false

    /// - Parameters:
    ///   - maximumRecordByteCount: The most bytes one record may have; a larger one is a failure.
    ///   - base: Where in the whole the first record begins.
    init(maximumRecordByteCount: Int = .max, startingAt base: Int = 0) {
        self.maximumRecordByteCount = max(maximumRecordByteCount, 0)
        self.base = base
    }

    /// The records read since the last time this was called.
    mutating func takeRecords() -> [SESRecord] {
        defer { records = [] }
        return records
    }

    /// Goes on where another reader ended, which began where this one is now, and takes its records.
    mutating func goOn(after other: EventReader) {
        var found = other.records
        for index in found.indices { found[index].renumber(by: count) }
        found.insert(contentsOf: records, at: 0)
        records = found
        count += other.count
        base = other.base
        isLost = other.isLost
    }

    /// Reads the records in bytes that follow those read before.
    ///
    /// After a record that is no JSON or too large it goes on at the next line that begins with an object. What it finds
    /// doesn't depend on where the bytes of one call end and those of the next begin.
    ///
    /// - Parameters:
    ///   - bytes: The bytes, beginning with those that the call before left over.
    ///   - isLast: Whether no more will follow; then nothing is left over.
    /// - Returns: How many bytes were used up; the rest is the beginning of a record.
    mutating func read(_ bytes: UnsafeRawBufferPointer, isLast: Bool = true) -> Int {
        var scanner = JSONScanner(bytes)
        if base == 0 {
            if !isLast, scanner.isCutOffMark { return 0 }
            scanner.skipByteOrderMark()
        }
        var used = bytes.count
        if isLost { isLost = !scanner.resume(after: 0) }
        while scanner.isAtValue() {
            let start = scanner.offset
            offset = base + start
            // More bytes than a record may have are never looked at, even if they are there.
            let isCut = bytes.count - start > maximumRecordByteCount
            var record = scanner
            if isCut { record.cut(to: start + maximumRecordByteCount) }
            do {
                try readRecord(&record, level: 0, isLast: isLast && !isCut)
                scanner.move(to: record.offset)
            } catch {
                if !isLast, !isCut, error.reason == .unexpectedEnd {
                    used = start
                    break
                }
                if isCut, error.reason == .unexpectedEnd {
                    fail("cannot be larger than \(maximumRecordByteCount) bytes")
                } else {
                    fail(JSONFault(error.reason, at: base + error.offset).rule)
                }
                isLost = !scanner.resume(after: start)
            }
        }
        // A line end that comes last may be the one before the next record: only what follows can tell.
        if isLost, !isLast, bytes.last == UInt8(ascii: "\n") { used = bytes.count - 1 }
        base += used
        return used
    }

    /// Whether a record can begin after bytes that are left over, before a first byte that follows them.
    ///
    /// If it can, and only these bytes are left over, they are used up.
    mutating func isAtBorder(after left: [UInt8], before next: UInt8) -> Bool {
        if !isLost { return left.isEmpty }
        guard left == [UInt8(ascii: "\n")], next == UInt8(ascii: "{") else { return false }
        base += left.count
        isLost = false
        return true
    }

    private mutating func readRecord(
        _ scanner: inout JSONScanner, level: Int, isLast: Bool = true
    ) throws(JSONFault) {
        if scanner.next == Self.validationNote.utf8Start[0] {
            if !isLast, scanner.isCutOff(Self.validationNote) {
                throw JSONFault(.unexpectedEnd, at: scanner.offset)
            }
            if let isWhole = scanner.skipLine(startingWith: Self.validationNote) {
                guard isWhole || isLast else { throw JSONFault(.unexpectedEnd, at: scanner.offset) }
                return add(.notice(.topicValidation))
            }
        }
        let isNumber = scanner.isAtNumber
        let start = scanner.offset
        try readValue(&scanner, level: level)
        // Nothing but what follows tells where a number ends.
        if isNumber, !isLast, scanner.isAtEnd {
            records.removeLast()
            count -= 1
            throw JSONFault(.unexpectedEnd, at: start)
        }
    }

    /// Reads a value: an event, an envelope, a list of them, or something else.
    private mutating func readValue(_ scanner: inout JSONScanner, level: Int) throws(JSONFault) {
        switch scanner.next {
        case UInt8(ascii: "{"):
            try readObject(try RecordOutline(scanning: &scanner, &outline), scanner, level: level)
        case UInt8(ascii: "["):
            let list = scanner
            // Checked to its end first: of what is no JSON nothing may be taken.
            try scanner.skipValue()
            try readElements(of: list, level: level) { (reader, scanner) throws(JSONFault) in
                try reader.readValue(&scanner, level: level + 1)
            }
        default:
            try scanner.skipValue()
            fail("must be a JSON object or a list of them")
        }
    }

    private mutating func readObject(
        _ object: borrowing RecordOutline, _ scanner: JSONScanner, level: Int
    ) throws(JSONFault) {
        guard object.isReadable else { return fail("must be a JSON object or a list of them") }
        if object.type != nil { return try readEvent(object, scanner) }
        if let type = try object.string(.snsType, scanner), let message = try object.text(.snsMessage, scanner) {
            return try readSNS(type, message, object, scanner, level: level)
        }
        if let type = try object.string(.detailType, scanner), let detail = try object.detail(scanner) {
            // EventBridge carries other events too, even of SES: only those about an e-mail are ours.
            guard detail.hasMail || SESEvent.EventName(eventBridgeDetailType: type) != nil else {
                return add(.notice(.otherEventBridgeEvent(detailType: type)))
            }
            guard isWithinLimit(level) else { return }
            var scanner = detail.scanner
            return try readValue(&scanner, level: level + 1)
        }
        if let list = object.list(.lambdaRecords, scanner) {
            return try readElements(of: list, level: level) { (reader, scanner) throws(JSONFault) in
                try reader.readLambdaRecord(&scanner, level: level + 1)
            }
        }
        if let list = object.list(.firehoseRecords, scanner) {
            return try readElements(of: list, level: level) { (reader, scanner) throws(JSONFault) in
                try reader.readFirehoseRecord(&scanner, level: level + 1)
            }
        }
        fail("must have a string eventType or notificationType, or be an envelope of SNS or EventBridge")
    }

    private mutating func readEvent(_ object: borrowing RecordOutline, _ scanner: JSONScanner) throws(JSONFault) {
        if object.eventType == nil, case .unknown(let name) = object.notificationType {
            switch name {
            // SES writes this once to a topic that is set for an identity's feedback.
            case "AmazonSnsSubscriptionSucceeded":
                if try !object.hasObject(.mail, scanner) { return add(.notice(.feedbackTopicValidation)) }
            case "Received": return add(.notice(.receivedMail))
            default: break
            }
        }
        guard let event = object.event(scanner, outline) else {
            return fail("must have an object mail with a string messageId")
        }
        add(.event(event))
    }

    private mutating func readSNS(
        _ type: String, _ message: [UInt8], _ object: borrowing RecordOutline, _ scanner: JSONScanner, level: Int
    ) throws(JSONFault) {
        let confirmation = SESNotice.Confirmation(
            topicARN: ARN(rawValue: try object.string(.topicARN, scanner) ?? ""),
            token: try object.string(.token, scanner) ?? "")
        switch type {
        case "SubscriptionConfirmation": add(.notice(.subscriptionConfirmation(confirmation)))
        case "UnsubscribeConfirmation": add(.notice(.unsubscribeConfirmation(confirmation)))
        default: readText(message, level: level)
        }
    }
}

extension EventReader {
    /// Reads each element of a list, which was checked.
    private mutating func readElements(
        of list: JSONScanner, level: Int, _ read: (inout Self, inout JSONScanner) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        guard isWithinLimit(level) else { return }
        var list = list
        _ = try list.forEachElement { (scanner) throws(JSONFault) in try read(&self, &scanner) }
    }

    /// Reads one of the records that Lambda gets from SNS or SQS.
    private mutating func readLambdaRecord(_ scanner: inout JSONScanner, level: Int) throws(JSONFault) {
        let record = try EnvelopedRecord(scanning: &scanner)
        if let body = record?.body {
            readText(body, level: level)
        } else if var sns = record?.sns {
            try readValue(&sns, level: level)
        } else {
            fail("must have Records of SNS or SQS")
        }
    }

    /// Reads one of the records that a Firehose transformation gets: base64 of what was put into the stream.
    private mutating func readFirehoseRecord(_ scanner: inout JSONScanner, level: Int) throws(JSONFault) {
        guard let data = try EnvelopedRecord(scanning: &scanner)?.data else {
            return fail("must have records with base64 data")
        }
        guard String(validating: data, as: UTF8.self) != nil else { return fail("must be JSON: it is not UTF-8") }
        readText(data, level: level)
    }

    /// Reads the text of an SNS message or of an SQS message's body, or what a Firehose record holds.
    private mutating func readText(_ text: [UInt8], level: Int) {
        guard isWithinLimit(level) else { return }
        text.withUnsafeBytes { readText($0, level: level + 1) }
    }

    private mutating func readText(_ text: UnsafeRawBufferPointer, level: Int) {
        var scanner = JSONScanner(text)
        scanner.skipByteOrderMark()
        // People and AWS write plain text to topics; only what looks like JSON is held to be it.
        guard scanner.isAtValue(), [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(scanner.next) else {
            let isValidation = scanner.skipLine(startingWith: Self.validationNote) != nil
            return add(.notice(isValidation ? .topicValidation : .text))
        }
        repeat {
            let start = scanner.offset
            do {
                try readRecord(&scanner, level: level)
            } catch {
                fail("\(error.rule) of the message inside")
                _ = scanner.resume(after: start)
            }
        } while scanner.isAtValue()
    }

    private mutating func isWithinLimit(_ level: Int) -> Bool {
        if level >= Self.maximumEnvelopes {
            fail("cannot have more than \(Self.maximumEnvelopes) envelopes around an event")
        }
        return level < Self.maximumEnvelopes
    }

    private mutating func add(_ content: consuming SESRecord.Content) {
        count += 1
        records.append(SESRecord(number: count, offset: offset, content: content))
    }

    private mutating func fail(_ rule: String) {
        let field = SESRecord.field(number: count + 1, offset: offset)
        add(.failure(SESValueError(code: .undecodableEvent, field: field, rule: rule)))
    }
}
