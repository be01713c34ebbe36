/// The JSON text of an event, checked, with a table of where the parts of its e-mail stand: one allocation.
///
/// It is safe to share: what the allocation holds is written before anyone else can see it, and never after.
struct EventText: @unchecked Sendable {
    typealias Key = MailValues.CodingKeys

    private struct Header {
        let byteCount: Int
        let type: DeliveredType
        let discriminator: SESEvent.Discriminator
    }

    // Words of eight bytes: one for each member of the e-mail, one for the payload, one for the numbers of header fields
    // and tags, two for each of these; then the text. A word of a place has where it starts in its lower half, in bytes of
    // the text, and its length in the upper.
    private let storage: ManagedBuffer<Header, UInt8>

    private static let payloadWord = Key.allCases.count
    private static let countsWord = payloadWord + 1
    private static let firstPairWord = countsWord + 1
    private static let wordSize = MemoryLayout<UInt64>.size
    /// Set in the word of a string with escapes.
    private static let escaped: UInt64 = 1 << 63
    /// Set in the word of a string that has escapes or more than ASCII.
    private static let notPlain: UInt64 = 1 << 31

    /// Keeps the text of an event.
    ///
    /// - Parameters:
    ///   - outline: Where its parts stand in the text.
    ///   - payload: Where its details stand; empty if there are none.
    init(
        _ text: UnsafeRawBufferPointer, type: DeliveredType, discriminator: SESEvent.Discriminator,
        outline: borrowing EventOutline, payload: Range<Int>
    ) {
        let pairs = outline.headers.count + outline.tags.count
        let size = (Self.firstPairWord + 2 * pairs) * Self.wordSize + text.count
        storage = ManagedBuffer<Header, UInt8>.create(minimumCapacity: size) { _ in
            Header(byteCount: size, type: type, discriminator: discriminator)
        }
        let counts = UInt64(outline.headers.count) | UInt64(outline.tags.count) << 32
        storage.withUnsafeMutablePointerToElements { start in
            var target = UnsafeMutableRawPointer(start)
            target = Self.write(outline.members, to: target)
            target.storeBytes(of: Self.word(payload), as: UInt64.self)
            target.storeBytes(of: counts, toByteOffset: Self.wordSize, as: UInt64.self)
            target = Self.write(outline.headers, to: target + 2 * Self.wordSize)
            target = Self.write(outline.tags, to: target)
            UnsafeMutableRawBufferPointer(start: target, count: text.count).copyMemory(from: text)
        }
    }

    /// The word of a place.
    @inline(__always)
    static func word(_ place: Range<Int>) -> UInt64 {
        UInt64(truncatingIfNeeded: place.lowerBound) | UInt64(truncatingIfNeeded: place.count) &<< 32
    }

    /// The word of a string's place; 0, an empty string, if there is none.
    @inline(__always)
    static func word(_ token: JSONScanner.StringToken?, from start: Int) -> UInt64 {
        guard let token else { return 0 }
        return word(token.start &- start..<token.end &- start) | (token.hasEscapes ? escaped : 0)
            | (token.isPlain ? 0 : notPlain)
    }

    private static func write<Words>(_ words: [Words], to target: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        words.withUnsafeBytes { words in
            UnsafeMutableRawBufferPointer(start: target, count: words.count).copyMemory(from: words)
            return target + words.count
        }
    }

    /// Calls with all bytes.
    @inline(__always)
    private func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        storage.withUnsafeMutablePointers { body(UnsafeRawBufferPointer(start: $1, count: $0.pointee.byteCount)) }
    }

    @inline(__always)
    private func word(_ index: Int) -> UInt64 {
        withBytes { bytes in
            let place = index &* Self.wordSize
            return place &+ Self.wordSize <= bytes.count
                ? bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) : 0
        }
    }

    private static func place(_ word: UInt64) -> Range<Int> {
        let start = Int(word & 0x7FFF_FFFF)
        return start..<start &+ Int(word &>> 32 & 0x7FFF_FFFF)
    }

    private static func token(_ word: UInt64) -> JSONScanner.StringToken {
        let place = place(word)
        return .init(
            start: place.lowerBound, end: place.upperBound, hasEscapes: word & escaped != 0,
            isPlain: word & notPlain == 0)
    }

    /// Calls with a scanner over the text.
    @inline(__always)
    func scan<Value>(at offset: Int = 0, _ body: (inout JSONScanner) -> Value) -> Value {
        let start = (Self.firstPairWord + 2 * (headerCount + tagCount)) * Self.wordSize
        return withBytes { bytes in
            var scanner = JSONScanner(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(start)), at: offset)
            return body(&scanner)
        }
    }

    /// Reads a member; nil if there is none.
    @inline(__always)
    func read<Value>(_ key: Key, _ body: (inout JSONScanner) throws(JSONFault) -> Value?) -> Value? {
        let place = Self.place(word(key.slot))
        guard !place.isEmpty else { return nil }
        // What is read was checked when it was scanned.
        return scan(at: place.lowerBound) { scanner in try? body(&scanner) }
    }
}

