/// Which of AWS's two algorithms a request is signed with.
enum SigningAlgorithm {
    /// `AWS4-HMAC-SHA256`: a key that both sides have, for one region, which the credential's scope names.
    case hmac
    /// `AWS4-ECDSA-P256-SHA256` (SigV4a): a key pair, for a set of regions, which is a field or parameter of its own.
    case ecdsa

    /// The algorithm's name in a signed request.
    var name: StaticString {
        switch self {
        case .hmac: "AWS4-HMAC-SHA256"
        case .ecdsa: "AWS4-ECDSA-P256-SHA256"
        }
    }
}

/// The value at the end of a signed request.
protocol RequestSignature: Sendable {
    /// The value in lower-case hexadecimal digits.
    var hexadecimal: String { get }

    /// Writes the same digits.
    func append(to buffer: inout SigningBuffer)
}

extension SHA256Value: RequestSignature {
    func append(to buffer: inout SigningBuffer) {
        buffer.append(hexadecimalOf: self)
    }
}
