import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

/// Calls and answers as botocore writes them, made by `.ci/oracle.py 20260401 2 OPERATION…`.
@Suite("Requests and answers are those of botocore")
struct OracleTests {
    struct Line: Decodable, Sendable, CustomTestStringConvertible {
        struct Request: Decodable {
            var method: String
            var path: String
            var query: JSONValue
            var headers: [String: String]
            var body: JSONValue?
        }
        struct Response: Decodable {
            var body: JSONValue
        }
        var operation: String
        var input: JSONValue
        var request: Request
        var response: Response
        var testDescription: String { operation }
    }

    static let lines: [Line] = {
        let url = Bundle.module.url(forResource: "Fixtures/botocore-requests", withExtension: "jsonl")
        let data = url.flatMap { try? Data(contentsOf: $0) } ?? Data()
        return data.split(separator: UInt8(ascii: "\n")).compactMap { try? JSONDecoder().decode(Line.self, from: $0) }
    }()

    @Test("the fixture has two calls of every operation")
    func complete() {
        #expect(Self.lines.map(\.operation) == ShippedOperations.all.flatMap { [$0.name, $0.name] })
    }

    @Test("an input gives botocore's request, and input and answer survive a round trip", arguments: lines)
    func compare(line: Line) throws {
        let type = try #require(ShippedOperations.all.first { $0.name == line.operation })
        try check(type, line)
    }

    private func check<Operation: SESOperation>(_ type: Operation.Type, _ line: Line) throws {
        let input = try JSONDecoder().decode(Operation.self, from: JSONEncoder().encode(line.input))
        let request = try input.httpRequest()
        #expect(request.method == line.request.method)
        #expect(request.path == line.request.path)
        #expect(queryItems(request.query) == queryItems(line.request.query))
        for (name, value) in line.request.headers { #expect(request.headers[name] == value) }
        let body = try request.body.isEmpty ? nil : JSONDecoder().decode(JSONValue.self, from: request.body)
        #expect(body.map(\.byValue) == line.request.body.map(\.byValue))
        #expect(try rewritten(input) == line.input.byValue)
        let output = try JSONDecoder().decode(Operation.Output.self, from: JSONEncoder().encode(line.response.body))
        #expect(try rewritten(output) == line.response.body.byValue)
    }

    private func queryItems(_ query: String?) -> [String] {
        (query ?? "").split(separator: "&").map { $0.removingPercentEncoding ?? String($0) }.sorted()
    }

    /// Botocore's query before it is encoded: an object whose values are texts or lists of texts.
    private func queryItems(_ query: JSONValue) -> [String] {
        guard case .object(let members) = query else { return [] }
        return members.flatMap { name, value -> [String] in
            switch value {
            case .array(let elements): elements.map { "\(name)=\(text($0))" }
            default: ["\(name)=\(text(value))"]
            }
        }.sorted()
    }

    private func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        default: ""
        }
    }

    private func rewritten(_ value: some Encodable) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)).byValue
    }
}
