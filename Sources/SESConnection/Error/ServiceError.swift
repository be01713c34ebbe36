import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An error answer of the service, read by the rules of AWS's `rest-json` protocol.
///
/// The error's name is in the header `x-amzn-ErrorType`, else in the body's `code`, else in its `__type`. Services of the Query
/// protocol write it in XML. The body may as well be HTML from a proxy, or empty; then the status is all there is.
package struct ServiceError {
    package let name: String?
    package let message: String?
    package let status: Int
    package let requestID: String?

    package init(_ response: AWSHTTPResponse) {
        let body = (try? JSONDecoder().decode(Body.self, from: response.body)) ?? Body(xml: response.body)
        let header = response.headers["x-amzn-ErrorType"].map(Self.shortName)
        name = [header, body?.code, body?.type].lazy.compactMap { $0 }.first { !$0.isEmpty }.map(Self.line)
        message = body?.message.flatMap { $0.isEmpty ? nil : $0 }.map(Self.line)
        status = response.status
        requestID = response.headers["x-amzn-RequestId"].map(Self.line)
    }

    /// The text as it can stand in one line of a log: at most 1,000 characters, and no line break or other control
    /// character.
    package static func line(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(1000).map { scalar in
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{2028}"
            return isControl ? " " : Character(scalar)
        }
        return String(scalars)
    }

    /// The name without namespace (`ns#Name`) and without what follows a colon.
    static func shortName(_ text: String) -> String {
        let beforeColon = text.prefix { $0 != ":" }
        let afterHash = beforeColon.split(separator: "#", omittingEmptySubsequences: false).last ?? beforeColon
        return String(afterHash)
    }

    private struct Body: Decodable {
        var code: String?
        var type: String?
        var message: String?

        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(_ name: String) { stringValue = name }
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        /// The error of the Query protocol; nil if it is none.
        init?(xml data: Data) {
            guard data.first == UInt8(ascii: "<"), let texts = try? XMLLeaves(data).texts,
                let code = texts["ErrorResponse/Error/Code"]
            else { return nil }
            self.code = code
            message = texts["ErrorResponse/Error/Message"]
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            func text(_ names: String...) -> String? {
                for name in names {
                    if let text = try? container.decodeIfPresent(String.self, forKey: Key(name)) { return text }
                }
                return nil
            }
            code = text("code", "Code").map(ServiceError.shortName)
            type = text("__type").map(ServiceError.shortName)
            message = text("message", "Message")
        }
    }
}

extension ServiceError {
    /// The client's error for this answer.
    ///
    /// - Parameter isIdempotent: Whether the call may be repeated; if not, a failure of the service leaves its outcome
    ///   unknown.
    func error(isIdempotent: Bool) -> SESv2Error {
        let code = code(isIdempotent: isIdempotent)
        return SESv2Error(
            code, message: sentence(code), serviceCode: name, serviceMessage: message, httpStatus: status,
            requestID: requestID)
    }

    /// Whether the service gave up waiting for the request, or for what it does with it.
    var isTimeout: Bool { name == "RequestTimeout" || name == "RequestTimeoutException" }

    private func sentence(_ code: SESv2Error.Code) -> String {
        let words = message ?? "the service answered without a message"
        return code == .outcomeUnknown ? "it isn't known whether the call was accepted: \(words)" : words
    }

    private func code(isIdempotent: Bool) -> SESv2Error.Code {
        if let name, let code = Self.codes[name] { return code == .throttled ? throttleCode : code }
        // moto and the v1 API prefix the resource: ConfigurationSetAlreadyExistsException.
        if let name, name.hasSuffix("AlreadyExistsException") { return .alreadyExists }
        if isTimeout { return isIdempotent ? .timedOut : .outcomeUnknown }
        switch status {
        case 429: return throttleCode
        // 503 is the one failure that says "not now" before any work was done.
        case 503: return .serviceFailure
        case 500...: return isIdempotent ? .serviceFailure : .outcomeUnknown
        // A proxy's time-out, or an answer that isn't the service's at all, says nothing of a send.
        case ..<400, 408: if !isIdempotent { return .outcomeUnknown }
        default: break
        }
        guard name == nil else { return .otherServiceError }
        switch status {
        case 400: return .badRequest
        case 403: return .accessDenied
        case 404: return .notFound
        case 409: return .conflict
        default: return .otherServiceError
        }
    }

    /// The service has one error for "too fast" and for "no more today"; only its words tell them apart.
    private var throttleCode: SESv2Error.Code {
        message?.hasPrefix("Daily message quota exceeded") == true ? .dailyQuotaExceeded : .throttled
    }

    private static let codes: [String: SESv2Error.Code] = [
        "NotFoundException": .notFound,
        "AlreadyExistsException": .alreadyExists,
        "BadRequestException": .badRequest,
        "SerializationException": .badRequest,
        "ValidationException": .badRequest,
        "LimitExceededException": .limitExceeded,
        "TooManyRequestsException": .throttled,
        "ThrottlingException": .throttled,
        "Throttling": .throttled,
        "ThrottledException": .throttled,
        "RequestThrottled": .throttled,
        "RequestThrottledException": .throttled,
        "RequestLimitExceeded": .throttled,
        "SlowDown": .throttled,
        "ProvisionedThroughputExceededException": .throttled,
        "TransactionInProgressException": .throttled,
        "BandwidthLimitExceeded": .throttled,
        "PriorRequestNotComplete": .throttled,
        "EC2ThrottledException": .throttled,
        "SendingPausedException": .sendingPaused,
        "AccountSuspendedException": .accountSuspended,
        "MessageRejected": .messageRejected,
        "MailFromDomainNotVerifiedException": .mailFromDomainNotVerified,
        "ConflictException": .conflict,
        "ConcurrentModificationException": .concurrentModification,
        "InvalidNextTokenException": .invalidNextToken,
        "AccessDeniedException": .accessDenied,
        "AccessDenied": .accessDenied,
        "ExpiredTokenException": .credentialsExpired,
        "ExpiredToken": .credentialsExpired,
        "UnrecognizedClientException": .credentialsRejected,
        "InvalidClientTokenId": .credentialsRejected,
        "InvalidSignatureException": .credentialsRejected,
        "SignatureDoesNotMatch": .credentialsRejected,
        "AuthFailure": .credentialsRejected,
        "RequestExpired": .credentialsRejected,
        "RequestInTheFuture": .credentialsRejected,
        "RequestTimeTooSkewed": .credentialsRejected,
        "IncompleteSignatureException": .credentialsRejected,
        "IncompleteSignature": .credentialsRejected,
        "MissingAuthenticationTokenException": .credentialsRejected,
        "MissingAuthenticationToken": .credentialsRejected,
    ]
}
