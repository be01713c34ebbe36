/// The names of an object's members, laid out to be compared eight bytes at a time.
///
/// It is safe to share: what it points to is written once, in the initialiser, and lives as long as the process, as the
/// tables themselves do. A pointer spares the counting of references for each object that is scanned.
struct NameTable: @unchecked Sendable {
    private struct Entry {
        /// The length with the quote that closes the name.
        let length: Int
        /// The first eight bytes, the quote included, and which of their bits count.
        let head: UInt64
        let headMask: UInt64
        /// The bytes from the ninth on, as many as eight, of names that are longer than sixteen with their quote.
        let middle: UInt64
        /// The last eight bytes of names that are longer than eight with their quote.
        let tail: UInt64
        let name: [UInt8]

        init(_ name: String) {
            self.name = Array(name.utf8)
            let quoted = self.name + [UInt8(ascii: "\"")]
            length = quoted.count
            head = Self.word(quoted.prefix(8))
            headMask = length >= 8 ? .max : 1 << UInt64(8 * length) - 1
            middle = Self.word(quoted.dropFirst(8).prefix(8))
            tail = Self.word(quoted.suffix(8))
        }

        private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
            bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    private let entries: UnsafePointer<Entry>
    let count: Int

    init(_ names: [String]) {
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: names.count)
        for (index, name) in names.enumerated() { (entries + index).initialize(to: Entry(name)) }
        self.entries = UnsafePointer(entries)
        count = names.count
    }

    /// Whether this name stands, with the quote that closes it, at a place; its length with the quote if so, else 0.
    ///
    /// Near the end of the input it may miss one; ``index(of:in:)`` does not.
    @inline(__always)
    func matches(_ index: Int, at place: Int, in scanner: JSONScanner) -> Int {
        let entry = entries + index
        guard let head = scanner.word(at: place), head & entry.pointee.headMask == entry.pointee.head else { return 0 }
        let length = entry.pointee.length
        if length > 8 {
            guard scanner.word(at: place &+ length &- 8) == entry.pointee.tail else { return 0 }
            if length > 16 {
                guard scanner.word(at: place &+ 8) == entry.pointee.middle else { return 0 }
                if length > 24 {
                    let bytes = scanner.bytes(place..<place &+ length &- 1)
                    guard bytes.elementsEqual(entry.pointee.name) else { return 0 }
                }
            }
        }
        return length
    }

    /// The index of the name that this string of the input is.
    func index(of token: JSONScanner.StringToken, in scanner: JSONScanner) -> Int? {
        if token.hasEscapes {
            return scanner.unescaped(token).flatMap { name in name.withUnsafeBytes(index(of:)) }
        }
        for index in 0..<count where matches(index, at: token.start, in: scanner) != 0 { return index }
        // The words that are compared may reach beyond the end of the input.
        return token.end &+ 8 < scanner.count ? nil : index(of: scanner.bytes(token.start..<token.end))
    }

    private func index(of name: UnsafeRawBufferPointer) -> Int? {
        (0..<count).first { entries[$0].name.elementsEqual(name) }
    }
}

/// The members that are read of a kind of object.
///
/// It is safe to share, as ``NameTable`` is: what it points to is written once and lives as long as the process.
struct MemberTable<Key: CodingKey & CaseIterable & Equatable & Sendable>: @unchecked Sendable {
    fileprivate let names: NameTable
    private let keys: UnsafePointer<Key>

    init() {
        let all = Array(Key.allCases)
        names = NameTable(all.map(\.stringValue))
        let keys = UnsafeMutablePointer<Key>.allocate(capacity: all.count)
        keys.initialize(from: all, count: all.count)
        self.keys = UnsafePointer(keys)
    }

    /// The key that this string of the input names.
    func key(of token: JSONScanner.StringToken, in scanner: JSONScanner) -> Key? {
        names.index(of: token, in: scanner).map { keys[$0] }
    }

