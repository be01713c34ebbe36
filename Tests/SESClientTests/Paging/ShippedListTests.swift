import Foundation
import SESClient
import SESCore
import Testing

@Suite("Lists the library ships")
struct ShippedListTests {
    static let lines = OracleTests.lines.filter { line in
        ShippedOperations.all.contains { $0.name == line.operation && $0 is any PagedOperation.Type }
    }

    @Test("there are some, and every operation named List… is one, but the one that AWS gives no pages")
    func complete() {
        #expect(!Self.lines.isEmpty)
        for operation in ShippedOperations.all
        where operation.name.hasPrefix("List") && operation.name != "ListTagsForResource" {
            #expect(operation is any PagedOperation.Type, "\(operation.name)")
        }
    }

    @Test("a page gives all its elements and the next page's token, which goes where AWS wants it", arguments: lines)
    func page(line: OracleTests.Line) throws {
        let type = try #require(ShippedOperations.all.first { $0.name == line.operation } as? any PagedOperation.Type)
        try check(type, line)
    }

    private func check<Operation: PagedOperation>(_ type: Operation.Type, _ line: OracleTests.Line) throws {
        guard case .object(var answer) = line.response.body else { return }
        answer["NextToken"] = .string("the-token")
        let output = try decoded(Operation.Output.self, .object(answer))
        #expect(Operation.nextToken(of: output) == "the-token")
        let listed = answer.values.compactMap { value -> Int? in
            if case .array(let elements) = value { elements.count } else { nil }
        }
        #expect([Operation.elements(of: output).count] == (listed.isEmpty ? [0] : listed))
        #expect(try Operation.nextToken(of: decoded(Operation.Output.self, .object([:]))) == nil)

        var input = try decoded(Operation.self, line.input)
        input.nextToken = "the-token"
        let request = try input.httpRequest()
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains(#""NextToken":"the-token""#) == (request.method == "POST"))
        #expect((request.query ?? "").contains("NextToken=the-token") == (request.method == "GET"))
    }

    private func decoded<Value: Decodable>(_: Value.Type, _ json: JSONValue) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(json))
    }
}
