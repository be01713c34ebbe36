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
    private let method: String
    private let segments: [Substring]
    private let answer: @Sendable (isolated SESSimulator, Data) throws -> Data

    init<Operation: SESOperation>(
        _ type: Operation.Type,
        _ handle: @escaping @Sendable (isolated SESSimulator, Operation) throws -> Operation.Output
    ) {
        operation = Operation.name
        method = Operation.http.method.rawValue
        segments = Operation.http.path.split(separator: "/", omittingEmptySubsequences: false)
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
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
        return all.lazy.compactMap { route in
            route.match(request.method, parts).map { (route: route, labels: $0) }
        }.first
    }

    private func match(_ method: String, _ parts: [Substring]) -> [String: String]? {
        guard method == self.method, parts.count == segments.count else { return nil }
        var labels: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            guard segment.first == "{" else {
                if segment != part { return nil }
                continue
            }
            guard let text = PercentEncoding.decode(part), !text.isEmpty else { return nil }
            labels[String(segment.dropFirst().dropLast())] = text
        }
        return labels
    }

    /// Answers a request: its labels join the body's members, which is the form operations are read from.
    func respond(_ simulator: isolated SESSimulator, body: Data, labels: [String: String]) throws -> Data {
        var members: [String: JSONValue] = [:]
        if !body.isEmpty {
            guard let object = try? JSONDecoder().decode([String: JSONValue].self, from: body) else {
                throw ServiceRefusal.serialization
            }
            members = object
        }
        if members.values.contains(where: \.holdsNull) { throw ServiceRefusal.serialization }
        for (name, text) in labels { members[name] = .string(text) }
        return try answer(simulator, try JSONEncoder().encode(members))
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
