import SESSigning
import SESValues

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESv2Client {
    /// Makes one call: checks the input, signs and sends the request, decodes the answer; attempts it again where that
    /// can't mail twice.
    ///
    /// A call that may be repeated is attempted again after throttling, a failure of the service (HTTP 500, 502, 503, 504)
    /// or of the connection, as ``Configuration/retry`` says. A send is attempted again only when it was surely not accepted:
    /// throttled, HTTP 503, or no connection; when it may or may not have been, it throws
    /// ``SESv2Error/Code/outcomeUnknown`` at once. A request that is refused because this machine's clock is wrong or its
    /// credentials have expired is repeated once with the service's time or with new credentials.
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
        let call = try begin(operation)
        return try await parts.configuration.observers.surround(call.identity) { await Self.run(call, operation) }.get()
    }

    @_semantics("optimize.sil.specialize.generic.never")
    private static func run<Operation: SESOperation>(
        _ begun: Call, _ operation: Operation
    ) async -> Result<Operation.Output, any Error> {
        var call = begun
        call.started()
        do {
            let output = try output(of: operation, try await call.response())
            call.ended()
            return .success(output)
        } catch {
            return .failure(call.ended(with: error))
        }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    private func begin<Operation: SESOperation>(_ operation: Operation) throws -> Call {
        let invocationID = InvocationID.random()
        let target: CallTarget
        var (request, set): (AWSHTTPRequest, ConfigurationSetName?)
        do {
            try operation.validate()
            target = try self.target(of: operation)
            (request, set) = try operation.requestAndSet()
        } catch {
            var error = Self.inputError(error)
            error.operation = Operation.name
            error.invocationID = invocationID
            throw error
        }
        request.scheme = target.endpoint.scheme
        request.host = target.endpoint.host
        request.port = target.endpoint.port
        request.path = target.endpoint.basePath + request.path
        request.headers["User-Agent"] = userAgent
        request.headers["amz-sdk-invocation-id"] = invocationID
        let identity = ObservedCall(
            operation: Operation.name, invocationID: invocationID, configurationSet: set,
            isIdempotent: Operation.isIdempotent)
        return Call(self, identity, target, request)
    }

    @_semantics("optimize.sil.specialize.generic.never")
    private static func output<Operation: SESOperation>(
        of operation: Operation, _ response: AWSHTTPResponse
    ) throws -> Operation.Output {
        let body = response.body.isEmpty ? Data("{}".utf8) : response.body
        func unreadable(_ why: String, _ error: (any Error)? = nil) -> SESv2Error {
            SESv2Error(
                .unreadableResponse, message: "the service accepted the call, but its answer can't be read: \(why)",
                httpStatus: response.status, requestID: response.headers["x-amzn-RequestId"], underlyingError: error)
        }
        let output: Operation.Output
        do {
            if let form = Operation.Output.self as? any PlainAnswer.Type,
                let plain = form.init(plain: body) as? Operation.Output
            {
                output = plain
            } else {
                output = try JSONDecoder().decode(Operation.Output.self, from: body)
            }
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
        if let error = error as? SESv2Error { return error }
        let message = (error as? SESValueError)?.description ?? "the input can't be written as JSON"
        return SESv2Error(.invalidRequest, ownMessage: message, underlyingError: error)
    }
}
