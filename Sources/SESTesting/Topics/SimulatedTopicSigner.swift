#if CryptoSupport
import Crypto
package import _CryptoExtras

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// What signs the messages of simulated topics: a key, and the address of its certificate.
package struct SimulatedTopicSigner: Sendable {
    package var key: _RSA.Signing.PrivateKey
    package var certificateURL: String

    package init(key: _RSA.Signing.PrivateKey, certificateURL: String) {
        self.key = key
        self.certificateURL = certificateURL
    }

    /// A key that all simulations of a process share: making one takes longer than most tests.
    package static func sharedKey() throws -> _RSA.Signing.PrivateKey { try shared.get() }

    private static let shared = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    /// The members of a message that are signed, in the order that SNS signs them, with each a line end.
    package static func signedText(_ members: [String: String]) -> String {
        let names = [
            "Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type",
        ]
        return names.map { name in members[name].map { "\(name)\n\($0)\n" } ?? "" }.joined()
    }

    /// A text's signature in Base64.
    package func signature(of text: String, version: String) throws -> String {
        let data = Data(text.utf8)
        let signature =
            version == "2"
            ? try key.signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
            : try key.signature(for: Insecure.SHA1.hash(data: data), padding: .insecurePKCS1v1_5)
        return signature.rawRepresentation.base64EncodedString()
    }

    /// A message in the JSON that SNS posts, signed.
    ///
    /// - Parameters:
    ///   - members: The members that are signed.
    ///   - version: The signature's version.
    ///   - unsubscribeURL: A member that isn't signed.
    package func envelope(
        _ members: [String: String], version: String, unsubscribeURL: String? = nil
    ) throws -> Data {
        var envelope = OrderedJSON()
        let names = ["Type", "MessageId", "Token", "TopicArn", "Subject", "Message", "SubscribeURL", "Timestamp"]
        for name in names {
            if let value = members[name] { envelope.add(name, value) }
        }
        envelope.add("SignatureVersion", version)
        envelope.add("Signature", try signature(of: Self.signedText(members), version: version))
        envelope.add("SigningCertURL", certificateURL)
        if let unsubscribeURL { envelope.add("UnsubscribeURL", unsubscribeURL) }
        return envelope.spread
    }
}
#endif
