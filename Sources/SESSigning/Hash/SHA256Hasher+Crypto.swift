#if CryptoSupport
import Crypto

extension SHA256Hasher {
    /// swift-crypto's hash, which uses the processor's own instructions for SHA-256.
    struct Engine: Sendable {
        private var hash = SHA256()

        mutating func update(_ bytes: UnsafeRawBufferPointer) {
            hash.update(bufferPointer: bytes)
        }

        func finalized() -> SHA256Value {
            // The digest is 32 bytes by its type, so the second choice is never taken.
            hash.finalize().withUnsafeBytes { SHA256Value($0) } ?? SHA256Value(SHA256State())
        }
    }
}
#endif
