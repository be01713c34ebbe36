#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An HTTP request as it goes on the wire: what a signer signs and a transport sends.
///
/// The path and the query are kept percent-encoded, byte for byte, so that what is signed is what is sent.
public struct AWSHTTPRequest: Hashable, Sendable {
    /// The method in capitals, such as `POST`.
    @export(implementation) public var method: String
    /// `https`, or `http` for a local test server.
    @export(implementation) public var scheme: String
    /// The host name or address, without port; an IPv6 address is in brackets.
    @export(implementation) public var host: String
    /// The port, or nil for the scheme's own.
    @export(implementation) public var port: Int?
    /// The percent-encoded path; begins with `/`.
    @export(implementation) public var path: String
    /// The percent-encoded query without its `?`, or nil.
    @export(implementation) public var query: String?
    /// The header fields; `Host` is derived from ``host`` and ``port`` unless it is given here.
    @export(implementation) public var headers: AWSHTTPHeaders
    /// The body; empty for none.
    @export(implementation) public var body: Data

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - method: The method in capitals.
    ///   - scheme: `https` (the default) or `http`.
    ///   - host: The host name or address without port.
    ///   - port: The port, nil for the scheme's own.
    ///   - path: The percent-encoded path.
    ///   - query: The percent-encoded query without `?`.
    ///   - headers: The header fields.
    ///   - body: The body.
    public init(
        method: String, scheme: String = "https", host: String, port: Int? = nil, path: String = "/",
        query: String? = nil, headers: AWSHTTPHeaders = [:], body: Data = Data()
    ) {
        self.method = method
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The value of the `Host` header: the host, and the port unless it is the scheme's own.
    public var authority: String {
        guard let port, !(scheme == "https" && port == 443), !(scheme == "http" && port == 80) else { return host }
        return host + ":" + String(port)
    }

    /// The request's whole address.
    public var url: String {
        // Appended piece by piece, as each call asks for it and an interpolation takes several times as long.
        var url = scheme
        url += "://"
        url += authority
        url += path
        if let query {
            url += "?"
            url += query
        }
        return url
    }
}

extension AWSHTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The method and the path: the path may name a resource, but neither headers nor body are shown.
    public var description: String { "AWSHTTPRequest(\(method) \(path), \(body.count) bytes, headers hidden)" }
    /// The same text as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that `dump` shows nothing secret.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
