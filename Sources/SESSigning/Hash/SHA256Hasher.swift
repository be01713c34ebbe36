/// SHA-256 over bytes that come in pieces: swift-crypto's with the `CryptoSupport` trait, else CryptoKit's where the
/// platform has it, else ``PortableSHA256``.
package struct SHA256Hasher: Sendable {
    private var engine = Engine()

    /// Starts with no bytes.
    package init() {}

    /// Takes in more bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        engine.update(bytes)
    }

    /// The hash of the bytes so far; more may follow.
    package func finalized() -> SHA256Value {
        engine.finalized()
    }

    /// The hash of one piece.
    package static func hash(_ bytes: UnsafeRawBufferPointer) -> SHA256Value {
        var hasher = SHA256Hasher()
        hasher.update(bytes)
        return hasher.finalized()
    }

    /// The hash of one piece.
    package static func hash(_ bytes: some Sequence<UInt8>) -> SHA256Value {
        bytes.withContiguousStorageIfAvailable { hash(UnsafeRawBufferPointer($0)) }
            ?? Array(bytes).withUnsafeBytes { hash($0) }
    }
}
