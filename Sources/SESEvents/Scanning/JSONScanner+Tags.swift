extension JSONScanner {
    /// A map from tag names to lists of values; empty if there is none.
    mutating func tags() throws(JSONFault) -> [String: [String]] {
        // A tag whose value is neither a list nor a string is none, but hides a later one of its name.
        var tags: [String: [String]?] = [:]
        var isReadable = true
        _ = try forEachMember { (scanner, name) throws(JSONFault) in
            let text = scanner.text(of: name)
            if text == nil { isReadable = false }
            let values = try scanner.tagValues()
            if let text, tags[text] == nil { tags[text] = .some(values) }
        }
        return isReadable ? tags.compactMapValues { $0 } : [:]
    }

    /// The values of a tag; nil if its value is of another kind.
    mutating func tagValues() throws(JSONFault) -> [String]? {
        switch next {
        case UInt8(ascii: "["): return try strings()
        case UInt8(ascii: "\""): return try string().map { [$0] }
        default:
            try skipValue()
            return nil
        }
    }

    /// The first value of a tag; nil if there is none.
    mutating func firstTagValue() throws(JSONFault) -> String? {
        if let token = listOfOne() { return text(of: token) }
        return try tagValues()?.first
    }

    /// Whether these bytes of the input are this text, byte by byte.
    func isText(_ text: String, at place: Range<Int>) -> Bool {
        var text = text
        return text.withUTF8 { $0.count == place.count && isSame(UnsafeRawBufferPointer($0), at: place.lowerBound) }
    }

    /// Whether the same bytes stand at two places.
    @inline(__always)
    func isSame(_ one: Range<Int>, as other: Range<Int>) -> Bool {
        isSame(bytes(one), at: other.lowerBound)
    }

    /// Whether these bytes stand at a place.
    @inline(__always)
    func isSame(_ text: UnsafeRawBufferPointer, at place: Int) -> Bool {
        var index = 0
        while index &+ 8 <= text.count {
            let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            guard self.word(at: place &+ index) == word else { return false }
            index &+= 8
        }
        while index < text.count {
            guard byte(at: place &+ index) == text[index] else { return false }
            index &+= 1
        }
        return true
    }
}
