/// The percent-encoding of RFC 3986 as SigV4 wants it: everything but unreserved characters, in upper-case digits.
package enum PercentEncoding {
    /// Whether a byte stands for itself: `A-Z a-z 0-9 - . _ ~`.
    @inline(__always)
    static func isUnreserved(_ byte: UInt8) -> Bool {
        // One bit for each character, 0…63 in the first word and 64…127 in the second.
        guard byte < 128 else { return false }
        let word: UInt64 = byte < 64 ? 0x03ff_6000_0000_0000 : 0x47ff_fffe_87ff_fffe
        return word &>> UInt64(byte & 63) & 1 == 1
    }

    /// Calls `body` with each byte, an escape such as `%2F` taken for the byte it stands for.
    ///
    /// A `%` that begins no escape stands for itself, so any input has a meaning; `+` is a plus sign.
    @inline(__always)
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void) {
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, bytes.count &- index > 2,
                let high = Hexadecimal.value(of: bytes[index &+ 1]), let low = Hexadecimal.value(of: bytes[index &+ 2])
            {
                body(high &<< 4 | low)
                index &+= 3
            } else {
                body(bytes[index])
                index &+= 1
            }
        }
    }

    /// The text that an encoded one stands for; bytes that are no UTF-8 are replaced.
    static func decoded(_ text: Substring.UTF8View) -> String {
        String(decoding: decodedBytes(Array(text)), as: UTF8.self)
    }

    private static func decodedBytes(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { decode($0) { result.append($0) } }
        return result
    }

    /// The encoded form of a text.
    package static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes += [0x25, Hexadecimal.uppercaseDigit(byte &>> 4), Hexadecimal.uppercaseDigit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text that an encoded one stands for, or nil if an escape is broken or the bytes are no UTF-8.
    package static func decode(_ text: some StringProtocol) -> String? {
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() where byte == 0x25 {
            let digits = bytes.dropFirst(index + 1).prefix(2)
            guard digits.count == 2, digits.allSatisfy({ Hexadecimal.value(of: $0) != nil }) else { return nil }
        }
        return String(validating: decodedBytes(bytes), as: UTF8.self)
    }
}

extension SigningBuffer {
    /// Writes one byte, encoded if it has to be; there must be room for three.
    @inline(__always)
    private static func encode(_ byte: UInt8, to target: inout UnsafeMutablePointer<UInt8>) {
        if PercentEncoding.isUnreserved(byte) {
            target.pointee = byte
            target += 1
        } else {
            target[0] = 0x25
            target[1] = Hexadecimal.uppercaseDigit(byte &>> 4)
            target[2] = Hexadecimal.uppercaseDigit(byte & 15)
            target += 3
        }
    }

    /// Appends bytes, each encoded if it has to be.
    mutating func append(percentEncoding bytes: UnsafeBufferPointer<UInt8>) {
        let first = reserve(bytes.count * 3)
        var target = first
        for byte in bytes { Self.encode(byte, to: &target) }
        advance(by: target - first)
    }

    /// Appends bytes that are encoded already, or partly, in the one canonical encoding.
    mutating func append(percentReencoding bytes: UnsafeBufferPointer<UInt8>) {
        let first = reserve(bytes.count * 3)
        var target = first
        PercentEncoding.decode(bytes) { Self.encode($0, to: &target) }
        advance(by: target - first)
    }

    /// Appends a text, each byte encoded if it has to be.
    mutating func append(percentEncoding text: String) {
        var text = text
        text.withUTF8 { append(percentEncoding: $0) }
    }
}
