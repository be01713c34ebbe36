/// Walks over the tokens of JSON text in memory and checks each by the grammar of RFC 8259, UTF-8 included.
///
/// It holds a pointer, so it lives only inside the closure that was given the bytes. Every read is behind a comparison with
/// `count`, so that no bytes, however broken, lead past the end.
struct JSONScanner {
    /// How deep containers may be nested.
    static let maximumDepth = 64

    private let base: UnsafeRawPointer
    /// How many bytes there are.
    private(set) var count: Int
    /// The place of the next byte.
    private(set) var offset: Int
    /// How many containers are open around the place.
    private(set) var depth = 0

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
        // Of no bytes nothing is ever read; any address will do.
        base = bytes.baseAddress ?? UnsafeRawPointer(("" as StaticString).utf8Start)
        count = bytes.count
        self.offset = min(max(offset, 0), bytes.count)
    }

    /// The next byte; 0, which JSON has nowhere outside of errors, at the end.
    @inline(__always)
    var next: UInt8 { offset < count ? unchecked(offset) : 0 }

    var isAtEnd: Bool { offset >= count }

    /// The byte at a place that is known to be before the end.
    @inline(__always)
    private func unchecked(_ place: Int) -> UInt8 { base.load(fromByteOffset: place, as: UInt8.self) }

    func byte(at place: Int) -> UInt8 { place >= 0 && place < count ? unchecked(place) : 0 }

    /// The bytes of a range of places, cut to those there are.
    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        let range = range.clamped(to: 0..<count)
        return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Eight bytes as a little-endian number, or nil where there are fewer.
    @inline(__always)
    func word(at place: Int) -> UInt64? {
        guard place &+ 8 <= count else { return nil }
        return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    @inline(__always)
    mutating func move(to place: Int) { offset = min(max(place, 0), count) }

    /// Takes away the bytes from a place on.
    mutating func cut(to end: Int) {
        count = min(max(end, 0), count)
        offset = min(offset, count)
    }

    func fault(_ reason: JSONFault.Reason) -> JSONFault {
        JSONFault(offset < count ? reason : .unexpectedEnd, at: offset)
    }

    @inline(__always)
    mutating func skipWhitespace() {
        while offset < count {
            let byte = unchecked(offset)
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset &+= 1
        }
    }

    /// Goes past one byte if it is next.
    @inline(__always)
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset &+= 1
        return true
    }

    @inline(__always)
    mutating func expect(_ byte: UInt8) throws(JSONFault) {
        guard skip(byte) else { throw fault(.unexpectedByte) }
    }

    mutating func skipWord(_ word: StaticString) throws(JSONFault) {
        for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
    }

    @inline(__always)
    mutating func open() throws(JSONFault) {
        guard depth < Self.maximumDepth else { throw JSONFault(.depth, at: offset) }
        depth &+= 1
        offset &+= 1
    }

    /// Starts anew outside of all containers, after a fault.
    mutating func closeAll() { depth = 0 }

    @inline(__always)
    mutating func close() {
        depth &-= 1
        offset &+= 1
    }
}

extension JSONScanner {
    /// A string's content: the places between its quotes.
    struct StringToken {
        let start: Int
        let end: Int
        /// Whether it has escapes, so that its bytes aren't its text.
        let hasEscapes: Bool
        /// Whether it is ASCII without escapes.
        let isPlain: Bool
    }

    /// Goes past a string, checked, and says where its content is.
    @inline(__always)
    mutating func stringToken() throws(JSONFault) -> StringToken {
        try expect(UInt8(ascii: "\""))
        let start = offset
        offset = plainEnd(from: start)
        if next == UInt8(ascii: "\"") {
            offset &+= 1
            return StringToken(start: start, end: offset &- 1, hasEscapes: false, isPlain: true)
        }
        return try restOfString(from: start)
    }

    /// Goes on in a string at the first byte that isn't plain.
    @inline(never)
    private mutating func restOfString(from start: Int) throws(JSONFault) -> StringToken {
        var hasEscapes = false
        while offset < count {
            switch unchecked(offset) {
            case UInt8(ascii: "\""):
                offset &+= 1
                return StringToken(start: start, end: offset &- 1, hasEscapes: hasEscapes, isPlain: false)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try skipEscape()
            case 0..<0x20: throw fault(.controlCharacter)
            default: try skipWideCharacter()
            }
            offset = plainEnd(from: offset)
        }
        throw fault(.unexpectedEnd)
    }

