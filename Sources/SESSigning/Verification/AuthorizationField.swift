/// The three parts of an `Authorization` field's value.
struct AuthorizationField {
    let credential: String
    let signedHeaders: String
    let signature: String

    /// Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`; the parts may come in any order.
    init(_ text: String, of algorithm: SigningAlgorithm) throws(SigningError) {
        let name = "\(algorithm.name) "
        guard text.hasPrefix(name) else { throw .malformed("the algorithm has to be \(algorithm.name)") }
        var parts: [Substring: String] = [:]
        for piece in text.dropFirst(name.count).split(separator: ",", omittingEmptySubsequences: false) {
            let pair = piece.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, parts.updateValue(String(pair[1]), forKey: pair[0]) == nil else {
                throw .malformed("the parts have to be name=value, each name once")
            }
        }
        guard parts.count == 3, let credential = parts["Credential"],
            let signedHeaders = parts["SignedHeaders"], let signature = parts["Signature"]
        else {
            throw .malformed("the parts have to be Credential, SignedHeaders and Signature")
        }
        self.credential = credential
        self.signedHeaders = signedHeaders
        self.signature = signature
    }
}

/// The characters of an HTTP token: a method or a header name (RFC 9110, section 5.6.2).
enum HTTPToken {
    static func contains(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        case 0x21, 0x23...0x27, 0x2a, 0x2b, 0x2d, 0x2e, 0x5e...0x60, 0x7c, 0x7e: true
        default: false
        }
    }

    /// Whether a text is one token.
    static func matches(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(contains)
    }
}
