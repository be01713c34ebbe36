#if CryptoSupport
import Crypto
import _CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The key of a certificate that was found good, and the time in which that holds.
struct SNSSigningKey: Sendable {
    let key: _RSA.Signing.PublicKey
    /// From when to when the certificate and all those it rests on hold.
    let validity: ClosedRange<Date>

    /// Whether a text was signed with this key.
    func signed(_ text: Data, with signature: Data, version: SNSSignatureVersion) -> Bool {
        let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
        switch version {
        case .one:
            return key.isValidSignature(
                signature, for: Insecure.SHA1.hash(data: text), padding: .insecurePKCS1v1_5)
        case .two:
            return key.isValidSignature(signature, for: SHA256.hash(data: text), padding: .insecurePKCS1v1_5)
        default: return false
        }
    }
}
#endif
