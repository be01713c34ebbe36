#if canImport(CryptoKit)
import CryptoKit
#endif

/// SHA-256 over bytes that come in pieces: CryptoKit's where the platform has it, else ``PortableSHA256``.
package struct SHA256Hasher: Sendable {
    #if canImport(CryptoKit)
    private var engine = CryptoKit.SHA256()
    #else
    private var engine = PortableSHA256()
    #endif

    /// Starts with no bytes.
    package init() {}

    /// Takes in more bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        #if canImport(CryptoKit)
        engine.update(bufferPointer: bytes)
        #else
        engine.update(bytes)
        #endif
    }

    /// The hash of the bytes so far; more may follow.
    package func finalized() -> SHA256Value {
        #if canImport(CryptoKit)
        // CryptoKit's digest is 32 bytes by its type, so the second choice is never taken.
        engine.finalize().withUnsafeBytes { SHA256Value($0) } ?? SHA256Value(SHA256State())
        #else
        engine.finalized()
        #endif
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
