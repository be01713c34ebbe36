#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Why a monitor can't be made or go on, or an alert didn't get out.
///
/// The texts name what was wrong and never hold an e-mail address, a webhook's address or a secret.
public struct SESMonitoringError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Base: String {
            case invalidRule, invalidSettings, invalidSnapshot, invalidComparison, notDelivered, serviceRefused
        }
        private let base: Base

        /// A rule says what can't be, such as a rate above 1 or a window of 3 minutes.
        public static let invalidRule = Self(base: .invalidRule)
        /// A setting is out of its range.
        public static let invalidSettings = Self(base: .invalidSettings)
        /// A stored snapshot can't be read: damaged, or of a later form.
        public static let invalidSnapshot = Self(base: .invalidSnapshot)
        /// A comparison of variants can't be made of these numbers.
        public static let invalidComparison = Self(base: .invalidComparison)
        /// An alert didn't reach where it was to go.
        public static let notDelivered = Self(base: .notDelivered)
        /// A service of AWS refused a call.
        public static let serviceRefused = Self(base: .serviceRefused)

        /// The code's name.
        public var description: String { base.rawValue }
    }

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
    ///   - message: What happened, in a sentence; without addresses and secrets.
    ///   - underlyingError: The error of the layer below.
    public init(_ code: Code, message: String, underlyingError: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.underlyingError = underlyingError
    }

    /// The code and the message.
    public var description: String { "\(code): \(message)" }
}

extension SESMonitoringError: LocalizedError {
    /// The same text as ``description``.
    public var errorDescription: String? { description }
}
