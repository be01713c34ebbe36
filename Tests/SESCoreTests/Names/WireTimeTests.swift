import Foundation
import SESCore
import Testing

@Suite("Times on the wire")
struct WireTimeTests {
    private struct Record: Codable, Equatable {
        @WireTime var at: Date?
    }

    @Test(
        "are seconds since 1970, as the service and as a program writes them",
        arguments: [
            ("1700000000", #"{"at":1700000000}"#), ("1.7E9", #"{"at":1700000000}"#), ("-1.5", #"{"at":-1.5}"#),
            ("1.7000000005E9", #"{"at":1700000000.5}"#),
        ])
    func seconds(number: String, written: String) throws {
        let record = try decoded(Record.self, "{\"at\":\(number)}")
        #expect(record.at?.timeIntervalSince1970 == Double(number))
        #expect(try encoded(record) == written)
    }

    @Test("that are absent or null are nil, and aren't written", arguments: ["{}", #"{"at":null}"#])
    func absent(json: String) throws {
        let record = try decoded(Record.self, json)
        #expect(record.at == nil)
        #expect(try encoded(record) == "{}")
    }

    @Test("don't depend on the strategies of encoder and decoder")
    func strategies() throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let record = Record(at: Date(timeIntervalSince1970: 5))
        let bytes = try encoder.encode(record)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"at":5}"#)
        #expect(try decoder.decode(Record.self, from: bytes) == record)
    }

    @Test("survive alone and in a list, where nil is null")
    func alone() throws {
        let times = [WireTime(wrappedValue: Date(timeIntervalSince1970: 5)), WireTime(wrappedValue: nil)]
        #expect(try encoded(times) == "[5,null]")
        #expect(try decoded([WireTime].self, "[5,null]") == times)
    }

    @Test("print as what they are")
    func printing() {
        #expect("\(WireTime(wrappedValue: nil))" == "nil")
        #expect("\(WireTime(wrappedValue: Date(timeIntervalSince1970: 5)))".contains("1970"))
    }
}
