/// The checksum CRC-32C (Castagnoli) of bytes that come in parts.
///
/// Source: RFC 3720, B.4, with its test vectors.
struct CRC32C: Equatable {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
    }

    private var state = ~UInt32(0)

    /// The checksum of all bytes so far.
    var value: UInt32 { ~state }

    /// Takes more bytes in.
    mutating func update(_ bytes: some Sequence<UInt8>) {
        Self.table.withUnsafeBufferPointer { table in
            for byte in bytes { state = state >> 8 ^ table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] }
        }
    }
}
