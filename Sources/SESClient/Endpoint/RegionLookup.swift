import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Region {
    /// The region to call: the given one, else that of `AWS_REGION`, else that of `AWS_DEFAULT_REGION`.
    ///
    /// - Throws: ``SESv2Error`` with code ``SESv2Error/Code/noRegion``.
    static func resolve(
        _ explicit: Region?, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(SESv2Error) -> Region {
        if let explicit { return explicit }
        for name in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
            if let value = environment[name], !value.isEmpty { return Region(rawValue: value) }
        }
        throw SESv2Error(
            .noRegion, message: "no region: give one to the client, or set AWS_REGION or AWS_DEFAULT_REGION")
    }
}
