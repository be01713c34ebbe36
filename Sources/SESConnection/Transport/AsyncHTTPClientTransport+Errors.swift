#if AsyncHTTPClientSupport
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import NIOSSL

extension HTTPTransportError {
    /// What an error of async-http-client means for the request.
    ///
    /// - Parameters:
    ///   - error: What the client reports.
    ///   - hasBody: Whether the request has a body.
    ///   - isSending: Whether the body was asked for: there is a connection, and the request's head is on its way.
    ///   - connectLimit: The limit for connecting, if that passed before.
    init(_ error: any Error, hasBody: Bool, isSending: Bool, connectLimit: Duration?) {
        let reason = Self.reason(of: error)
        if hasBody ? !isSending : Self.comesBeforeConnection(error) {
            let message = connectLimit.map { "no connection within \($0)" } ?? "no connection: \(reason)"
            self.init(.connectionFailed, requestMayHaveBeenSent: false, message: message, underlyingError: error)
        } else {
            self.init(
                .connectionLost, requestMayHaveBeenSent: true, message: "the connection broke: \(reason)",
                underlyingError: error)
        }
    }

    /// Whether an error can only come before anything was written; asked where there is no body to watch.
    private static func comesBeforeConnection(_ error: any Error) -> Bool {
        switch error {
        case is NIOConnectionError: true
        case is NIOSSLExtraError: true
        case let error as NIOSSLError:
            switch error {
            case .handshakeFailed, .noCertificateToValidate, .unableToValidateCertificate: true
            default: false
            }
        case let error as HTTPClientError:
            [.connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout].contains(error)
        case ChannelError.connectTimeout, ChannelError.ioOnClosedChannel: true
        case let error as IOError: error.errnoCode == ECONNREFUSED
        default: false
        }
    }

    /// Says what happened without anything of the request: the client's own errors may quote a header field.
    private static func reason(of error: any Error) -> String {
        (error as? HTTPClientError)?.shortDescription ?? String(describing: error)
    }
}
#endif
