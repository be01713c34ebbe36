extension EventText {
    /// What a counter needs, read from the text; of sends, deliveries, opens and clicks, which are nearly all, nothing is made.
    ///
    /// The kind is given too where it had to be decoded.
    @inline(__always)
    var digestAndKind: (digest: EventDigest, kind: SESEvent.Kind?) {
        let digest: EventDigest? =
            switch type {
            case .known(.send): sendDigest
            case .known(.delivery): deliveryDigest
            case .known(.open): accessDigest(.open)
            case .known(.click): accessDigest(.click)
            default: nil
            }
        if let digest { return (digest, nil) }
        let kind = kind
        return (EventDigest(SESEvent.Mail(self), kind, recipients: recipients), kind)
    }

    private var sendDigest: EventDigest {
        var writer = DigestWriter()
        addDestination(to: &writer)
        return digest(.send, timestamp: nil, &writer)
    }

    private func addDestination(to writer: inout DigestWriter) {
        _ = read(.destination) { (scanner) throws(JSONFault) -> Void? in try scanner.addRecipients(to: &writer) }
    }

    /// Puts together what all events have; details can be added to the writer after it.
    private func digest(
        _ kind: EventDigest.Kind, timestamp: EventTimestamp?, _ writer: inout DigestWriter,
        details: (inout Fingerprint) -> Void = { _ in }
    ) -> EventDigest {
        var digest = EventDigest(kind: kind)
        var id = Fingerprint()
        let hasID =
            read(.messageID) { (scanner) throws(JSONFault) -> Bool? in
                try scanner.withText { id.combine($0) }
                return true
            } ?? false
        if !hasID { id.combine("") }
        digest.message = id.value
        digest.milliseconds = timestamp?.milliseconds ?? self.timestamp.milliseconds
        digest.recipientCount = writer.recipientCount
        writer.begin(kind, message: digest.message, timestamp: timestamp)
        details(&writer.fingerprint)
        digest.identity = writer.fingerprint.value
        return digest
    }

    /// Nil if the payload is missing or odd.
    private var deliveryDigest: EventDigest? {
        var writer = DigestWriter()
        var timestamp = EventTimestamp(text: "")
        var milliseconds: Int?
        let isRead = readPayload { (scanner) throws(JSONFault) in
            guard var members = try scanner.members(SESEvent.Delivery.CodingKeys.self) else { return false }
            while let key = try scanner.nextMember(of: &members) {
                switch key {
                case .timestamp: timestamp = try scanner.timestamp()
                case .processingTimeMillis: milliseconds = try scanner.integer()
                case .recipients: try scanner.addRecipients(to: &writer)
                default: try scanner.skipValue()
                }
            }
            return members.isReadable
        }
        guard isRead else { return nil }
        var digest = digest(.delivery, timestamp: timestamp, &writer)
        digest.processingTimeMillis = milliseconds
        return digest
    }

    /// The digest of an open or a click; nil if the payload is missing or odd.
    private func accessDigest(_ kind: EventDigest.Kind) -> EventDigest? {
        var writer = DigestWriter()
        var timestamp = EventTimestamp(text: "")
        // Where the texts stand that are hashed after the fields before them.
        var address = -1
        var agent = -1
        var link = -1
        var tags: [String: [String]] = [:]
        let isRead = readPayload { (scanner) throws(JSONFault) in
            guard var members = try scanner.members(SESEvent.Click.CodingKeys.self) else { return false }
            while let key = try scanner.nextMember(of: &members) {
                switch key {
                case .timestamp: timestamp = try scanner.timestamp()
                case .ipAddress:
                    address = scanner.offset
                    try scanner.skipValue()
                case .userAgent:
                    agent = scanner.offset
                    try scanner.skipValue()
                case .link:
                    link = scanner.offset
                    try scanner.skipValue()
                case .linkTags:
                    if kind == .click { tags = try scanner.tags() } else { try scanner.skipValue() }
                }
            }
            return members.isReadable
        }
        guard isRead else { return nil }
        addDestination(to: &writer)
        var isAutomatic = false
        var clickedLink: String?
        var digest = digest(kind, timestamp: timestamp, &writer) { fingerprint in
            withText(at: address) { fingerprint.combine($0) }
            withText(at: agent) { text in
                fingerprint.combine(text)
                isAutomatic = UserAgentTable.isAutomatic(text, kind)
            }
            guard kind == .click else { return }
            withText(at: link) { text in
                fingerprint.combine(text)
                if !isAutomatic { clickedLink = String(decoding: text, as: UTF8.self) }
            }
        }
        if kind == .click {
            writer.add(tags)
            digest.identity = writer.fingerprint.value
        }
        digest.isAutomatic = isAutomatic
        digest.link = clickedLink
        return digest
    }

    /// Reads the payload, false if there is none or it is odd.
    @inline(__always)
    private func readPayload(_ body: (inout JSONScanner) throws(JSONFault) -> Bool) -> Bool {
        let place = payloadPlace
        guard !place.isEmpty else { return false }
        return scan(at: place.lowerBound) { scanner in (try? body(&scanner)) ?? false }
    }

    /// Calls with the bytes of the text at a place; no bytes if there is none.
    @inline(__always)
    private func withText(at place: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
        guard place >= 0 else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        scan(at: place) { scanner in
            // What is read was checked when it was scanned.
            try? scanner.withText(body)
        }
    }

    /// Calls with the UTF-8 of the first value of a tag; nil if there is none.
    func withFirstValue<Value>(ofTag name: String, _ body: (UnsafeRawBufferPointer?) -> Value) -> Value {
        guard let place = tagPlace(name) else { return body(nil) }
        return scan(at: place) { scanner in
            if let token = scanner.listOfOne() { return body(scanner.bytes(token.start..<token.end)) }
            guard var text = (try? scanner.firstTagValue()) ?? nil else { return body(nil) }
            return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
        }
    }
}

extension JSONScanner {
    /// Goes past a value and calls with its text's bytes; with no bytes if it is no text.
    @inline(__always)
    fileprivate mutating func withText(_ body: (UnsafeRawBufferPointer) -> Void) throws(JSONFault) {
        guard next == UInt8(ascii: "\"") else {
            try skipValue()
            return body(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        let token = try stringToken()
        if token.hasEscapes {
            (unescaped(token) ?? []).withUnsafeBytes(body)
        } else {
            body(bytes(token.start..<token.end))
        }
    }

    /// Adds the addresses of a list of strings, as ``strings()`` reads it.
    @inline(__always)
    fileprivate mutating func addRecipients(to writer: inout DigestWriter) throws(JSONFault) {
        if let token = listOfOne() {
            writer.addRecipient(bytes(token.start..<token.end))
            return
        }
        _ = try forEachElement { (scanner) throws(JSONFault) in
            guard scanner.next == UInt8(ascii: "\"") else { return try scanner.skipValue() }
            let token = try scanner.stringToken()
            if !token.hasEscapes {
                writer.addRecipient(scanner.bytes(token.start..<token.end))
            } else if let text = scanner.unescaped(token) {
                text.withUnsafeBytes { writer.addRecipient($0) }
            }
        }
    }
}
