#if CryptoSupport
import Crypto
import Synchronization

/// The key pair on P-256 that belongs to an access key.
///
/// AWS derives its private number from the secret by NIST SP 800-108 in counter mode: HMAC-SHA256 with the key
/// `AWS4A` + secret over `1 ‖ algorithm ‖ 0 ‖ access key id ‖ counter ‖ 256`. A result above n − 2, n being the curve's
/// order, is dropped and the next counter tried; else the number is the result plus one.
package struct SigV4aKey: Sendable {
    private let privateKey: P256.Signing.PrivateKey

    /// Derives the key of credentials.
    package init(_ credentials: AWSCredentials) throws(SigningError) {
        var text = "AWS4A" + credentials.secretAccessKey
        let key = text.withUTF8 { HMACSHA256Key(UnsafeRawBufferPointer($0)) }
        for counter in UInt8(1)...254 {
            let input = Self.input(accessKeyID: credentials.accessKeyID, counter: counter)
            let candidate = input.withUnsafeBytes { key.authenticationCode(for: $0) }
            guard let number = candidate.withBytes(Self.privateNumber),
                let privateKey = try? P256.Signing.PrivateKey(rawRepresentation: number)
            else { continue }
            self.privateKey = privateKey
            return
        }
        throw SigningError(.noSignature, "no private key comes of the secret")
    }

    /// The public half as its two coordinates of 32 bytes each.
    package var publicKey: [UInt8] { Array(privateKey.publicKey.rawRepresentation) }

    /// Signs a string to sign.
    func signature(of stringToSign: UnsafeRawBufferPointer) throws(SigningError) -> ECDSASignature {
        do {
            return ECDSASignature(der: Array(try privateKey.signature(for: stringToSign).derRepresentation))
        } catch {
            throw SigningError(.noSignature, "the signature could not be made")
        }
    }

    /// Whether a signature is this key's over a string to sign.
    package func isValid(_ signature: [UInt8], of stringToSign: UnsafeRawBufferPointer) -> Bool {
        guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature) else { return false }
        return privateKey.publicKey.isValidSignature(signature, for: stringToSign)
    }

    private static func input(accessKeyID: String, counter: UInt8) -> [UInt8] {
        [0, 0, 0, 1] + "AWS4-ECDSA-P256-SHA256".utf8 + [0] + accessKeyID.utf8 + [counter, 0, 0, 1, 0]
    }

    /// The curve's order less two.
    private static let limit: [UInt8] = [
        0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x4f,
    ]

    /// The candidate plus one, or nil if it is above the limit; in a time that tells nothing about a number that is taken.
    static func privateNumber(of candidate: UnsafeRawBufferPointer) -> [UInt8]? {
        guard candidate.count == limit.count else { return nil }
        var borrow = 0
        var carry = 1
        var number = [UInt8](repeating: 0, count: limit.count)
        for index in limit.indices.reversed() {
            borrow = (Int(limit[index]) &- Int(candidate[index]) &- borrow) &>> 8 & 1
            carry &+= Int(candidate[index])
            number[index] = UInt8(truncatingIfNeeded: carry)
            carry = carry &>> 8
        }
        return borrow == 0 ? number : nil
    }
}

/// An ECDSA signature in DER.
struct ECDSASignature: RequestSignature {
    let der: [UInt8]

    var hexadecimal: String { Hexadecimal.text(lowercase: der) }

    func append(to buffer: inout SigningBuffer) {
        buffer.append(hexadecimal)
    }
}

/// The keys of the few credentials that one process signs with; one lasts as long as its secret, not a day.
final class SigV4aKeyCache: Sendable {
    private struct Entry {
        let accessKeyID: String
        let secret: String
        let key: SigV4aKey
    }

    private static let capacity = 8
    private let entries = Mutex<[Entry]>([])

    /// The key of credentials, derived if it isn't known.
    func key(for credentials: AWSCredentials) throws(SigningError) -> SigV4aKey {
        let known = entries.withLock { entries in
            entries.first {
                $0.accessKeyID == credentials.accessKeyID && $0.secret == credentials.secretAccessKey
            }?.key
        }
        if let known { return known }
        let key = try SigV4aKey(credentials)
        let entry = Entry(accessKeyID: credentials.accessKeyID, secret: credentials.secretAccessKey, key: key)
        entries.withLock { entries in
            if entries.count == Self.capacity { entries.removeFirst() }
            entries.append(entry)
        }
        return key
    }
}
#endif
