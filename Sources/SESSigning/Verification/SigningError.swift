#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Why a request's signature was refused, or could not be made.
///
/// Its text names rules and header fields of AWS's protocol only: no key, token, signature or part of the request.
public struct SigningError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for a program to tell the cases apart.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Base: String {
            case missingAuthentication, malformedAuthorization, malformedRequest, wrongScope, requestExpired
            case requestSkewed, unknownAccessKey, invalidSessionToken, expiredCredentials, unsignedRequiredHeader
            case payloadMismatch, signatureMismatch, noSignature
        }

        private let base: Base

        private init(_ base: Base) {
            self.base = base
        }

        /// The code's name.
        public var description: String { base.rawValue }

        /// The request carries no signature at all.
        public static let missingAuthentication = Code(.missingAuthentication)
        /// The `Authorization` field or the presigned query isn't of the form that SigV4 prescribes.
        public static let malformedAuthorization = Code(.malformedAuthorization)
        /// The method, the path or a header name has characters that HTTP forbids there.
        public static let malformedRequest = Code(.malformedRequest)
        /// The signature is for another day, region or service.
        public static let wrongScope = Code(.wrongScope)
        /// A presigned request is past its `X-Amz-Expires`.
        public static let requestExpired = Code(.requestExpired)
        /// The time of signing is too far from the verifier's.
        public static let requestSkewed = Code(.requestSkewed)
        /// Nobody has the access key.
        public static let unknownAccessKey = Code(.unknownAccessKey)
        /// The session token is missing, wrong, or there although the credentials have none.
        public static let invalidSessionToken = Code(.invalidSessionToken)
        /// The temporary credentials have ended.
        public static let expiredCredentials = Code(.expiredCredentials)
        /// A header field that has to be signed isn't: `host`, `content-type`, or one of `x-amz-…`.
        public static let unsignedRequiredHeader = Code(.unsignedRequiredHeader)
        /// The body isn't the one whose hash `x-amz-content-sha256` names.
        public static let payloadMismatch = Code(.payloadMismatch)
        /// The signature isn't that of this request with the access key's secret.
        public static let signatureMismatch = Code(.signatureMismatch)
        /// No signature could be made: the system gave no random numbers, or no key comes of the secret.
        public static let noSignature = Code(.noSignature)
    }

    /// What is wrong, for a program to tell the cases apart.
    @export(implementation) public let code: Code
    /// What is wrong, for a person to read.
    @export(implementation) public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The code and the message.
    public var description: String { "\(code): \(message)" }
}

extension SigningError: LocalizedError {
    /// The same text as ``description``.
    public var errorDescription: String? { description }
}
