public import SESSigning

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An HTTP response as a transport received it.
public struct AWSHTTPResponse: Hashable, Sendable {
    /// The status code.
    @export(implementation) public var status: Int
    /// The header fields.
    @export(implementation) public var headers: AWSHTTPHeaders
    /// The body.
    @export(implementation) public var body: Data

    /// Creates a response.
    ///
    /// - Parameters:
    ///   - status: The status code.
    ///   - headers: The header fields.
    ///   - body: The body.
    public init(status: Int, headers: AWSHTTPHeaders = [:], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension AWSHTTPResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The status and the body's size.
    public var description: String { "AWSHTTPResponse(\(status), \(body.count) bytes, content hidden)" }
    /// The same text as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that `dump` shows no content.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
