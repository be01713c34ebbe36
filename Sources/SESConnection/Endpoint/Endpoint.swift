package import SESNames

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Which of the service's addresses a client calls.
///
/// By default `https://email.{region}.{partition's suffix}`, by AWS's endpoint rules for SES v2.
public struct EndpointOptions: Hashable, Sendable {
    /// Whether to call the FIPS 140 endpoint; nil, the default, is what ``AWSSettings`` say, else no.
    @export(implementation) public var usesFIPS: Bool?
    /// Whether to call the endpoint that answers on IPv4 and IPv6; nil, the default, is what ``AWSSettings`` say, else
    /// no.
    @export(implementation) public var usesDualStack: Bool?
    /// Calls this address instead, such as `http://127.0.0.1:5000` for a local test server.
    ///
    /// `http` is taken for loopback addresses only. nil, the default, is what ``AWSSettings`` say, else the region's
    /// endpoint.
    @export(implementation) public var url: String?

    /// Creates options.
    ///
    /// - Parameters:
    ///   - usesFIPS: Whether to call the FIPS 140 endpoint.
    ///   - usesDualStack: Whether to call the dual-stack endpoint.
    ///   - url: An address to call instead.
    public init(usesFIPS: Bool? = nil, usesDualStack: Bool? = nil, url: String? = nil) {
        self.usesFIPS = usesFIPS
        self.usesDualStack = usesDualStack
        self.url = url
    }

    /// These options, and those that are set outside where there is none here.
    package func completed(by settings: AWSSettings) -> EndpointOptions {
        EndpointOptions(
            usesFIPS: usesFIPS ?? settings.usesFIPS, usesDualStack: usesDualStack ?? settings.usesDualStack,
            url: url ?? settings.endpointURL)
    }
}

/// An endpoint after the rules were applied.
package struct Endpoint: Hashable, Sendable {
    package var scheme = "https"
    package var host: String
    package var port: Int?
    /// What goes before every path; empty, or `/prefix` without a slash at the end.
    package var basePath = ""

    /// An endpoint of this host, without a look at the rules.
    package init(host: String) {
        self.host = host
    }

    /// Applies AWS's endpoint rules for SES v2.
    ///
    /// - Throws: ``SESv2Error`` with code ``SESv2Error/Code/invalidEndpoint`` and AWS's own words where it has any.
    package init(region: Region, options: EndpointOptions) throws(SESv2Error) {
        // With an address of one's own too: the region is part of the signature.
        do {
            try region.validate(at: FieldPath("Region"))
        } catch {
            throw SESv2Error(.invalidEndpoint, message: error.description, underlyingError: error)
        }
        let fips = options.usesFIPS ?? false
        let dual = options.usesDualStack ?? false
        if let url = options.url {
            guard !fips else {
                throw Self.error("Invalid Configuration: FIPS and custom endpoint are not supported")
            }
            guard !dual else {
                throw Self.error("Invalid Configuration: Dualstack and custom endpoint are not supported")
            }
            self = try Self(url: url)
            return
        }
        let partition = region.partition
        if fips && dual && !(partition.supportsFIPS && partition.supportsDualStack) {
            throw Self.error("FIPS and DualStack are enabled, but this partition does not support one or both")
        }
        if fips && !partition.supportsFIPS {
            throw Self.error("FIPS is enabled but this partition does not support FIPS")
        }
        if dual && !partition.supportsDualStack {
            throw Self.error("DualStack is enabled but this partition does not support DualStack")
        }
        let suffix = dual ? partition.dualStackDNSSuffix : partition.dnsSuffix
        host = "\(fips ? "email-fips" : "email").\(region.rawValue).\(suffix)"
    }

    package init(url text: String) throws(SESv2Error) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host(), !host.isEmpty
        else { throw Self.error("the endpoint must be a whole URL, such as https://host:port") }
        guard url.user() == nil, url.password() == nil, url.query() == nil, url.fragment() == nil else {
            throw Self.error("the endpoint must not have a user, a query or a fragment")
        }
        guard scheme == "https" || (scheme == "http" && Self.isLoopback(host)) else {
            throw Self.error("the endpoint must begin with https:// (http:// is for loopback addresses only)")
        }
        guard url.port.map({ (1...65535).contains($0) }) ?? true else {
            throw Self.error("the endpoint's port must be 1 to 65535")
        }
        self.scheme = scheme
        self.host = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        port = url.port
        let path = url.path(percentEncoded: true)
        basePath = path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    package static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased()
        if name == "localhost" || name == "::1" || name == "[::1]" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil && $0.first != "+" }
    }

    static func error(_ message: String) -> SESv2Error {
        SESv2Error(.invalidEndpoint, message: message)
    }
}
