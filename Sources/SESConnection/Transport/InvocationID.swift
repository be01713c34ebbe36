/// The id by which the service's logs tell one call from another.
package enum InvocationID {
    /// A random UUID (RFC 9562, version 4), as text.
    package static func random() -> String {
        // Foundation's own opens /dev/urandom for each.
        var random = SystemRandomNumberGenerator()
        let high = random.next() & ~0xF000 | 0x4000
        let low = random.next() & ~(0xC0 << 56) | 0x80 << 56
        return String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for index in 0..<16 {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                let number = index < 8 ? high : low
                let byte = UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * (index % 8)))
                text[place] = digit(byte >> 4)
                text[place + 1] = digit(byte & 0x0F)
                place += 2
            }
            return place
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