extension EventText {
    // A buffer's `header` is a variable, of which each reading is checked against writing.
    private var header: Header { storage.withUnsafeMutablePointerToHeader { $0.pointee } }

    var type: DeliveredType { header.type }

    var discriminator: SESEvent.Discriminator { header.discriminator }

    /// Where the details stand; empty if there are none.
    var payloadPlace: Range<Int> { Self.place(word(Self.payloadWord)) }

    /// What happened, decoded.
    var kind: SESEvent.Kind {
        switch type {
        case .unknown(let name):
            let members = scan { scanner in (try? scanner.unknownMembers()) ?? [:] }
            return .unknown(.init(name: SESEvent.EventName(rawValue: name), members: members))
        case .known(let name):
            let place = payloadPlace
            guard !place.isEmpty else { return SESEvent.Kind(withoutPayload: name) }
            return scan(at: place.lowerBound) { scanner in
                // What is read was checked when it was scanned.
                (try? SESEvent.Kind(name, scanning: &scanner)) ?? SESEvent.Kind(withoutPayload: name)
            }
        }
    }

    func string(_ key: Key) -> String? {
        read(key) { (scanner) throws(JSONFault) in try scanner.string() }
    }

    var timestamp: EventTimestamp {
        read(.timestamp) { (scanner) throws(JSONFault) in try scanner.timestamp() } ?? EventTimestamp(text: "")
    }

    var destination: [String] {
        read(.destination) { (scanner) throws(JSONFault) in try scanner.strings() } ?? []
    }

    /// The recipients that the event is about, as delivered.
    var recipients: [String] {
        switch type {
        case .known(.bounce): recipients(of: SESEvent.Bounce.CodingKeys.recipients)
        case .known(.complaint): recipients(of: SESEvent.Complaint.CodingKeys.recipients)
        case .known(.deliveryDelay): recipients(of: SESEvent.DeliveryDelay.CodingKeys.recipients)
        case .known(.delivery): recipients(of: SESEvent.Delivery.CodingKeys.recipients)
        default: destination
        }
    }

    /// The addresses in a member of the payload, read without making anything of the others.
    private func recipients<PayloadKey: ScannedKey>(of member: PayloadKey) -> [String] {
        let place = payloadPlace
        guard !place.isEmpty else { return [] }
        let isOfObjects = type.name != .delivery
        return scan(at: place.lowerBound) { scanner in
            (try? scanner.recipients(of: member, isOfObjects: isOfObjects)) ?? []
        }
    }

    var headersTruncated: Bool? {
        read(.headersTruncated) { (scanner) throws(JSONFault) in try scanner.bool() }
    }

    var commonHeaders: SESEvent.CommonHeaders? {
        read(.commonHeaders) { (scanner) throws(JSONFault) in try .init(scanning: &scanner) }
    }

    private var counts: UInt64 { word(Self.countsWord) }

    var headerCount: Int { Int(counts & 0xFFFF_FFFF) }

    /// The header field of an index below ``headerCount``.
    func header(_ index: Int) -> SESEvent.MailHeader {
        let first = Self.firstPairWord + 2 * index
        let (name, value) = (Self.token(word(first)), Self.token(word(first + 1)))
        return scan { scanner in
            SESEvent.MailHeader(name: scanner.name(name) ?? "", value: scanner.text(of: value) ?? "")
        }
    }

    /// The number of tags, any whose value is none and any that come twice included.
    var tagCount: Int { Int(counts >> 32) }

    private func tag(_ index: Int) -> (name: JSONScanner.StringToken, place: Int) {
        let first = Self.firstPairWord + 2 * (headerCount + index)
        return (Self.token(word(first)), Self.place(word(first + 1)).lowerBound)
    }

