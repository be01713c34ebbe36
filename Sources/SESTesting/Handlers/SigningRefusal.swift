import SESSigning

extension ServiceRefusal {
    /// The service's answer to a signature that doesn't hold.
    init(signing error: any Error) {
        let code = (error as? SigningError)?.code
        switch code {
        case .missingAuthentication?:
            self.init("MissingAuthenticationTokenException", status: 403, "Missing Authentication Token")
        case .malformedAuthorization?:
            self.init(
                "IncompleteSignatureException", status: 403, "Authorization header requires existence of its parts.")
        case .unknownAccessKey?, .invalidSessionToken?:
            self.init(
                "UnrecognizedClientException", status: 403, "The security token included in the request is invalid.")
        case .wrongScope?:
            self.init("InvalidSignatureException", status: 403, "Credential should be scoped to a valid region.")
        case .expiredCredentials?:
            self.init(
                "ExpiredTokenException", status: 403, "The security token included in the request is expired")
        case .requestExpired?, .requestSkewed?:
            self.init("InvalidSignatureException", status: 403, "Signature expired or not yet current.")
        default:
            self.init(
                "InvalidSignatureException", status: 403,
                "The request signature we calculated does not match the signature you provided. Check your AWS "
                    + "Secret Access Key and signing method. Consult the service documentation for details.")
        }
    }
}
