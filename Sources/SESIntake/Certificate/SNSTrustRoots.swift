#if CryptoSupport
import SwiftASN1
import X509

/// The certification authorities that a certificate of Amazon SNS must come from.
///
/// The default is Amazon's own, which are part of this library. The system's store would let any of its hundred and more
/// authorities speak for Amazon SNS, and many containers have none.
public struct SNSTrustRoots: Sendable {
    let roots: [Certificate]
    let intermediates: [Certificate]

    /// Amazon Trust Services: its four roots and the older one of Starfield Services.
    public static let amazon = SNSTrustRoots(
        roots: certificates(AmazonTrustServices.roots), intermediates: certificates(AmazonTrustServices.intermediates))

    /// Takes other authorities: those of an isolated region, of a proxy that signs anew, or of a test.
    ///
    /// - Parameters:
    ///   - pem: The authorities' certificates, one after another in PEM.
    ///   - intermediates: Certificates in PEM that may stand between them and that of SNS; none by default.
    /// - Throws: ``SESIntakeError`` with the code `invalidSettings` if there is none, or one that can't be read.
    public init(pem: String, intermediates: String = "") throws(SESIntakeError) {
        do {
            roots = try Self.read(pem)
            self.intermediates = try Self.read(intermediates)
        } catch {
            throw SESIntakeError(
                .invalidSettings, message: "the trust roots must be certificates in PEM", underlyingError: error)
        }
        guard !roots.isEmpty else {
            throw SESIntakeError(.invalidSettings, message: "there must be a certificate among the trust roots")
        }
    }

    private init(roots: [Certificate], intermediates: [Certificate]) {
        self.roots = roots
        self.intermediates = intermediates
    }

    /// Certificates that are part of the library; one that can't be read would only make less be trusted.
    private static func certificates(_ pem: String) -> [Certificate] { (try? read(pem)) ?? [] }

    private static func read(_ pem: String) throws -> [Certificate] {
        try PEMDocument.parseMultiple(pemString: pem).map { try Certificate(pemDocument: $0) }
    }
}
#endif
