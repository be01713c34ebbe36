/// What a signature is good for: a day, a region and a service; with ECDSA the regions are named elsewhere.
struct CredentialScope: Equatable {
    let day: String
    /// Nil with ECDSA.
    let region: String?
    let service: String

    /// Reads a credential: `AKID/20260102/eu-west-1/ses/aws4_request`, with ECDSA without the region.
    static func parse(
        _ credential: String, of algorithm: SigningAlgorithm
    ) throws(SigningError) -> (accessKeyID: String, scope: CredentialScope) {
        let parts = credential.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isWhole = parts.last == "aws4_request" && parts.allSatisfy { !$0.isEmpty }
        switch algorithm {
        case .hmac:
            guard isWhole, parts.count == 5 else {
                throw .malformed("Credential has to be of the form key/day/region/service/aws4_request")
            }
            return (parts[0], CredentialScope(day: parts[1], region: parts[2], service: parts[3]))
        case .ecdsa:
            guard isWhole, parts.count == 4 else {
                throw .malformed("Credential has to be of the form key/day/service/aws4_request")
            }
            return (parts[0], CredentialScope(day: parts[1], region: nil, service: parts[2]))
        }
    }
}
