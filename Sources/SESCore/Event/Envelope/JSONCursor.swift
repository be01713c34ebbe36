/// Walks over the tokens of JSON text and checks each by the grammar of RFC 8259.
struct JSONCursor {
    let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8], at offset: Int = 0) {
        self.bytes = bytes
        self.offset = min(max(offset, 0), bytes.count)
    }

    /// The next byte, or nil at the end.
    var next: UInt8? { byte(at: offset) }

    mutating func advance(to offset: Int) {
        self.offset = min(max(offset, self.offset), bytes.count)
    }

    func byte(at position: Int) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    func fault(_ reason: JSONFault.Reason) -> JSONFault {
        JSONFault(offset < bytes.count ? reason : .unexpectedEnd, at: offset)
    }

    mutating func skipWhitespace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    /// Goes past one byte if it is next.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    mutating func expect(_ byte: UInt8) throws(JSONFault) {
        guard skip(byte) else { throw fault(.unexpectedByte) }
    }

    mutating func skipWord(_ word: StaticString) throws(JSONFault) {
        for index in 0..<word.utf8CodeUnitCount {
            try expect(word.utf8Start[index])
        }
    }

    mutating func skipString() throws(JSONFault) {
        try expect(UInt8(ascii: "\""))
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return
            case UInt8(ascii: "\\"): try skipEscape()
            case 0x20..<0x80: offset += 1
            case 0..<0x20: throw fault(.controlCharacter)
            default: try skipWideCharacter()
            }
        }
        throw fault(.unexpectedEnd)
    }

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
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
        if offset == start { throw fault(.number) }
    }

    private mutating func skipEscape() throws(JSONFault) {
        offset += 1
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 1
        case UInt8(ascii: "u"):
            offset += 1
            for _ in 0..<4 {
                guard let byte = next, Self.isHexadecimal(byte) else { throw fault(.escape) }
                offset += 1
            }
        default: throw fault(.escape)
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    /// Goes past one character of several bytes in well-formed UTF-8 (table 3-7 of the Unicode standard).
    private mutating func skipWideCharacter() throws(JSONFault) {
        let second: ClosedRange<UInt8>
        let count: Int
        switch next {
        case .some(0xC2...0xDF): (second, count) = (0x80...0xBF, 2)
        case 0xE0: (second, count) = (0xA0...0xBF, 3)
        case 0xED: (second, count) = (0x80...0x9F, 3)
        case .some(0xE1...0xEF): (second, count) = (0x80...0xBF, 3)
        case 0xF0: (second, count) = (0x90...0xBF, 4)
        case .some(0xF1...0xF3): (second, count) = (0x80...0xBF, 4)
        case 0xF4: (second, count) = (0x80...0x8F, 4)
        default: throw fault(.encoding)
        }
        offset += 1
        for index in 1..<count {
            guard let byte = next, index == 1 ? second.contains(byte) : (0x80...0xBF).contains(byte) else {
                throw fault(.encoding)
            }
            offset += 1
        }
    }
}
