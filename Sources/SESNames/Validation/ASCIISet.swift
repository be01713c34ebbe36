/// A set of ASCII characters, asked by byte: most texts have no others, and their bytes are looked at several times as fast as
/// their scalars.
package struct ASCIISet: Sendable {
    /// One bit for each character, 0…63 in the first and 64…127 in the second.
    private let low: UInt64
    private let high: UInt64

    /// The ASCII characters of which something is true.
    package init(where isMember: (Unicode.Scalar) -> Bool) {
        func word(from first: UInt8) -> UInt64 {
            (0..<64).reduce(0) { $0 | (isMember(Unicode.Scalar(first + $1)) ? 1 << UInt64($1) : 0) }
        }
        low = word(from: 0)
        high = word(from: 64)
    }

    /// Whether a byte is one of these characters; no byte beyond ASCII is.
    package func contains(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 == 1
    }

    /// Whether a text has nothing but these characters, and as many as a range permits.
    package func holds(_ text: String, of lengths: ClosedRange<Int>) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            lengths.contains(bytes.count) && bytes.allSatisfy { contains($0) }
        } ?? false
    }
}
