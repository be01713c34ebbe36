import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("Requests built from inputs")
struct RequestBuilderTests {
    struct Labelled: SESOperation, Equatable {
        static let http = HTTPBinding(.get, "/v2/email/insights/{MessageId}/")
        typealias Output = EmptyOutput
        var messageID: String?
        enum CodingKeys: String, CodingKey { case messageID = "MessageId" }
    }

    struct Searching: SESOperation {
        static let http = HTTPBinding(
            .get, "/v2/email/suppression/addresses",
            query: [
                HTTPBinding.QueryMember("Reasons", as: "Reason"), "PageSize", "Deep", "Share",
                HTTPBinding.QueryMember("StartDate", isTimestamp: true),
            ])
        typealias Output = EmptyOutput
        var reasons: [String]?
        var startDate: Double?
        var pageSize: Int?
        var deep: Bool?
        var share: Double?
        enum CodingKeys: String, CodingKey {
            case reasons = "Reasons"
            case startDate = "StartDate"
            case pageSize = "PageSize"
            case deep = "Deep"
            case share = "Share"
        }
    }

    struct Forgetful: SESOperation {
        static let http = HTTPBinding(.delete, "/v2/email/things/{Name}")
        typealias Output = EmptyOutput
        var name = "a"
        var lost = 1
        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case lost = "Lost"
        }
    }

    @Test(
        "a label is encoded once, all but unreserved characters",
        arguments: [
            ("a b/c", "a%20b%2Fc"), ("%", "%25"), ("%2F", "%252F"), ("é", "%C3%A9"), ("😀", "%F0%9F%98%80"),
            ("user+tag@example.com", "user%2Btag%40example.com"), ("A-z_0.9~", "A-z_0.9~"), ("?#&=", "%3F%23%26%3D"),
            ("...", "..."), ("a\r\nb", "a%0D%0Ab"),
        ])
    func labels(text: String, encoded: String) throws {
        let request = try Labelled(messageID: text).httpRequest()
        #expect(request.path == "/v2/email/insights/\(encoded)/")
        #expect(request.query == nil)
        #expect(request.body.isEmpty)
        #expect(request.headers["Content-Type"] == nil)
    }

    @Test("a label that is missing, empty or a dot segment is refused by name", arguments: [nil, "", ".", ".."])
    func badLabels(text: String?) {
        let error = #expect(throws: SESValueError.self) { try Labelled(messageID: text).httpRequest() }
        #expect(error?.field == "MessageId")
        #expect(error?.rule.contains("request's path") == true)
    }

    @Test("lists repeat their parameter, in the binding's order, and scalars are plain text")
    func query() throws {
        let input = Searching(reasons: ["BOUNCE", "a&b c"], pageSize: 20, deep: true, share: 0.5)
        #expect(try input.httpRequest().query == "Reason=BOUNCE&Reason=a%26b%20c&PageSize=20&Deep=true&Share=0.5")
    }

    @Test("members that are nil and empty lists leave no query")
    func emptyQuery() throws {
        #expect(try Searching().httpRequest().query == nil)
        #expect(try Searching(reasons: []).httpRequest().query == nil)
    }

    @Test(
        "a time in the query is ISO 8601, with microseconds only if it has any, as botocore writes it",
        arguments: [
            (1_577_934_245.678, "2020-01-02T03%3A04%3A05.678000Z"), (1_577_934_245, "2020-01-02T03%3A04%3A05Z"),
            (1_577_934_245.000_001, "2020-01-02T03%3A04%3A05.000001Z"), (0, "1970-01-01T00%3A00%3A00Z"),
            (1_577_934_245.999_999_9, "2020-01-02T03%3A04%3A06Z"), (-0.25, "1969-12-31T23%3A59%3A59.750000Z"),
            (1.790312384592E9, "2026-09-25T04%3A59%3A44.592000Z"),
            (253_402_300_798, "9999-12-31T23%3A59%3A58Z"), (-11_676_096_000, "1600-01-01T00%3A00%3A00Z"),
        ])
    func timestamps(seconds: Double, text: String) throws {
        #expect(try Searching(startDate: seconds).httpRequest().query == "StartDate=\(text)")
    }

    @Test("a time beyond the years 1600 to 9999 is refused", arguments: [1e12, -1e12, 1e300])
    func impossibleTimestamps(seconds: Double) {
        let error = #expect(throws: SESValueError.self) { try Searching(startDate: seconds).httpRequest() }
        #expect(error?.field == "StartDate")
    }

    @Test("a member that no part of the request carries is an error, not lost")
    func lostMember() {
        let error = #expect(throws: SESValueError.self) { try Forgetful().httpRequest() }
        #expect(error?.field == "Forgetful")
    }

    @Test("PUT sends {} when nothing is left for the body")
    func emptyBody() throws {
        let input = PutConfigurationSetTrackingOptions(configurationSetName: "my-set", options: TrackingOptions())
        let request = try input.httpRequest()
        #expect(request.method == "PUT")
        #expect(request.path == "/v2/email/configuration-sets/my-set/tracking-options")
        #expect(request.body == Data("{}".utf8))
        #expect(request.headers["Content-Type"] == "application/json")
    }

    @Test("labels aren't repeated in the body, and the same input gives the same bytes")
    func body() throws {
        let input = PutConfigurationSetDeliveryOptions(
            configurationSetName: "my-set", options: DeliveryOptions(tlsPolicy: .require, sendingPoolName: "a/b"))
        let bytes = try input.httpRequest().body
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"SendingPoolName":"a/b","TlsPolicy":"REQUIRE"}"#)
        for _ in 0..<20 { #expect(try input.httpRequest().body == bytes) }
    }

    @Test("an operation of the user's own is called like any other")
    func userDefined() async throws {
        let transport = RecordingTransport(body: #"{"DedicatedIpPool":{"PoolName":"p 1"}}"#)
        let output = try await SESv2Client.test(transport).execute(GetDedicatedIpPool(poolName: "p 1"))
        #expect(output.pool["PoolName"] == "p 1")
        #expect(transport.requests.first?.path == "/v2/email/dedicated-ip-pools/p%201")
        #expect(transport.requests.first?.method == "GET")
        #expect(GetDedicatedIpPool.name == "GetDedicatedIpPool")
    }

    struct GetDedicatedIpPool: SESOperation {
        static let http = HTTPBinding(.get, "/v2/email/dedicated-ip-pools/{PoolName}")
        var poolName: String
        struct Output: Codable, Sendable {
            var pool: [String: String]
            enum CodingKeys: String, CodingKey { case pool = "DedicatedIpPool" }
        }
        enum CodingKeys: String, CodingKey { case poolName = "PoolName" }
    }
}
