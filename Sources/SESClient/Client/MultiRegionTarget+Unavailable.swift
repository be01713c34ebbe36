#if !CryptoSupport
import SESValues

extension SESv2Client {
    /// Refuses a send that names a multi-region endpoint: without SigV4a it could only be signed for the wrong place.
    func multiRegionTarget(_ endpointID: String) throws -> CallTarget {
        _ = try endpoint.multiRegion(endpointID, region: region, options: configuration.endpoint)
        throw SESValueError(
            field: FieldPath("EndpointId"),
            rule: "cannot be used: it is signed with SigV4a, which needs the `CryptoSupport` trait of swift-ses",
            value: endpointID)
    }
}
#endif
