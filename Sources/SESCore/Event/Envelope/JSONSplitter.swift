/// Finds the JSON values that follow each other in a byte stream, with or without space between them.
///
/// Each value is checked to the last byte, so that what is decoded afterwards is known to be JSON, to be UTF-8 and to
/// be no deeper than ``maximumDepth``. It keeps no stack but one bit for each open container.
struct JSONSplitter {
    static let maximumDepth = UInt64.bitWidth

    private(set) var cursor: JSONCursor

    init(_ bytes: [UInt8], isStart: Bool = true) {
        cursor = JSONCursor(bytes)
        // It says nothing in UTF-8, but files have it.
        if isStart, bytes.starts(with: Self.byteOrderMark) { cursor.advance(to: Self.byteOrderMark.count) }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Whether the bytes are the beginning of a byte order mark and nothing more.
    static func isCutOffMark(_ bytes: [UInt8]) -> Bool {
        bytes.count < byteOrderMark.count && byteOrderMark.starts(with: bytes)
    }

    /// Goes to the start of the next value; false at the end.
    mutating func isAtValue() -> Bool {
        cursor.skipWhitespace()
        return cursor.next != nil
    }

    /// Goes past a line if it starts so, and says whether its end is there; nil if it doesn't start so.
    mutating func skipLine(startingWith start: StaticString) -> Bool? {
        for index in 0..<start.utf8CodeUnitCount
        where cursor.byte(at: cursor.offset + index) != start.utf8Start[index] {
            return nil
        }
        let end = cursor.bytes[cursor.offset...].firstIndex(of: UInt8(ascii: "\n"))
        cursor.advance(to: end ?? cursor.bytes.count)
        return end != nil
    }

    /// Whether the bytes end in the middle of this text.
    func isCutOff(_ text: StaticString) -> Bool {
        let rest = cursor.bytes[cursor.offset...]
        return rest.count < text.utf8CodeUnitCount
            && rest.enumerated().allSatisfy { $1 == text.utf8Start[$0] }
    }

    /// Whether a number begins here.
    func isNumber(at place: Int) -> Bool {
        switch cursor.byte(at: place) {
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): true
        default: false
        }
    }

    /// Goes to the first line after a place that begins with an object, or to the end; says whether there is one.
    ///
    /// After bytes that are no JSON nothing says where they end, except that a writer of one value a line begins the
    /// next one so. What is indented belongs to the value before.
    mutating func resume(after start: Int) -> Bool {
        let bytes = cursor.bytes
        let newline = UInt8(ascii: "\n")
        var index = start
        while let end = bytes[index...].firstIndex(of: newline), end + 1 < bytes.count {
            index = end + 1
            if bytes[index] == UInt8(ascii: "{") {
                cursor = JSONCursor(bytes, at: index)
                return true
            }
        }
        cursor.advance(to: bytes.count)
        return false
    }

    /// Goes past the value at the current place and returns where it stands.
    mutating func value() throws(JSONFault) -> Range<Int> {
        let start = cursor.offset
        // The containers around the current place, the innermost in the lowest bit: 1 is an object, 0 an array.
        var open: UInt64 = 0
        var depth = 0
        repeat {
            cursor.skipWhitespace()
            if let isObject = skipOpening() {
                guard depth < Self.maximumDepth else { throw JSONFault(.depth, at: cursor.offset - 1) }
                depth += 1
                open = open << 1 | (isObject ? 1 : 0)
                cursor.skipWhitespace()
                if !isAtClosing(isObject) {
                    if isObject { try skipMemberName() }
                    continue
                }
            } else {
                try skipScalar()
            }
            // A value has ended here, or the container around this place is about to.
            try skipEnds(&open, &depth)
        } while depth > 0
        return start..<cursor.offset
    }

    /// Closes what ends here, up to the place of the next value.
    private mutating func skipEnds(_ open: inout UInt64, _ depth: inout Int) throws(JSONFault) {
        while depth > 0 {
            let isObject = open & 1 == 1
            cursor.skipWhitespace()
            if isAtClosing(isObject) {
                cursor.advance(to: cursor.offset + 1)
                open >>= 1
                depth -= 1
            } else {
                try cursor.expect(UInt8(ascii: ","))
                if isObject {
                    cursor.skipWhitespace()
                    try skipMemberName()
                }
                return
            }
        }
    }

    /// Goes past an opening bracket: true for an object's, false for an array's, nil if there is none.
    private mutating func skipOpening() -> Bool? {
        if cursor.skip(UInt8(ascii: "{")) { return true }
        return cursor.skip(UInt8(ascii: "[")) ? false : nil
    }

    private func isAtClosing(_ isObject: Bool) -> Bool {
        cursor.next == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    private mutating func skipMemberName() throws(JSONFault) {
        try cursor.skipString()
        cursor.skipWhitespace()
        try cursor.expect(UInt8(ascii: ":"))
    }

    private mutating func skipScalar() throws(JSONFault) {
        switch cursor.next {
        case UInt8(ascii: "\""): try cursor.skipString()
        case UInt8(ascii: "t"): try cursor.skipWord("true")
        case UInt8(ascii: "f"): try cursor.skipWord("false")
        case UInt8(ascii: "n"): try cursor.skipWord("null")
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): try cursor.skipNumber()
        default: throw cursor.fault(.unexpectedByte)
        }
    }
}
