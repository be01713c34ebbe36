import SESCore
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESv2Client {
    /// Makes one call: checks the input, signs and sends the request, decodes the answer.
    ///
    /// It is sent once. A send that may or may not have been accepted throws
    /// ``SESv2Error/Code/outcomeUnknown``; any other call throws what happened and may be made again.
    ///
    /// - Parameter operation: The operation's input.
    /// - Returns: The operation's output.
    /// - Throws: ``SESv2Error``; `CancellationError` if the task is cancelled, but for a send that may be on its way by
    ///   then `outcomeUnknown`; what the credential provider throws.
    @_semantics("optimize.sil.specialize.generic.never")
    @discardableResult
    public func execute<Operation: SESOperation>(_ operation: Operation) async throws -> Operation.Output {
        // Not specialised: a copy of this code for each of the 116 operations would be a seventh of a program's size, and what
        // it saves is nothing beside the network's time.
        let invocationID = UUID().uuidString
        var request: AWSHTTPRequest
        do {
            try operation.validate()
            request = try prepare(operation, invocationID: invocationID)
        } catch {
            throw Self.inputError(error).completed(for: Operation.self, invocationID)
        }
        do {
            let credentials = try await credentialProvider.credentials()
            guard !credentials.accessKeyID.isEmpty, !credentials.secretAccessKey.isEmpty else {
                throw SESv2Error(.noCredentials, message: "the credential provider gave an empty key")
            }
            signer.sign(&request, with: credentials, at: configuration.now())
            // Here for the last time: what a transport was given may be on its way.
            try Task.checkCancellation()
        } catch let error as SESv2Error {
            throw error.completed(for: Operation.self, invocationID)
        }
        do {
            return try Self.output(of: operation, try await exchange(request))
        } catch let error as CancellationError where Operation.isIdempotent {
            throw error
        } catch {
            throw Self.exchangeError(error, isIdempotent: Operation.isIdempotent)
                .completed(for: Operation.self, invocationID)
        }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    private func prepare(_ operation: some SESOperation, invocationID: String) throws -> AWSHTTPRequest {
        var request = try operation.httpRequest()
        request.scheme = endpoint.scheme
        request.host = endpoint.host
        request.port = endpoint.port
        request.path = endpoint.basePath + request.path
        request.headers["User-Agent"] = userAgent
        request.headers["amz-sdk-invocation-id"] = invocationID
        request.headers["amz-sdk-request"] = "attempt=1; max=1"
        return request
    }

    /// Runs the exchange against the deadline: whichever ends first decides, and the other is cancelled.
    private func exchange(_ request: AWSHTTPRequest) async throws -> AWSHTTPResponse {
        let limits = configuration.limits
        let clock = configuration.clock
        return try await withThrowingTaskGroup(of: AWSHTTPResponse.self) { group in
            group.addTask { try await transport.execute(request, limits: limits) }
            group.addTask {
                try await clock.sleep(for: limits.total)
                throw HTTPTransportError(
                    .timedOut, requestMayHaveBeenSent: true, message: "no response within \(limits.total)")
            }
            defer { group.cancelAll() }
            guard let response = try await group.next() else { throw CancellationError() }
            return response
        }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    private static func output<Operation: SESOperation>(
        of operation: Operation, _ response: AWSHTTPResponse
    ) throws -> Operation.Output {
        guard (200..<300).contains(response.status) else {
            throw ServiceError(response).error(isIdempotent: Operation.isIdempotent)
        }
        let body = response.body.isEmpty ? Data("{}".utf8) : response.body
        func unreadable(_ why: String, _ error: (any Error)? = nil) -> SESv2Error {
            SESv2Error(
                .unreadableResponse, message: "the service accepted the call, but its answer can't be read: \(why)",
                httpStatus: response.status, requestID: response.headers["x-amzn-RequestId"], underlyingError: error)
        }
        let output: Operation.Output
        do {
            output = try JSONDecoder().decode(Operation.Output.self, from: body)
        } catch {
            throw unreadable(place(of: error), error)
        }
        guard let missing = Operation.missingMember(of: output) else { return output }
        throw unreadable("the member \(missing) is missing")
    }

    /// Where decoding failed, without what stood there.
    private static func place(of error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the member \(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "the member \(context.codingPath.map(\.stringValue).joined(separator: ".")) has another form"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            "the member \(context.codingPath.map(\.stringValue).joined(separator: ".")) has another form"
        default: "it isn't JSON"
        }
    }

    private static func inputError(_ error: any Error) -> SESv2Error {
        let message = (error as? SESValueError)?.description ?? "the input can't be written as JSON"
        return SESv2Error(.invalidRequest, ownMessage: message, underlyingError: error)
    }

    private static func exchangeError(_ error: any Error, isIdempotent: Bool) -> SESv2Error {
        if let error = error as? SESv2Error { return error }
        // A transport that throws something of its own doesn't say that nothing was sent, nor does one that was cancelled.
        let message = error is CancellationError ? "the call was cancelled" : "the transport failed"
        let error =
            error as? HTTPTransportError
            ?? HTTPTransportError(
                .connectionLost, requestMayHaveBeenSent: true, message: message, underlyingError: error)
        guard isIdempotent || !error.requestMayHaveBeenSent else {
            let message = "it isn't known whether the call was accepted: \(error.message)"
            return SESv2Error(.outcomeUnknown, message: message, underlyingError: error)
        }
        let code: SESv2Error.Code =
            switch error.kind {
            case .timedOut: .timedOut
            case .connectionFailed: .connectionFailed
            case .invalidRequest: .invalidRequest
            case .responseTooLarge: .unreadableResponse
            default: .connectionLost
            }
        return SESv2Error(code, message: error.message, underlyingError: error)
    }
}

extension SESv2Error {
    /// The error with the call it belongs to.
    fileprivate func completed<Operation: SESOperation>(
        for operation: Operation.Type, _ invocationID: String
    ) -> SESv2Error {
        var error = self
        error.operation = Operation.name
        error.invocationID = invocationID
        return error
    }
}
