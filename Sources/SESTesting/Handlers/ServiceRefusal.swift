import SESClient
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An error as the service answers it: a name, a status, and AWS's words where they are known.
struct ServiceRefusal: Error {
    /// The error's name; nil for an answer that doesn't come from the service itself, such as a proxy's.
    let name: String?
    let status: Int
    let message: String?

    init(_ name: String?, status: Int = 400, _ message: String?) {
        self.name = name
        self.status = status
        self.message = message
    }

    static func badRequest(_ message: String?) -> Self { Self("BadRequestException", message) }
    static func notFound(_ message: String) -> Self { Self("NotFoundException", status: 404, message) }
    static func alreadyExists(_ message: String) -> Self { Self("AlreadyExistsException", message) }
    static func limitExceeded(_ message: String) -> Self { Self("LimitExceededException", message) }
    static func sendingPaused(_ message: String) -> Self { Self("SendingPausedException", message) }
    static func messageRejected(_ message: String) -> Self { Self("MessageRejected", message) }
    static func tooManyRequests(_ message: String) -> Self { Self("TooManyRequestsException", status: 429, message) }
    /// What the service would do, and the simulator doesn't.
    static func notSimulated(_ message: String) -> Self { Self("NotSimulatedException", message) }
    static func missingMember(_ path: String) -> Self {
        .badRequest(
            "1 validation error detected: Value at '\(path)' failed to satisfy constraint: Member must not be null")
    }
    static let serialization = Self("SerializationException", nil)
    static let internalFailure = Self("InternalFailure", status: 500, nil)

    static func missingSet(_ name: String) -> Self {
        .notFound("Configuration set <\(name)> does not exist.")
    }

    static func staleDefault(_ name: String) -> Self {
        .badRequest("Configuration set <\(name)> does not exist.")
    }

    /// The answer on the wire; a message that is unknown is `null`, as the service writes it.
    func response(requestID: String) -> AWSHTTPResponse {
        let words = message.flatMap { try? JSONEncoder().encode($0) } ?? Data("null".utf8)
        var headers: AWSHTTPHeaders = ["x-amzn-RequestId": requestID, "Content-Type": "application/json"]
        if let name { headers["x-amzn-ErrorType"] = name }
        return AWSHTTPResponse(
            status: status, headers: headers, body: Data(#"{"message":"#.utf8) + words + Data("}".utf8))
    }
}
