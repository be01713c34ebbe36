/// The 32 bytes of a SHA-256 hash or an HMAC over it; two compare in constant time.
package struct SHA256Value: Sendable, Equatable {
    /// The bytes in memory order.
    private var storage: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init(_ state: SHA256State) {
        storage.0 = Self.pack(state.h0, state.h1)
        storage.1 = Self.pack(state.h2, state.h3)
        storage.2 = Self.pack(state.h4, state.h5)
        storage.3 = Self.pack(state.h6, state.h7)
    }

    /// Takes 32 bytes; nil for any other number.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        withUnsafeMutableBytes(of: &storage) { $0.copyMemory(from: bytes) }
    }

    /// Reads 64 lower-case hexadecimal digits; nil for anything else.
    package init?(hexadecimal: String) {
        guard hexadecimal.utf8.count == 64, let bytes = Hexadecimal.bytes(lowercase: Array(hexadecimal.utf8)),
            let value = bytes.withUnsafeBytes({ SHA256Value($0) })
        else { return nil }
        self = value
    }

    /// The bytes as 64 lower-case hexadecimal digits.
    package var hexadecimal: String {
        String(unsafeUninitializedCapacity: 64) { digits in
            guard let start = digits.baseAddress else { return 0 }
            writeHexadecimal(to: start)
            return 64
        }
    }

    /// Lends the 32 bytes.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: storage, body)
    }

    /// Writes 64 lower-case hexadecimal digits.
    func writeHexadecimal(to target: UnsafeMutablePointer<UInt8>) {
        withUnsafeBytes(of: storage) { bytes in
            for index in 0..<32 {
                target[index &* 2] = Hexadecimal.lowercaseDigit(bytes[index] &>> 4)
                target[index &* 2 &+ 1] = Hexadecimal.lowercaseDigit(bytes[index] & 15)
            }
        }
    }

    /// Whether two values are the same, in a time that doesn't depend on where they differ.
    package static func == (a: SHA256Value, b: SHA256Value) -> Bool {
        let (x, y) = (a.storage, b.storage)
        return (x.0 ^ y.0) | (x.1 ^ y.1) | (x.2 ^ y.2) | (x.3 ^ y.3) == 0
    }

    private static func pack(_ first: UInt32, _ second: UInt32) -> UInt64 {
        (UInt64(first) &<< 32 | UInt64(second)).bigEndian
    }
}
