#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Why a delivery was not taken in, or the intake could not go on.
///
/// The texts name what was wrong and never hold a message's content, an e-mail address, a token or a signature.
public struct SESIntakeError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    public let code: Code
    /// What happened, in a sentence.
    public let message: String
    /// The error of the layer below.
    public let underlyingError: (any Error)?

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: What went wrong.
    ///   - message: What happened, in a sentence; without content, addresses or secrets.
    ///   - underlyingError: The error of the layer below.
    public init(_ code: Code, message: String, underlyingError: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.underlyingError = underlyingError
    }

    /// The code and the message.
    public var description: String { "\(code): \(message)" }
}

extension SESIntakeError: LocalizedError {
    /// The same text as ``description``.
    public var errorDescription: String? { description }
}
