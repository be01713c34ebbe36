import SESClient
import SESCore
import SESSigning
import SESTesting

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A caller that signs whatever it is told to, so that the simulator gets what the client would refuse.
struct Wire {
    var simulator: SESSimulator
    var credentials: AWSCredentials
    var region: String
    /// How far the caller's clock is ahead.
    var skew = 0.0

    init(_ simulator: SESSimulator) {
        self.simulator = simulator
        credentials = simulator.credentials
        region = simulator.region.rawValue
    }

    /// A request with its signature.
    func request(_ method: String, _ path: String, _ body: Data?) -> AWSHTTPRequest {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        var request = AWSHTTPRequest(method: method, host: "email.\(region).amazonaws.com", path: parts.first ?? path)
        if parts.count == 2 { request.query = parts[1] }
        if let body {
            request.body = body
            request.headers["Content-Type"] = "application/json"
        }
        SigV4Signer(service: "ses", region: region)
            .sign(&request, with: credentials, at: simulator.clock.date.addingTimeInterval(skew))
        return request
    }

    @discardableResult
    func call(_ method: String, _ path: String, _ body: String? = nil) async throws -> Answer {
        try await hand(request(method, path, body.map { Data($0.utf8) }))
    }

    func hand(_ request: AWSHTTPRequest) async throws -> Answer {
        Answer(try await SimulatorTransport(simulator: simulator).execute(request, limits: TransportLimits()))
    }

    @discardableResult
    func put(_ set: String, _ group: String, _ body: String) async throws -> Answer {
        try await call("PUT", "/v2/email/configuration-sets/\(set)/\(group)", body)
    }

    @discardableResult
    func create(_ body: String) async throws -> Answer {
        try await call("POST", "/v2/email/configuration-sets", body)
    }

    func get(_ set: String) async throws -> JSONValue? {
        try await call("GET", "/v2/email/configuration-sets/\(set)").json
    }

    func send(_ body: String) async throws -> Answer {
        try await call("POST", "/v2/email/outbound-emails", body)
    }
}

/// What came back.
struct Answer {
    let status: Int
    /// The error's name; nil for a success.
    let name: String?
    let json: JSONValue?
    let requestID: String?

    init(_ response: AWSHTTPResponse) {
        status = response.status
        name = response.headers["x-amzn-ErrorType"]
        requestID = response.headers["x-amzn-RequestId"]
        json = try? JSONDecoder().decode(JSONValue.self, from: response.body)
    }

    var message: String? { json?["message"]?.text }
    /// The status, the error's name and its words.
    var refusal: Refusal { Refusal(status: status, name: name, message: message) }
}

struct Refusal: Equatable, CustomStringConvertible {
    var status: Int
    var name: String?
    var message: String?

    static func badRequest(_ message: String?) -> Refusal {
        Refusal(status: 400, name: "BadRequestException", message: message)
    }
    static func notFound(_ message: String) -> Refusal {
        Refusal(status: 404, name: "NotFoundException", message: message)
    }
    static let serialization = Refusal(status: 400, name: "SerializationException", message: nil)
    static let success = Refusal(status: 200, name: nil, message: nil)

    var description: String { "\(status) \(name ?? "-"): \(message ?? "null")" }
}

extension JSONValue {
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    init?(_ data: Data) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: data) else { return nil }
        self = value
    }
}
