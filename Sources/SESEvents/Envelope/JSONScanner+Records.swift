extension JSONScanner {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Whether the bytes are the beginning of a byte order mark and nothing more.
    var isCutOffMark: Bool {
        count < Self.byteOrderMark.count && Self.byteOrderMark.starts(with: bytes(0..<count))
    }

    /// Goes past a byte order mark: it says nothing in UTF-8, but files have it.
    mutating func skipByteOrderMark() {
        if bytes(offset..<count).starts(with: Self.byteOrderMark) { move(to: offset + Self.byteOrderMark.count) }
    }

    var isAtNumber: Bool { next == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) }

    /// Goes to the start of the next value; false at the end.
    mutating func isAtValue() -> Bool {
        skipWhitespace()
        return !isAtEnd
    }

    /// Goes past a line if it starts so, and says whether its end is there; nil if it doesn't start so.
    mutating func skipLine(startingWith start: StaticString) -> Bool? {
        let rest = bytes(offset..<count)
        guard rest.starts(with: UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount)) else {
            return nil
        }
        let end = rest.firstIndex(of: UInt8(ascii: "\n"))
        move(to: end.map { offset + $0 } ?? count)
        return end != nil
    }

    /// Whether the bytes end in the middle of this text.
    func isCutOff(_ text: StaticString) -> Bool {
        let rest = bytes(offset..<count)
        return rest.count < text.utf8CodeUnitCount
            && UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).starts(with: rest)
    }

    /// Goes to the first line after a place that begins with an object, or to the end; says whether there is one.
    ///
    /// After bytes that are no JSON nothing says where they end, except that a writer of one value a line begins the
    /// next one so. What is indented belongs to the value before.
    mutating func resume(after start: Int) -> Bool {
        closeAll()
        var place = start
        while let length = bytes(place..<count).firstIndex(of: UInt8(ascii: "\n")) {
            place += length + 1
            if byte(at: place) == UInt8(ascii: "{") {
                move(to: place)
                return true
            }
        }
        move(to: count)
        return false
    }
}