    /// The place after ASCII that is neither a quote, a backslash nor a control character.
    @inline(__always)
    func plainEnd(from start: Int) -> Int {
        var place = start
        while place &+ 16 <= count {
            let bytes = base.loadUnaligned(fromByteOffset: place, as: SIMD16<Int8>.self)
            // As signed numbers the bytes of wide characters are below zero, so one comparison finds them too.
            // Only the operators between two vectors of one concrete type are single instructions.
            let stops =
                (bytes .< SIMD16<Int8>(repeating: 0x20)) .| (bytes .== SIMD16<Int8>(repeating: 0x22))
                .| (bytes .== SIMD16<Int8>(repeating: 0x5C))
            let words = unsafeBitCast(stops, to: SIMD2<UInt64>.self)
            let low = UInt64(littleEndian: words.x)
            if low != 0 { return place &+ low.trailingZeroBitCount &>> 3 }
            let high = UInt64(littleEndian: words.y)
            if high != 0 { return place &+ 8 &+ high.trailingZeroBitCount &>> 3 }
            place &+= 16
        }
        while place < count {
            let byte = unchecked(place)
            guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { break }
            place &+= 1
        }
        return place
    }

    private mutating func skipEscape() throws(JSONFault) {
        offset &+= 1
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset &+= 1
        case UInt8(ascii: "u"):
            offset &+= 1
            for _ in 0..<4 {
                guard Self.digit(next) != nil else { throw fault(.escape) }
                offset &+= 1
            }
        default: throw fault(.escape)
        }
    }

    /// The value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte &- UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte &- UInt8(ascii: "a") &+ 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte &- UInt8(ascii: "A") &+ 10)
        default: nil
        }
    }

    /// Goes past one character of several bytes in well-formed UTF-8 (table 3-7 of the Unicode standard).
    private mutating func skipWideCharacter() throws(JSONFault) {
        let second: ClosedRange<UInt8>
        let length: Int
        switch next {
        case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
        case 0xE0: (second, length) = (0xA0...0xBF, 3)
        case 0xED: (second, length) = (0x80...0x9F, 3)
        case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
        case 0xF0: (second, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
        case 0xF4: (second, length) = (0x80...0x8F, 4)
        default: throw fault(.encoding)
        }
        offset &+= 1
        for index in 1..<length {
            guard index == 1 ? second.contains(next) : (0x80...0xBF).contains(next) else { throw fault(.encoding) }
            offset &+= 1
        }
    }
}

extension JSONScanner {
    /// Goes past a number, checked.
    mutating func skipNumber() throws(JSONFault) {
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { try skipDigits() }
        if skip(UInt8(ascii: ".")) { try skipDigits() }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            try skipDigits()
        }
    }

    private mutating func skipDigits() throws(JSONFault) {
        let start = offset
        while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { offset &+= 1 }
        if offset == start { throw fault(.number) }
    }

    /// Goes past one value, checked, whatever it is.
    ///
    /// It keeps no stack but one bit for each open container.
    @inline(__always)
    mutating func skipValue() throws(JSONFault) {
        if next == UInt8(ascii: "\"") { _ = try stringToken() } else { try skipOtherValue() }
    }

    private mutating func skipOtherValue() throws(JSONFault) {
        // A copy can live in registers.
        var scanner = self
        defer { self = scanner }
        try scanner.skipNestedValue()
    }

    @inline(__always)
    private mutating func skipNestedValue() throws(JSONFault) {
        let outerDepth = depth
        // The containers around the place, the innermost in the lowest bit: 1 is an object, 0 an array.
        var kinds: UInt64 = 0
        repeat {
            skipWhitespace()
            switch next {
            case UInt8(ascii: "\""): _ = try stringToken()
            case UInt8(ascii: "{"):
                try open()
                kinds = kinds &<< 1 | 1
                skipWhitespace()
                if next != UInt8(ascii: "}") {
                    try skipName()
                    continue
                }
            case UInt8(ascii: "["):
                try open()
                kinds = kinds &<< 1
                skipWhitespace()
                if next != UInt8(ascii: "]") { continue }
            case UInt8(ascii: "t"): try skipWord("true")
            case UInt8(ascii: "f"): try skipWord("false")
            case UInt8(ascii: "n"): try skipWord("null")
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
            default: throw fault(.unexpectedByte)
            }
            try skipEnds(&kinds, outerDepth)
        } while depth > outerDepth
    }

    /// Closes what ends after a value, up to the place of the next one.
    @inline(__always)
    private mutating func skipEnds(_ kinds: inout UInt64, _ outerDepth: Int) throws(JSONFault) {
        while depth > outerDepth {
            let isObject = kinds & 1 == 1
            skipWhitespace()
            if next == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                close()
                kinds &>>= 1
            } else {
                try expect(UInt8(ascii: ","))
                if isObject {
                    skipWhitespace()
                    try skipName()
                }
                return
            }
        }
    }

    @inline(__always)
    private mutating func skipName() throws(JSONFault) {
        _ = try stringToken()
        try skipColon()
    }

    @inline(__always)
    mutating func skipColon() throws(JSONFault) {
        skipWhitespace()
        try expect(UInt8(ascii: ":"))
    }
}
