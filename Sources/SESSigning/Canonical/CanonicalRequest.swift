#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What stands in a canonical request for the body.
enum PayloadHash {
    /// The body's own hash.
    case hash(SHA256Value)
    /// A text in its place, such as `UNSIGNED-PAYLOAD`.
    case text(String)

    static let unsigned = PayloadHash.text("UNSIGNED-PAYLOAD")

    /// The hash of a body.
    static func of(_ request: AWSHTTPRequest) -> PayloadHash {
        .hash(request.body.withUnsafeBytes { SHA256Hasher.hash($0) })
    }

    /// As it goes into a header.
    var text: String {
        switch self {
        case .hash(let value): value.hexadecimal
        case .text(let text): text
        }
    }
}

extension SigningBuffer {
    /// Writes a canonical request; its parts were collected before.
    ///
    /// - Returns: Where it stands.
    mutating func append(
        canonical request: AWSHTTPRequest, parameters: [CanonicalParameter], headers: [CanonicalHeader],
        signedHeaders: Range<Int>, payload: PayloadHash, options: SigV4Signer.Options
    ) -> Range<Int> {
        let first = count
        append(request.method)
        append(0x0a)
        append(path: request.path, normalizes: options.normalizesPath, encodes: options.doubleEncodesPath)
        append(0x0a)
        append(query: parameters)
        append(0x0a)
        append(linesOf: headers, in: request)
        append(0x0a)
        append(copyOf: signedHeaders)
        append(0x0a)
        switch payload {
        case .hash(let value): append(hexadecimalOf: value)
        case .text(let text): append(text)
        }
        return first..<count
    }
}
