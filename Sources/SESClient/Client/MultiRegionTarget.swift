#if CryptoSupport
import SESSigning

extension SESv2Client {
    /// One for the process: it keeps the keys that it has derived.
    private static let multiRegionSigner = SigV4aSigner(service: "ses")

    /// The target of a send that names a multi-region endpoint: signed for all regions.
    func multiRegionTarget(_ endpointID: String) throws -> CallTarget {
        let endpoint = try endpoint.multiRegion(endpointID, region: region, options: configuration.endpoint)
        return CallTarget(endpoint: endpoint) { request, credentials, now in
            do throws(SigningError) {
                try Self.multiRegionSigner.sign(&request, with: credentials, at: now)
            } catch {
                throw SESv2Error(.invalidRequest, message: error.message, underlyingError: error)
            }
        }
    }
}
#endif