    /// The tags in their order.
    var tags: [SESEvent.MailTags.Element] {
        var tags: [SESEvent.MailTags.Element] = []
        let count = tagCount
        tags.reserveCapacity(count)
        guard !hasDistinctTags else {
            for index in 0..<count {
                if let tag = self[tag: index] { tags.append(tag) }
            }
            return tags
        }
        // A tag whose value is neither a list nor a string is none, but hides a later one of its name.
        var names: Set<String> = []
        scan { scanner in
            for index in 0..<count {
                let tag = tag(index)
                guard let name = scanner.name(tag.name), names.insert(name).inserted else { continue }
                scanner.move(to: tag.place)
                if let values = try? scanner.tagValues() { tags.append((name, values)) }
            }
        }
        return tags
    }

    /// Whether no two tags can have the same name, told at a glance; false if it takes more.
    var hasDistinctTags: Bool {
        let count = tagCount
        guard count <= 16 else { return false }
        let first = Self.firstPairWord + 2 * headerCount
        return scan { scanner in
            for index in 0..<count {
                let word = word(first + 2 * index)
                // What is the same in names beyond ASCII only Unicode knows.
                guard word & (Self.notPlain | Self.escaped) == 0 else { return false }
                let name = Self.place(word)
                for earlier in 0..<index {
                    let other = Self.place(self.word(first + 2 * earlier))
                    if other.count == name.count, scanner.isSame(other, as: name) { return false }
                }
            }
            return true
        }
    }

    /// The tag of an index below ``tagCount``; nil if its value is neither a list nor a string.
    subscript(tag index: Int) -> SESEvent.MailTags.Element? {
        let tag = tag(index)
        return scan(at: tag.place) { scanner in
            guard let name = scanner.name(tag.name), let values = try? scanner.tagValues() else { return nil }
            return (name, values)
        }
    }

    /// The values of the tag of this name, read without making anything of the others.
    func tag(_ name: String) -> [String]? {
        tagPlace(name).flatMap { place in scan(at: place) { scanner in try? scanner.tagValues() } }
    }

    /// The first value of the tag of this name.
    func firstValue(ofTag name: String) -> String? {
        tagPlace(name).flatMap { place in scan(at: place) { scanner in try? scanner.firstTagValue() } }
    }

    /// Where the values of the tag of this name stand.
    func tagPlace(_ name: String) -> Int? {
        var name = name
        let first = Self.firstPairWord + 2 * headerCount
        let count = tagCount
        return name.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            let isPlain = bytes.allSatisfy { $0 < 0x80 }
            return scan { scanner in
                for index in 0..<count {
                    let word = word(first + 2 * index)
                    let token = Self.token(word)
                    // Of plain texts each byte tells; what is the same in others only Unicode knows.
                    let isFound =
                        token.isPlain && isPlain
                        ? token.end &- token.start == bytes.count && scanner.isSame(bytes, at: token.start)
                        : scanner.text(of: token) == String(decoding: bytes, as: UTF8.self)
                    if isFound { return Self.place(self.word(first + 2 * index + 1)).lowerBound }
                }
                return nil
            }
        }
    }
}

extension JSONScanner {
    fileprivate mutating func recipients<PayloadKey: ScannedKey>(
        of member: PayloadKey, isOfObjects: Bool
    ) throws(JSONFault) -> [String] {
        guard var members = try members(PayloadKey.self) else { return [] }
        var recipients: [String] = []
        while let key = try nextMember(of: &members) {
            if key != member {
                try skipValue()
            } else if isOfObjects {
                recipients = try list { (scanner) throws(JSONFault) in try scanner.recipientAddress() }
            } else {
                recipients = try strings()
            }
        }
        return members.isReadable ? recipients : []
    }

    /// The address of a recipient, as ``SESEvent/Recipient`` reads it.
    private mutating func recipientAddress() throws(JSONFault) -> String? {
        if next == UInt8(ascii: "\"") { return try string() }
        guard var members = try members(SESEvent.Recipient.CodingKeys.self) else { return nil }
        var address = ""
        while let key = try nextMember(of: &members) {
            if key == .emailAddress { address = try text() } else { try skipValue() }
        }
        return members.isReadable ? address : nil
    }
}

extension JSONScanner {
    /// The text of a name; it costs nothing for one that most e-mails have.
    @inline(__always)
    fileprivate func name(_ token: StringToken) -> String? {
        if token.isPlain, let name = CommonNames.shared.text(of: token.start..<token.end, in: self) { return name }
        return text(of: token)
    }
}
