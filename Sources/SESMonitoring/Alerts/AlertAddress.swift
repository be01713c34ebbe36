import SESClient
import SESCore
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where alerts are posted: an address that is itself a secret, so that no error and no print holds it.
struct AlertAddress: Sendable, SESPrivateContent {
    private let scheme: String
    private let host: String
    private let port: Int?
    private let path: String
    private let query: String?

    /// Checks an address: `https`, or `http` for loopback addresses.
    ///
    /// - Parameters:
    ///   - text: The whole URL.
    ///   - hosts: The only hosts it may be at beside loopback addresses, with their own port and a path; nil for any.
    ///   - what: What it is, for the error.
    /// - Throws: ``SESMonitoringError`` with the code `invalidSettings`.
    init(_ text: String, hosts: Set<String>?, of what: String) throws(SESMonitoringError) {
        func fault(_ rule: String) -> SESMonitoringError {
            SESMonitoringError(.invalidSettings, message: "the address of \(what) \(rule)")
        }
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host()?.lowercased(),
            !host.isEmpty
        else { throw fault("must be a whole URL, such as https://host/path") }
        guard url.user() == nil, url.password() == nil, url.fragment() == nil else {
            throw fault("must not have a user or a fragment")
        }
        guard url.port.map({ (1...65535).contains($0) }) ?? true else { throw fault("must have a port of 1 to 65535") }
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        let isLoopback = Endpoint.isLoopback(bare)
        guard scheme == "https" || (scheme == "http" && isLoopback) else {
            throw fault("must begin with https:// (http:// is for loopback addresses only)")
        }
        if let hosts, !isLoopback {
            guard hosts.contains(bare), url.port == nil || url.port == 443 else {
                throw fault("must be at \(hosts.sorted().joined(separator: " or "))")
            }
            guard url.path(percentEncoded: true).contains(where: { $0 != "/" }) else {
                throw fault("must have the path it was given with, such as https://\(bare)/services/…")
            }
        }
        self.scheme = scheme
        self.host = bare.contains(":") ? "[\(bare)]" : bare
        port = url.port
        let path = url.path(percentEncoded: true)
        self.path = path.isEmpty ? "/" : path
        query = url.query(percentEncoded: true)
    }

    /// A request that posts JSON there.
    func request(_ headers: AWSHTTPHeaders, body: Data) -> AWSHTTPRequest {
        var headers = headers
        headers["Content-Type"] = "application/json; charset=utf-8"
        headers["User-Agent"] = UserAgent.text(applicationID: nil)
        return AWSHTTPRequest(
            method: "POST", scheme: scheme, host: host, port: port, path: path, query: query, headers: headers,
            body: body)
    }
}
