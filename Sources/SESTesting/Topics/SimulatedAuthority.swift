#if CryptoSupport
import Crypto
import SwiftASN1
import X509
package import _CryptoExtras

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// A certification authority that lives as long as a test: a root, and one between it and the certificates it issues.
package struct SimulatedAuthority: Sendable {
    /// What a certificate is to say.
    package struct Terms: Sendable {
        package var name: String
        package var start: Date
        package var end: Date
        package var isForServers = true
        /// Where its issuer's certificate is said to be; nil to say nothing.
        package var issuerURL: String? = SimulatedAuthority.intermediateURL

        package init(name: String, start: Date, end: Date) {
            self.name = name
            self.start = start
            self.end = end
        }
    }

    /// Where certificates say that the one between is.
    package static let intermediateURL = "http://crt.simulated.amazontrust.com/simulated.cer"

    /// The root, in PEM.
    package let rootPEM: String
    /// The one between, in DER.
    package let intermediateDER: Data
    private let key: P256.Signing.PrivateKey
    private let name: DistinguishedName

    /// Creates an authority whose certificates hold for ten years around a time.
    package init(around date: Date) throws {
        let rootKey = P256.Signing.PrivateKey()
        let key = P256.Signing.PrivateKey()
        let rootName = try DistinguishedName { CommonName("Simulated Root CA") }
        let name = try DistinguishedName { CommonName("Simulated RSA 2048 M01") }
        func authority(
            _ key: P256.Signing.PublicKey, named subject: DistinguishedName, pathLength: Int?
        ) throws -> Certificate {
            try Certificate(
                version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: Certificate.PublicKey(key),
                notValidBefore: date.addingTimeInterval(-Self.fiveYears),
                notValidAfter: date.addingTimeInterval(Self.fiveYears), issuer: rootName, subject: subject,
                signatureAlgorithm: .ecdsaWithSHA256,
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.isCertificateAuthority(maxPathLength: pathLength))
                    Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                },
                issuerPrivateKey: Certificate.PrivateKey(rootKey))
        }
        rootPEM = try authority(rootKey.publicKey, named: rootName, pathLength: 1).serializeAsPEM().pemString
        var serializer = DER.Serializer()
        try serializer.serialize(try authority(key.publicKey, named: name, pathLength: 0))
        intermediateDER = Data(serializer.serializedBytes)
        self.key = key
        self.name = name
    }

    private static let fiveYears: Double = 5 * 365 * 86_400

    /// Issues a certificate, in PEM.
    package func certificate(_ terms: Terms, for key: _RSA.Signing.PublicKey) throws -> String {
        try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: Certificate.PublicKey(key),
            notValidBefore: terms.start, notValidAfter: terms.end, issuer: name,
            subject: try DistinguishedName { CommonName(terms.name) }, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true, keyEncipherment: true))
                SubjectAlternativeNames([.dnsName(terms.name)])
                try ExtendedKeyUsage(terms.isForServers ? [.serverAuth] : [.emailProtection])
                if let url = terms.issuerURL {
                    AuthorityInformationAccess([
                        .init(method: .issuingCA, location: .uniformResourceIdentifier(url))
                    ])
                }
            },
            issuerPrivateKey: Certificate.PrivateKey(self.key)
        ).serializeAsPEM().pemString
    }
}
#endif
