import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where one call goes, and how it is signed for there.
struct CallTarget: Sendable {
    let endpoint: Endpoint
    /// Signs a request of the call.
    let sign: @Sendable (_ request: inout AWSHTTPRequest, AWSCredentials, _ now: Date) throws -> Void
}

extension SESv2Client {
    /// The client's own region, or the multi-region endpoint that the input names.
    ///
    /// - Throws: ``SESv2Error`` with code `invalidEndpoint`, and `SESValueError` where SigV4a is missing.
    func target(of operation: some SESOperation) throws -> CallTarget {
        if let id = operation.endpointID { return try multiRegionTarget(id) }
        return CallTarget(endpoint: endpoint) { [signer] in signer.sign(&$0, with: $1, at: $2) }
    }
}
