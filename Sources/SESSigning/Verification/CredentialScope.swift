/// What a signature is good for: a day, a region and a service.
struct CredentialScope: Equatable {
    let day: String
    let region: String
    let service: String

    /// Reads a credential: `AKID/20260102/eu-west-1/ses/aws4_request`.
    static func parse(
        _ credential: String
    ) throws(SigningError) -> (accessKeyID: String, scope: CredentialScope) {
        let parts = credential.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[4] == "aws4_request", parts.allSatisfy({ !$0.isEmpty }) else {
            throw .malformed("Credential has to be of the form key/day/region/service/aws4_request")
        }
        return (parts[0], CredentialScope(day: parts[1], region: parts[2], service: parts[3]))
    }
}
