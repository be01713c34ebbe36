/// Where the parts of an e-mail stand in the text of its event, while that is scanned.
///
/// One value serves for many events, so that its lists are allocated once.
struct EventOutline {
    /// The words of a header field's name and value, or of a tag's.
    struct Pair {
        let name: UInt64
        let value: UInt64
    }

    /// A word for each member of the e-mail, in the order of their slots; 0 for one that is missing.
    private(set) var members = [UInt64](repeating: 0, count: EventText.Key.allCases.count)
    private(set) var headers: [Pair] = []
    private(set) var tags: [Pair] = []
    /// Where the event starts.
    private var start = 0

    mutating func begin(at start: Int) {
        self.start = start
        for index in members.indices { members[index] = 0 }
        headers.removeAll(keepingCapacity: true)
        tags.removeAll(keepingCapacity: true)
    }

    /// Scans an e-mail; false if the next value is no object, has no string `messageId`, or has a name that is no text.
    mutating func scanMail(_ scanner: inout JSONScanner) throws(JSONFault) -> Bool {
        guard var members = try scanner.members(EventText.Key.self) else { return false }
        var hasID = false
        while let key = try scanner.nextMember(of: &members) {
            let place = scanner.offset
            switch key {
            case .messageID:
                let token = try scanner.stringTokenIfPresent()
                hasID = token.map { !$0.hasEscapes || scanner.unescaped($0) != nil } ?? false
            case .headers: try scanHeaders(&scanner)
            case .tags: try scanTags(&scanner)
            default: try scanner.skipValue()
            }
            self.members[key.slot] = EventText.word(place &- start..<scanner.offset &- start)
        }
        return members.isReadable && hasID
    }

    private mutating func scanHeaders(_ scanner: inout JSONScanner) throws(JSONFault) {
        var headers: [Pair] = []
        swap(&headers, &self.headers)
        defer { swap(&headers, &self.headers) }
        let start = start
        _ = try scanner.forEachElement { (scanner) throws(JSONFault) in
            if let (name, value) = try scanner.usualHeader() {
                headers.append(
                    .init(name: EventText.word(name, from: start), value: EventText.word(value, from: start)))
                return
            }
            guard var members = try scanner.members(SESEvent.MailHeader.CodingKeys.self) else { return }
            var name: JSONScanner.StringToken?
            var value: JSONScanner.StringToken?
            while let key = try scanner.nextMember(of: &members) {
                switch key {
                case .name: name = try scanner.stringTokenIfPresent()
                case .value: value = try scanner.stringTokenIfPresent()
                }
            }
            guard members.isReadable else { return }
            headers.append(.init(name: EventText.word(name, from: start), value: EventText.word(value, from: start)))
        }
    }

    private mutating func scanTags(_ scanner: inout JSONScanner) throws(JSONFault) {
        var tags: [Pair] = []
        swap(&tags, &self.tags)
        defer { swap(&tags, &self.tags) }
        let start = start
        var isReadable = true
        _ = try scanner.forEachMember { (scanner, name) throws(JSONFault) in
            if name.hasEscapes, scanner.unescaped(name) == nil { isReadable = false }
            let place = scanner.offset
            if scanner.listOfOne() == nil { try scanner.skipValue() }
            tags.append(
                .init(
                    name: EventText.word(name, from: start),
                    value: EventText.word(place &- start..<scanner.offset &- start)))
        }
        // A name that is no text makes the whole object unreadable.
        if !isReadable { tags.removeAll(keepingCapacity: true) }
    }
}

extension JSONScanner {
    @inline(__always)
    fileprivate mutating func stringTokenIfPresent() throws(JSONFault) -> StringToken? {
        guard next == UInt8(ascii: "\"") else {
            try skipValue()
            return nil
        }
        return try stringToken()
    }

    /// Goes past a header field that is spelled as AWS spells them; nil, going nowhere, if the next isn't.
    ///
    /// They are most of an event's bytes, so this is worth its lines.
    @inline(__always)
    fileprivate mutating func usualHeader() throws(JSONFault) -> (name: StringToken, value: StringToken)? {
        guard word(at: offset) == Self.headerStart, byte(at: offset &+ 8) == UInt8(ascii: "\"") else { return nil }
        let nameStart = offset &+ 9
        let nameEnd = plainEnd(from: nameStart)
        guard byte(at: nameEnd) == UInt8(ascii: "\""), word(at: nameEnd &+ 1) == Self.headerMiddle,
            byte(at: nameEnd &+ 9) == UInt8(ascii: ":"), byte(at: nameEnd &+ 10) == UInt8(ascii: "\"")
        else { return nil }
        let start = offset
        move(to: nameEnd &+ 10)
        let value = try stringToken()
        guard skip(UInt8(ascii: "}")) else {
            move(to: start)
            return nil
        }
        return (StringToken(start: nameStart, end: nameEnd, hasEscapes: false, isPlain: true), value)
    }

    /// The bytes `{"name":` and `,"value"`, the first in the lowest.
    private static let headerStart: UInt64 = 0x3A22_656D_616E_227B
    private static let headerMiddle: UInt64 = 0x2265_756C_6176_222C
}
