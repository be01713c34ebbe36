#if CryptoSupport
import SwiftASN1
@_spi(FixedExpiryValidationTime) import X509
import _CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A certificate as Amazon SNS served it, with those it may have served beside it.
struct SNSCertificateChain: Sendable {
    private static let maximumCertificates = 8

    let leaf: Certificate
    private(set) var others: [Certificate]

    /// - Throws: ``SESIntakeError`` with the code `certificateRefused`.
    init(pem data: Data) throws(SESIntakeError) {
        guard let text = String(validating: data, as: UTF8.self),
            let documents = try? PEMDocument.parseMultiple(pemString: text),
            (1...Self.maximumCertificates).contains(documents.count),
            let certificates = try? documents.map({ try Certificate(pemDocument: $0) }), let leaf = certificates.first
        else { throw Self.refusal("what was fetched isn't a certificate in PEM") }
        self.leaf = leaf
        others = Array(certificates.dropFirst())
    }

    static func refusal(_ rule: String) -> SESIntakeError { SESIntakeError(.certificateRefused, message: rule) }

    /// The key, if the certificate is one that signs for SNS in a topic's region at a time.
    ///
    /// - Returns: nil if none of the authorities is reached, so that a certificate in between may be missing.
    /// - Throws: ``SESIntakeError`` with the code `certificateRefused`.
    func key(
        for topic: SNSTopic, at date: Date, trusting trust: SNSTrustRoots
    ) async throws(SESIntakeError) -> SNSSigningKey? {
        try checkUse(for: topic, at: date)
        var verifier = Verifier(rootCertificates: CertificateStore(trust.roots)) {
            RFC5280Policy(fixedExpiryValidationTime: date)
        }
        let result = await verifier.validate(
            leaf: leaf, intermediates: CertificateStore(others + trust.intermediates))
        switch result {
        case .validCertificate(let chain):
            guard let validity = Self.validity(of: Array(chain)) else { throw Self.refusal("its time is empty") }
            return SNSSigningKey(key: try signingKey(), validity: validity)
        case .couldNotValidate(let failures):
            // A chain was found and is bad, or there is none: only the latter may be mended.
            guard failures.isEmpty else {
                throw Self.refusal("the certificate's chain doesn't hold at this time or isn't of authorities")
            }
            return nil
        }
    }

    private static func validity(of chain: [Certificate]) -> ClosedRange<Date>? {
        guard let start = chain.map(\.notValidBefore).max(), let end = chain.map(\.notValidAfter).min(), start <= end
        else { return nil }
        return start...end
    }

    /// What needs no authority: time, name, and that the certificate is for servers.
    private func checkUse(for topic: SNSTopic, at date: Date) throws(SESIntakeError) {
        guard leaf.notValidBefore <= date, date <= leaf.notValidAfter else {
            throw Self.refusal("the certificate doesn't hold at this time")
        }
        guard let names = try? leaf.extensions.subjectAlternativeNames,
            names.contains(where: { $0 == .dnsName(topic.certificateName) })
        else { throw Self.refusal("the certificate's name must be \(topic.certificateName)") }
        guard let usage = try? leaf.extensions.extendedKeyUsage, usage.contains(.serverAuth) else {
            throw Self.refusal("the certificate must be one for servers")
        }
    }

    private func signingKey() throws(SESIntakeError) -> _RSA.Signing.PublicKey {
        guard let key = _RSA.Signing.PublicKey(leaf.publicKey), key.keySizeInBits >= 2048 else {
            throw Self.refusal("the certificate's key must be RSA of 2048 bits or more")
        }
        return key
    }
}

extension SNSCertificateChain {
    /// Where the certificate says that its issuer's is: at Amazon Trust Services, or nowhere.
    ///
    /// Its form is `http://crt.r2m01.amazontrust.com/r2m01.cer`. It is plain HTTP on purpose: what is fetched proves itself.
    var issuerAddress: AWSAuthorityAddress? {
        guard let access = try? leaf.extensions.authorityInformationAccess else { return nil }
        for description in access where description.method == .issuingCA {
            if case .uniformResourceIdentifier(let text) = description.location,
                let address = AWSAuthorityAddress(text)
            {
                return address
            }
        }
        return nil
    }

    /// Adds what was fetched from there.
    ///
    /// - Throws: ``SESIntakeError`` with the code `certificateRefused`.
    mutating func addIssuer(der data: Data) throws(SESIntakeError) {
        guard let certificate = try? Certificate(derEncoded: Array(data)) else {
            throw Self.refusal("what was fetched for the certificate's issuer isn't a certificate")
        }
        others.append(certificate)
    }
}
#endif
