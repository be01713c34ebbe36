import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("Lists in pages")
struct PagedSequenceTests {
    /// A transport that gives the pages one after the other.
    private func transport(_ pages: [String]) -> RecordingTransport {
        RecordingTransport { _, number in
            guard number < pages.count else { return AWSHTTPResponse(status: 503) }
            return AWSHTTPResponse(status: 200, body: Data(pages[number].utf8))
        }
    }

    private func tokens(_ transport: RecordingTransport) -> [String?] {
        transport.requests.map { request in
            let body = try? JSONDecoder().decode([String: JSONValue].self, from: request.body)
            guard case .string(let token)? = body?["NextToken"] else { return nil }
            return token
        }
    }

    @Test("come whole and in order, empty pages too, with each page's token in the next request")
    func pages() async throws {
        let transport = transport([
            #"{"ConfigurationSets":["a","b"],"NextToken":"1"}"#, #"{"ConfigurationSets":[],"NextToken":"2"}"#,
            #"{"NextToken":"3"}"#, #"{"ConfigurationSets":["c"]}"#,
        ])
        let names = try await SESv2Client.test(transport).listConfigurationSets(nameContaining: "x").reduce(into: []) {
            $0.append($1)
        }
        #expect(names == ["a", "b", "c"])
        #expect(tokens(transport) == [nil, "1", "2", "3"])
        #expect(transport.requests.allSatisfy { String(decoding: $0.body, as: UTF8.self).contains(#""Filter""#) })
    }

    @Test("end at a token that is null or empty", arguments: [#""""#, "null"])
    func lastToken(token: String) async throws {
        let transport = transport([#"{"ConfigurationSets":["a"],"NextToken":\#(token)}"#])
        for try await name in try SESv2Client.test(transport).listConfigurationSets() { #expect(name == "a") }
        #expect(transport.requests.count == 1)
    }

    @Test("end with an error when a token comes twice", arguments: [["1", "1"], ["1", "2", "1"], ["start"]])
    func loop(given: [String]) async throws {
        let transport = transport(given.map { #"{"ConfigurationSets":["a"],"NextToken":"\#($0)"}"# })
        let client = try SESv2Client.test(transport)
        var names = client.list(ListConfigurationSets(nextToken: "start")).makeAsyncIterator()
        var error: SESv2Error?
        do {
            while try await names.next() != nil {}
        } catch let caught as SESv2Error {
            error = caught
        }
        #expect(error?.code == .pagingLoop)
        #expect(error?.operation == "ListConfigurationSets")
        #expect(transport.requests.count == given.count)
        #expect(try await names.next() == nil)
    }

    @Test("are fetched only when they are needed, and anew by each iteration")
    func lazy() async throws {
        let page = #"{"ConfigurationSets":["a","b"],"NextToken":"1"}"#
        let transport = transport([page, page, #"{"ConfigurationSets":["c"]}"#])
        let list = try SESv2Client.test(transport).listConfigurationSets()
        #expect(transport.requests.isEmpty)
        for try await name in list where name == "b" { break }
        #expect(transport.requests.count == 1)
        var names = list.makeAsyncIterator()
        for expected in ["a", "b"] { #expect(try await names.next()?.rawValue == expected) }
        #expect(transport.requests.count == 2)
        #expect(try await names.next() == "c")
        #expect(tokens(transport) == [nil, nil, "1"])
    }

    @Test("give what came before an error, then the error, and after one that passes the same page again")
    func errorInTheMiddle() async throws {
        let transport = RecordingTransport { _, number in
            switch number {
            case 0: AWSHTTPResponse(status: 200, body: Data(#"{"ConfigurationSets":["a"],"NextToken":"1"}"#.utf8))
            case 1: AWSHTTPResponse(status: 503)
            case 2: AWSHTTPResponse(status: 200, body: Data(#"{"ConfigurationSets":["b"],"NextToken":"2"}"#.utf8))
            default: AWSHTTPResponse(status: 400)
            }
        }
        let client = try SESv2Client.test(transport, configuration: .init(retry: .off))
        var names = client.listConfigurationSets().makeAsyncIterator()
        #expect(try await names.next() == "a")
        var code: SESv2Error.Code?
        do { _ = try await names.next() } catch let error as SESv2Error { code = error.code }
        #expect(code == .serviceFailure)
        #expect(try await names.next() == "b")
        do { _ = try await names.next() } catch let error as SESv2Error { code = error.code }
        #expect(code == .badRequest)
        #expect(try await names.next() == nil)
        #expect(tokens(transport) == [nil, "1", "1", "2"])
    }

    @Test("a page that fails in passing is fetched again without anybody noticing")
    func repeatedPage() async throws {
        let transport = RecordingTransport { _, number in
            switch number {
            case 0: AWSHTTPResponse(status: 200, body: Data(#"{"ConfigurationSets":["a"],"NextToken":"1"}"#.utf8))
            case 1: AWSHTTPResponse(status: 503)
            case 2: throw HTTPTransportError(.connectionLost, requestMayHaveBeenSent: true, message: "m")
            default: AWSHTTPResponse(status: 200, body: Data(#"{"ConfigurationSets":["b"]}"#.utf8))
            }
        }
        var names: [String] = []
        for try await name in try SESv2Client.test(transport).listConfigurationSets() { names.append(name.rawValue) }
        #expect(names == ["a", "b"])
        #expect(tokens(transport) == [nil, "1", "1", "1"])
    }
}
