import SESClient
import SESCore
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One operation the simulator answers: where it is called, and what it does.
struct Route: Sendable {
    let operation: String
    private let pattern: RequestPattern
    private let query: [HTTPBinding.QueryMember]
    private let answer: @Sendable (isolated SESSimulator, Data) throws -> Data

    init<Operation: SESOperation>(
        _ type: Operation.Type,
        _ handle: @escaping @Sendable (isolated SESSimulator, Operation) throws -> Operation.Output
    ) {
        operation = Operation.name
        pattern = RequestPattern(Operation.http)
        query = Operation.http.query
        answer = { simulator, input in
            let input: Operation = try Self.decode(input)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(try handle(simulator, input))
        }
    }

    private static func decode<Operation: SESOperation>(_ input: Data) throws -> Operation {
        do {
            return try JSONDecoder().decode(Operation.self, from: input)
        } catch DecodingError.keyNotFound(let key, let context) {
            throw ServiceRefusal.missingMember(path(context.codingPath + [key]))
        } catch {
            throw ServiceRefusal.serialization
        }
    }

    /// A member's place as the service writes it: `eventDestination.snsDestination.topicArn`.
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { key in
            if let index = key.intValue { return "\(index + 1).member" }
            return key.stringValue.prefix(1).lowercased() + key.stringValue.dropFirst()
        }.joined(separator: ".")
    }

    /// The operation a request is for, with the labels of its path.
    static func find(_ request: AWSHTTPRequest) -> (route: Route, labels: [String: String])? {
        all.lazy.compactMap { route in
            route.pattern.match(request).map { (route: route, labels: $0) }
        }.first
    }

    /// Answers a request: its labels and its query join the body's members, which is the form operations are read from.
    func respond(
        _ simulator: isolated SESSimulator, to request: AWSHTTPRequest, labels: [String: String]
    ) throws -> Data {
        var members: [String: JSONValue] = [:]
        if !request.body.isEmpty {
            guard let object = try? JSONDecoder().decode([String: JSONValue].self, from: request.body) else {
                throw ServiceRefusal.serialization
            }
            members = object
        }
        if members.values.contains(where: \.holdsNull) { throw ServiceRefusal.serialization }
        for (name, value) in try queryMembers(of: request) { members[name] = value }
        for (name, text) in labels { members[name] = .string(text) }
        return try answer(simulator, try JSONEncoder().encode(members))
    }
}

extension Route {
    /// The members that travel in the query; a page's size is the one number among them.
    private func queryMembers(of request: AWSHTTPRequest) throws -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for item in (request.query ?? "").split(separator: "&") {
            let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = sides.first.flatMap(PercentEncoding.decode),
                let text = PercentEncoding.decode(sides.count > 1 ? sides[1] : ""),
                let member = query.first(where: { $0.parameter == name })?.member
            else { continue }
            if member == "PageSize" {
                guard let number = Int64(text) else { throw ServiceRefusal.serialization }
                members[member] = .integer(number)
            } else {
                members[member] = .string(text)
            }
        }
        return members
    }
}

extension JSONValue {
    /// Whether it is null or a null is anywhere in it.
    fileprivate var holdsNull: Bool {
        switch self {
        case .null: true
        case .array(let elements): elements.contains(where: \.holdsNull)
        case .object(let members): members.values.contains(where: \.holdsNull)
        default: false
        }
    }
}
