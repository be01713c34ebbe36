#if CryptoSupport
import Crypto
import Foundation
import SESSigning
import Testing

/// With the trait every hash is swift-crypto's; the one that everybody else gets has to give the same.
@Suite("SHA-256 and HMAC, ours against swift-crypto's")
struct CryptoDifferenceTests {
    private func bytes(_ count: Int, seed: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761 &+ seed &* 40_503) >> 7) }
    }

    @Test("every length around the blocks' edges gives the same hash, three ways")
    func lengths() {
        for count in Array(0...260) + [1000, 4096, 65_537, 1 << 20] {
            let message = bytes(count, seed: count)
            let expected = Array(SHA256.hash(data: message))
            var portable = PortableSHA256()
            message.withUnsafeBytes { portable.update($0) }
            #expect(portable.finalized().withBytes { Array($0) } == expected, "\(count) bytes")
            #expect(SHA256Hasher.hash(message).withBytes { Array($0) } == expected, "\(count) bytes")
        }
    }

    @Test("the pieces a message comes in make no difference, nor does a hash taken in between")
    func pieces() {
        for seed in 0..<200 {
            let message = bytes(seed * 7 + 1, seed: seed)
            var portable = PortableSHA256()
            var hasher = SHA256Hasher()
            var crypto = SHA256()
            var rest = message[...]
            while !rest.isEmpty {
                let piece = rest.prefix(1 + (rest.count * 31 + seed) % 97)
                rest = rest.dropFirst(piece.count)
                piece.withUnsafeBytes {
                    portable.update($0)
                    hasher.update($0)
                    crypto.update(bufferPointer: $0)
                }
                let copy = hasher
                #expect(copy.finalized() == portable.finalized())
            }
            #expect(portable.finalized().withBytes { Array($0) } == Array(crypto.finalize()))
            #expect(hasher.finalized() == portable.finalized())
        }
    }

    @Test("a key of any length authenticates as swift-crypto's does")
    func authentication() {
        for count in [0, 1, 20, 31, 32, 33, 63, 64, 65, 128, 200] {
            let (key, message) = (bytes(count, seed: 1), bytes(count * 3 + 5, seed: 2))
            let expected = Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key)))
            let ours = key.withUnsafeBytes { HMACSHA256Key($0) }
            let code = message.withUnsafeBytes { ours.authenticationCode(for: $0) }
            #expect(code.withBytes { Array($0) } == expected, "a key of \(count) bytes")
        }
    }
}
#endif
