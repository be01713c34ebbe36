extension JSONScanner {
    /// The text of a string; nil if an escape in it is half a surrogate pair, which no text can hold.
    @inline(__always)
    func text(of token: StringToken) -> String? {
        token.hasEscapes
            ? unescaped(token).map { String(decoding: $0, as: UTF8.self) }
            : String(decoding: bytes(token.start..<token.end), as: UTF8.self)
    }

    /// The bytes of a string, its escapes resolved; nil if one is half a surrogate pair.
    func unescaped(_ token: StringToken) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(token.end - token.start)
        var place = token.start
        var plain = place
        while true {
            place = plainEnd(from: place)
            guard place < token.end else { break }
            guard byte(at: place) == UInt8(ascii: "\\") else {
                place += 1
                continue
            }
            text.append(contentsOf: bytes(plain..<place))
            guard let (scalar, length) = scalar(ofEscapeAt: place) else { return nil }
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            place += length
            plain = place
        }
        text.append(contentsOf: bytes(plain..<token.end))
        return text
    }

    /// What an escape stands for and how long it is; a surrogate pair is one escape.
    private func scalar(ofEscapeAt place: Int) -> (Unicode.Scalar, length: Int)? {
        switch byte(at: place + 1) {
        case UInt8(ascii: "b"): return ("\u{8}", 2)
        case UInt8(ascii: "f"): return ("\u{C}", 2)
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        case UInt8(ascii: "u"):
            let unit = codeUnit(at: place + 2)
            if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
            guard unit < 0xDC00, byte(at: place + 6) == UInt8(ascii: "\\"), byte(at: place + 7) == UInt8(ascii: "u")
            else { return nil }
            let low = codeUnit(at: place + 8)
            guard (0xDC00..<0xE000).contains(low) else { return nil }
            return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)).map { ($0, 12) }
        // A quote, a backslash or a slash stands for itself.
        default: return (Unicode.Scalar(byte(at: place + 1)), 2)
        }
    }

    private func codeUnit(at place: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | (Self.digit(byte(at: place + $1)) ?? 0) }
    }
}
