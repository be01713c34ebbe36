#if CryptoSupport
import SESCore
import SESSigning

extension SESSimulator {
    /// Verifies a request that is signed with SigV4a; false for one that isn't.
    func verifiesMultiRegion(_ request: AWSHTTPRequest, _ owner: (String) -> AWSCredentials?) throws -> Bool {
        guard request.headers["Authorization"]?.hasPrefix("AWS4-ECDSA-P256-SHA256 ") == true else { return false }
        try SigV4aVerifier(service: "ses", region: region.rawValue).verify(request, at: clock.date, credentials: owner)
        return true
    }
}
#endif
