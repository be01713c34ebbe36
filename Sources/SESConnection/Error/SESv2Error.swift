import SESNames

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Why a call did not give its answer: the service refused it, it could not be made, or its outcome is unknown.
///
/// The texts never hold credentials, message content or e-mail addresses; what the service wrote is in
/// ``serviceMessage``, which may name addresses.
public struct SESv2Error: Error, Sendable, CustomStringConvertible {
    /// What went wrong; compare it, or read ``serviceCode`` for one that has no static member here.
    @export(implementation) public let code: Code
    /// What happened, in a sentence; e-mail addresses in it are cut to their domain.
    @export(implementation) public let message: String
    /// The operation's name in AWS's spelling, such as `SendEmail`.
    public package(set) var operation: String?
    /// The error's name in the service's answer, such as `NotFoundException`.
    @export(implementation) public let serviceCode: String?
    /// The service's own words as they came; may name addresses, so keep it out of logs.
    @export(implementation) public let serviceMessage: String?
    /// The HTTP status of the service's answer.
    @export(implementation) public let httpStatus: Int?
    /// The service's id of the request, for AWS support.
    @export(implementation) public let requestID: String?
    /// The id the client gave the call (`amz-sdk-invocation-id`).
    public package(set) var invocationID: String?
    /// How often the call was attempted; 0 if nothing was sent.
    public package(set) var attempts = 0
    /// The error of the layer below.
    @export(implementation) public let underlyingError: (any Error)?

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: What went wrong.
    ///   - message: What happened, in a sentence.
    ///   - operation: The operation's name.
    ///   - serviceCode: The error's name in the service's answer.
    ///   - serviceMessage: The service's own words.
    ///   - httpStatus: The HTTP status.
    ///   - requestID: The service's id of the request.
    ///   - invocationID: The client's id of the call.
    ///   - underlyingError: The error of the layer below.
    public init(
        _ code: Code, message: String, operation: String? = nil, serviceCode: String? = nil,
        serviceMessage: String? = nil, httpStatus: Int? = nil, requestID: String? = nil, invocationID: String? = nil,
        underlyingError: (any Error)? = nil
    ) {
        self.init(
            code, ownMessage: AddressRedaction.redact(message), operation: operation, serviceCode: serviceCode,
            serviceMessage: serviceMessage, httpStatus: httpStatus, requestID: requestID, invocationID: invocationID,
            underlyingError: underlyingError)
    }

    /// Creates an error whose message is this library's own and so holds no address.
    ///
    /// Redaction would take a rule such as "must have the form local@domain" for an address.
    package init(
        _ code: Code, ownMessage: String, operation: String? = nil, serviceCode: String? = nil,
        serviceMessage: String? = nil, httpStatus: Int? = nil, requestID: String? = nil, invocationID: String? = nil,
        underlyingError: (any Error)? = nil
    ) {
        self.code = code
        message = ownMessage
        self.operation = operation
        self.serviceCode = serviceCode
        self.serviceMessage = serviceMessage
        self.httpStatus = httpStatus
        self.requestID = requestID
        self.invocationID = invocationID
        self.underlyingError = underlyingError
    }

    /// The operation, the code with the service's name for it, the message, the status, the request's id, and how many
    /// attempts there were if there was more than one.
    public var description: String {
        let name = serviceCode.map { "\(code) (\($0))" } ?? code.description
        let head = [operation, name].compactMap { $0 }.joined(separator: ": ")
        let marks = [
            httpStatus.map { "HTTP \($0)" }, requestID.map { "request \($0)" },
            attempts > 1 ? "\(attempts) attempts" : nil,
        ].compactMap { $0 }
        let tail = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
        // The name and the id came from outside as well.
        return AddressRedaction.redact("\(head): ") + message + AddressRedaction.redact(tail)
    }
}

extension SESv2Error {
    /// Adds what call the error belongs to.
    package mutating func complete(for call: ObservedCall, attempts: Int) {
        operation = call.operation
        invocationID = call.invocationID
        self.attempts = attempts
    }
}

extension SESv2Error: LocalizedError {
    /// The same text as ``description``.
    public var errorDescription: String? { description }
}
