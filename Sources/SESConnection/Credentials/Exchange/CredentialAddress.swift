import SESNames
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The address of a container's or an instance's credentials.
///
/// `http` is taken for loopback addresses and for those that never leave the machine, which the source names.
struct CredentialAddress: Hashable {
    var scheme: String
    var host: String
    var port: Int?
    var path: String
    var query: String?

    /// Reads an address.
    ///
    /// - Parameters:
    ///   - text: The whole URL.
    ///   - setting: The variable it is from.
    ///   - localHosts: The hosts that `http` is allowed to, beside loopback addresses.
    /// - Throws: ``SESv2Error`` with code `invalidSettings`.
    init(_ text: String, of setting: String, localHosts: Set<String>) throws(SESv2Error) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host(), !host.isEmpty,
            scheme == "http" || scheme == "https"
        else { throw .invalidSetting("\(setting) must be a whole URL, such as https://host/path") }
        guard url.user() == nil, url.password() == nil, url.fragment() == nil else {
            throw .invalidSetting("\(setting) must not have a user or a fragment")
        }
        guard url.port.map({ (1...65535).contains($0) }) ?? true else {
            throw .invalidSetting("the port of \(setting) must be 1 to 65535")
        }
        let bare = host.lowercased().trimming { $0 == "[" || $0 == "]" }
        guard scheme == "https" || Endpoint.isLoopback(bare) || localHosts.contains(bare) else {
            let hosts = localHosts.sorted().joined(separator: ", ")
            throw .invalidSetting("\(setting) must begin with https:// (http:// is for loopback, \(hosts) only)")
        }
        self.scheme = scheme
        self.host = bare.contains(":") ? "[\(bare)]" : bare
        port = url.port
        let path = url.path(percentEncoded: true)
        self.path = path.isEmpty ? "/" : path
        query = url.query(percentEncoded: true)
    }

    /// A request to this address, or to a path below it.
    func request(_ method: String, path: String? = nil, headers: AWSHTTPHeaders) -> AWSHTTPRequest {
        let base = self.path.hasSuffix("/") ? String(self.path.dropLast()) : self.path
        return AWSHTTPRequest(
            method: method, scheme: scheme, host: host, port: port, path: path.map { base + $0 } ?? self.path,
            query: path == nil ? query : nil, headers: headers)
    }
}

extension CredentialAddress: SESPrivateContent {}
