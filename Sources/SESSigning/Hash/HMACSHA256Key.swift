/// A key of HMAC-SHA256 (RFC 2104) with both of its padded blocks hashed already.
///
/// A signing key is used for a day of requests, so each of them is spared two of the four blocks.
package struct HMACSHA256Key: Sendable {
    private let inner: SHA256Hasher
    private let outer: SHA256Hasher

    /// Prepares a key; one longer than a block of 64 bytes is hashed first.
    package init(_ key: UnsafeRawBufferPointer) {
        var block: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &block) { block in
            if key.count <= block.count {
                block.copyMemory(from: key)
            } else {
                SHA256Hasher.hash(key).withBytes { block.copyMemory(from: $0) }
            }
        }
        inner = Self.hasher(over: block, xor: 0x3636_3636_3636_3636)
        outer = Self.hasher(over: block, xor: 0x5c5c_5c5c_5c5c_5c5c)
    }

    /// Prepares a key from a value, as the steps of a key's derivation do.
    package init(_ key: SHA256Value) {
        self = key.withBytes { HMACSHA256Key($0) }
    }

    /// The code that authenticates a message.
    package func authenticationCode(for message: UnsafeRawBufferPointer) -> SHA256Value {
        var inner = self.inner
        inner.update(message)
        var outer = self.outer
        inner.finalized().withBytes { outer.update($0) }
        return outer.finalized()
    }

    /// The code that authenticates a text's UTF-8.
    package func authenticationCode(for message: String) -> SHA256Value {
        var message = message
        return message.withUTF8 { authenticationCode(for: UnsafeRawBufferPointer($0)) }
    }

    private static func hasher(
        over block: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64), xor pad: UInt64
    ) -> SHA256Hasher {
        let padded = (
            block.0 ^ pad, block.1 ^ pad, block.2 ^ pad, block.3 ^ pad,
            block.4 ^ pad, block.5 ^ pad, block.6 ^ pad, block.7 ^ pad
        )
        var hasher = SHA256Hasher()
        withUnsafeBytes(of: padded) { hasher.update($0) }
        return hasher
    }
}
