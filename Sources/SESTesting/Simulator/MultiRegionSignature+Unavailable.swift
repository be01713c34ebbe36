#if !CryptoSupport
import SESSigning

extension SESSimulator {
    /// False: what verifies SigV4a isn't there, so a request that is signed with it is refused like any other unknown form.
    func verifiesMultiRegion(_ request: AWSHTTPRequest, _ owner: (String) -> AWSCredentials?) throws -> Bool { false }
}
#endif
