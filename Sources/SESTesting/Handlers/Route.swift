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
    private let bound: [HTTPBinding.QueryMember]
    private let answer: @Sendable (isolated SESSimulator, [String: JSONValue], RequestQuery) throws -> Data

    init<Operation: SESOperation>(
        _ type: Operation.Type,
        _ handle: @escaping @Sendable (isolated SESSimulator, Operation) throws -> Operation.Output
    ) {
        operation = Operation.name
        pattern = RequestPattern(Operation.http)
        bound = Operation.http.query
        answer = { simulator, members, query in
            let input: Operation = try Self.decode(members, query)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(try handle(simulator, input))
        }
    }

    private static func decode<Operation: SESOperation>(
        _ members: [String: JSONValue], _ query: RequestQuery
    ) throws -> Operation {
        var query = query
        while true {
            let input = try JSONEncoder().encode(members.merging(query.members) { label, _ in label })
            do {
                return try JSONDecoder().decode(Operation.self, from: input)
            } catch DecodingError.keyNotFound(let key, let context) {
                throw ServiceRefusal.missingMember(path(context.codingPath + [key]))
            } catch DecodingError.typeMismatch(_, let context) {
                guard let name = context.codingPath.first?.stringValue, query.retake(name) else {
                    throw ServiceRefusal.serialization
                }
            } catch {
                throw ServiceRefusal.serialization
            }
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

    /// The name of the operation of the library that a request is for, whether it is answered or not.
    static func shippedName(of request: AWSHTTPRequest) -> String? {
        shipped.first { $0.pattern.match(request) != nil }?.name
    }

    private static let shipped = ShippedOperations.all.map { (name: $0.name, pattern: RequestPattern($0.http)) }

    /// Answers a request: labels and query join the body's members, which is the form operations are read from.
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
        for (name, text) in labels { members[name] = .string(text) }
        return try answer(simulator, members, RequestQuery(request.query, bound: bound))
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
