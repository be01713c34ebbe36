import Foundation
import SESClient
import SESCore
import SESSigning

/// One line of the oracle: a call, the request botocore builds for it, and an answer the service may give.
struct OracleLine: Decodable {
    struct Request: Decodable {
        var method: String
        var path: String
        var query: JSONValue
        var headers: [String: String]
        var body: JSONValue?
    }
    struct Response: Decodable {
        var status: Int
        var body: JSONValue
    }

    var operation: String
    var input: JSONValue
    var request: Request
    var response: Response
}

enum Conformance {
    /// What differs; empty if nothing does.
    static func differences(in data: Data) -> [String] {
        do {
            let line = try JSONDecoder().decode(OracleLine.self, from: data)
            guard let operation = OperationTable.byName[line.operation] else {
                return ["\(line.operation): not an operation of this library"]
            }
            return try compare(operation, line).map { "\(line.operation): \($0)" }
        } catch {
            return ["unreadable: \(error)"]
        }
    }

    private static func compare<Operation: SESOperation>(
        _ type: Operation.Type, _ line: OracleLine
    ) throws -> [String] {
        let encoder = JSONEncoder()
        var differences: [String] = []
        func expect<Value: Equatable>(_ what: String, _ ours: Value, _ theirs: Value) {
            if ours != theirs { differences.append("\(what): \(ours) instead of \(theirs)") }
        }

        let input = try JSONDecoder().decode(Operation.self, from: encoder.encode(line.input))
        let request = try input.httpRequest()
        expect("method", request.method, line.request.method)
        expect("path", request.path, line.request.path)
        expect("query", queryItems(request.query), queryItems(line.request.query))
        for (name, value) in line.request.headers { expect("header \(name)", request.headers[name], value) }
        let body = try request.body.isEmpty ? nil : JSONDecoder().decode(JSONValue.self, from: request.body)
        expect("body", body.map(byValue), line.request.body.map(byValue))
        let rewritten = try JSONDecoder().decode(JSONValue.self, from: encoder.encode(input))
        expect("input written back", byValue(rewritten), byValue(line.input))

        let output = try JSONDecoder().decode(Operation.Output.self, from: encoder.encode(line.response.body))
        let outputRewritten = try JSONDecoder().decode(JSONValue.self, from: encoder.encode(output))
        expect("output written back", byValue(outputRewritten), byValue(line.response.body))
        return differences
    }

    /// Numbers of the same value are the same, whole or not.
    private static func byValue(_ value: JSONValue) -> JSONValue {
        switch value {
        case .integer(let number): .number(Double(number))
        case .array(let elements): .array(elements.map(byValue))
        case .object(let members): .object(members.mapValues(byValue))
        default: value
        }
    }

    private static func queryItems(_ query: String?) -> [String] {
        (query ?? "").split(separator: "&").map { $0.removingPercentEncoding ?? String($0) }.sorted()
    }

    /// Botocore's query before it is encoded: an object whose values are texts or lists of texts.
    private static func queryItems(_ query: JSONValue) -> [String] {
        guard case .object(let members) = query else { return [] }
        return members.flatMap { name, value -> [String] in
            switch value {
            case .array(let elements): elements.map { "\(name)=\(text($0))" }
            default: ["\(name)=\(text(value))"]
            }
        }.sorted()
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        default: ""
        }
    }
}
