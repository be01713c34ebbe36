public import SESSigning

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The one seam for I/O: carries a signed request to the service and brings back the response.
///
/// A transport sends the request once, exactly as it is: it follows no redirect, repeats nothing, keeps no cookies and
/// caches nothing. It returns any HTTP status as a response and throws ``HTTPTransportError`` only when there is none.
/// When its task is cancelled it returns promptly with `CancellationError`: deadlines rest on that.
public protocol HTTPTransport: Sendable {
    /// Sends a request and returns its response.
    ///
    /// - Parameters:
    ///   - request: The signed request.
    ///   - limits: What the exchange may take.
    /// - Throws: ``HTTPTransportError``, or `CancellationError`.
    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse
}

/// What one exchange may take.
public struct TransportLimits: Hashable, Sendable {
    /// How long connecting may take, until the request begins to be written; 3.1 seconds by default.
    ///
    /// It holds for requests with a body; one without has only ``total``. A client's transport gets no more than it
    /// gets in all.
    @export(implementation) public var connect: Duration
    /// How long the whole exchange may take; 60 seconds by default.
    ///
    /// The client enforces it for every transport. Where connecting may take as long, it listens half a second
    /// longer: then the transport says that there was no connection, so that a send that never left isn't taken for
    /// one of unknown outcome.
    @export(implementation) public var total: Duration
    /// The largest response body that is taken; 8 MiB by default.
    @export(implementation) public var responseBytes: Int

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - connect: How long connecting may take.
    ///   - total: How long the whole exchange may take.
    ///   - responseBytes: The largest response body.
    public init(
        connect: Duration = .milliseconds(3100), total: Duration = .seconds(60), responseBytes: Int = 8 << 20
    ) {
        self.connect = connect
        self.total = total
        self.responseBytes = responseBytes
    }

    /// How long a transport has to say that there was no connection in time: only it can tell that nothing was sent.
    package static let verdictTime = Duration.milliseconds(500)
}

/// Why a transport has no response to give.
public struct HTTPTransportError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    public struct Kind: Hashable, Sendable, CustomStringConvertible {
        private enum Base: String { case connectionFailed, timedOut, connectionLost, responseTooLarge, invalidRequest }
        private let base: Base

        /// No connection came about: refused, no such host, TLS failed.
        public static let connectionFailed = Self(base: .connectionFailed)
        /// A limit of time passed.
        public static let timedOut = Self(base: .timedOut)
        /// The connection broke before the whole response was there.
        public static let connectionLost = Self(base: .connectionLost)
        /// The response's body is larger than the limit.
        public static let responseTooLarge = Self(base: .responseTooLarge)
        /// The request is not one that can be sent, such as one with a malformed host.
        public static let invalidRequest = Self(base: .invalidRequest)

        /// The kind's name.
        public var description: String { base.rawValue }
    }

    /// What went wrong.
    @export(implementation) public let kind: Kind
    /// Whether the service may have seen the request; false only when that is certain.
    @export(implementation) public let requestMayHaveBeenSent: Bool
    /// What happened, without the request's content.
    @export(implementation) public let message: String
    /// The error of the layer below.
    @export(implementation) public let underlyingError: (any Error)?

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - kind: What went wrong.
    ///   - requestMayHaveBeenSent: Whether the service may have seen the request.
    ///   - message: What happened; without the request's content.
    ///   - underlyingError: The error of the layer below.
    public init(
        _ kind: Kind, requestMayHaveBeenSent: Bool, message: String, underlyingError: (any Error)? = nil
    ) {
        self.kind = kind
        self.requestMayHaveBeenSent = requestMayHaveBeenSent
        self.message = message
        self.underlyingError = underlyingError
    }

    /// The kind and the message.
    public var description: String { "\(kind): \(message)" }
}

extension HTTPTransportError: LocalizedError {
    /// The same text as ``description``.
    public var errorDescription: String? { description }
}