    /// The key of an index that the table of names gave.
    @inline(__always)
    fileprivate func key(at index: Int) -> Key { keys[index] }

    fileprivate func index(of key: Key) -> Int? { (0..<names.count).first { keys[$0] == key } }
}

/// The names of the members that are read of a kind of object, at most 64.
protocol ScannedKey: CodingKey, CaseIterable, Equatable, Sendable {
    static var table: MemberTable<Self> { get }
}

/// Where a scanner stands in an object, whatever its kind.
private struct MemberState {
    let names: NameTable
    /// One bit for each member of the table that was there already.
    var seen: UInt64 = 0
    /// The member that usually comes next.
    var expected = 0
    var isFirst = true
    /// Whether all names are text.
    var isReadable = true
}

/// Where a scanner stands in an object whose members are read one by one.
struct ScannedMembers<Key: ScannedKey> {
    fileprivate var state = MemberState(names: Key.table.names)

    /// Whether all names are text; an object with one that isn't can't be read as an object at all.
    var isReadable: Bool { state.isReadable }

    /// Says which member usually comes next, where it isn't the next of the table.
    mutating func expect(_ key: Key) {
        if let index = Key.table.index(of: key) { state.expected = index }
    }
}

extension JSONScanner {
    /// Opens an object; nil if the next value isn't one, which is then skipped.
    @inline(__always)
    mutating func members<Key: ScannedKey>(_: Key.Type) throws(JSONFault) -> ScannedMembers<Key>? {
        skipWhitespace()
        guard next == UInt8(ascii: "{") else {
            try skipValue()
            return nil
        }
        try open()
        return ScannedMembers()
    }

    /// Goes to the value of the next member that is known by name and didn't come before; nil at the object's end.
    ///
    /// Of members of the same name the first counts, as with Foundation's decoder.
    @inline(__always)
    mutating func nextMember<Key: ScannedKey>(of members: inout ScannedMembers<Key>) throws(JSONFault) -> Key? {
        let index = try nextIndex(&members.state)
        return index < 0 ? nil : Key.table.key(at: index)
    }

    /// The index of the next member, -1 at the object's end.
    ///
    /// It is the same code for all kinds of objects.
    @inline(never)
    private mutating func nextIndex(_ members: inout MemberState) throws(JSONFault) -> Int {
        // A copy can live in registers.
        var scanner = self
        defer { self = scanner }
        while true {
            scanner.skipWhitespace()
            if scanner.next == UInt8(ascii: "}") {
                scanner.close()
                return -1
            }
            if members.isFirst {
                members.isFirst = false
            } else {
                // After a comma there is a name: the object can't end there.
                try scanner.expect(UInt8(ascii: ","))
                scanner.skipWhitespace()
            }
            guard scanner.next == UInt8(ascii: "\"") else { throw scanner.fault(.unexpectedByte) }
            let index = try scanner.memberIndex(&members)
            try scanner.skipColon()
            scanner.skipWhitespace()
            if index >= 0, members.seen & (1 &<< UInt64(index)) == 0 {
                members.seen |= 1 &<< UInt64(index)
                members.expected = index &+ 1
                return index
            }
            try scanner.skipValue()
        }
    }

    /// Goes past a member's name and says which it is, -1 for one that isn't known; AWS's order is tried first.
    @inline(__always)
    private mutating func memberIndex(_ members: inout MemberState) throws(JSONFault) -> Int {
        let place = offset &+ 1
        var index = members.expected
        let end = min(index &+ 3, members.names.count)
        while index < end {
            let length = members.names.matches(index, at: place, in: self)
            if length != 0 {
                move(to: place &+ length)
                return index
            }
            index &+= 1
        }
        return try unexpectedIndex(&members)
    }

    @inline(never)
    private mutating func unexpectedIndex(_ members: inout MemberState) throws(JSONFault) -> Int {
        let token = try stringToken()
        if token.hasEscapes, unescaped(token) == nil { members.isReadable = false }
        return members.names.index(of: token, in: self) ?? -1
    }
}
