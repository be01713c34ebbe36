import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("The client's methods for suppression lists")
struct SuppressionMethodTests {
    private static let addresses = "/v2/email/suppression/addresses"
    private static let jane = "\(addresses)/jane%40example.org"

    static let calls: [MethodCall] = [
        MethodCall("PUT \(addresses)", #"{"EmailAddress":"jane@example.org","Reason":"BOUNCE"}"#) {
            try await $0.putSuppressedDestination("jane@example.org", reason: .bounce)
        },
        MethodCall(
            "PUT \(addresses)", #"{"EmailAddress":"jane@example.org","Reason":"COMPLAINT","TenantName":"t"}"#
        ) { try await $0.putSuppressedDestination("jane@example.org", reason: .complaint, tenant: "t") },
        MethodCall(
            "GET \(jane)",
            answer:
                #"{"SuppressedDestination":{"EmailAddress":"jane@example.org","Reason":"NEW","LastUpdateTime":1.5E9,"Attributes":{"MessageId":"m"}}}"#
        ) {
            let found = try await $0.getSuppressedDestination("jane@example.org")
            #expect(found.emailAddress == "jane@example.org")
            #expect(found.reason.rawValue == "NEW")
            #expect(found.lastUpdateTime == Date(timeIntervalSince1970: 1.5e9))
            #expect(found.attributes?.messageID == "m")
        },
        MethodCall("GET \(jane)?TenantName=t", answer: #"{"SuppressedDestination":{}}"#) {
            _ = try await $0.getSuppressedDestination("jane@example.org", tenant: "t")
        },
        MethodCall("DELETE \(jane)") { try await $0.deleteSuppressedDestination("jane@example.org") },
        MethodCall("DELETE \(jane)?TenantName=t") {
            try await $0.deleteSuppressedDestination("jane@example.org", tenant: "t")
        },
        MethodCall("GET \(addresses)") { for try await _ in $0.listSuppressedDestinations() {} },
        MethodCall(
            "GET \(addresses)?TenantName=t&Reason=BOUNCE&Reason=COMPLAINT&StartDate=2020-01-02T03%3A04%3A05Z&EndDate=2020-01-02T03%3A04%3A05.500000Z&PageSize=7",
            answer: #"{"SuppressedDestinationSummaries":[{"EmailAddress":"a@example.org","Reason":"BOUNCE"}]}"#
        ) {
            let start = Date(timeIntervalSince1970: 1_577_934_245)
            let found = try await $0.listSuppressedDestinations(
                reasons: [.bounce, .complaint], after: start, before: start + 0.5, tenant: "t", pageSize: 7
            ).reduce(into: []) { $0.append($1) }
            #expect(found == [SuppressedDestination(emailAddress: "a@example.org", reason: .bounce)])
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    static let broken: [BrokenInput] = [
        BrokenInput(
            PutSuppressedDestination(emailAddress: "a@b.c", reason: .bounce, tenantName: ""), "TenantName",
            "cannot be empty"),
        BrokenInput(
            GetSuppressedDestination(emailAddress: "a@b.c", tenantName: "a b"), "TenantName", BrokenInput.shortName),
        BrokenInput(
            DeleteSuppressedDestination(emailAddress: "a@b.c", tenantName: "a b"), "TenantName",
            BrokenInput.shortName),
        BrokenInput(ListSuppressedDestinations(tenantName: "a b"), "TenantName", BrokenInput.shortName),
        BrokenInput(ListSuppressedDestinations(pageSize: 0), "PageSize", "must be at least 1"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("an address is bare, and the error doesn't repeat it", arguments: ["Jane <jane@example.org>", "jane", ""])
    func bareAddress(text: String) async throws {
        let address = EmailAddress(rawValue: text)
        let inputs: [any SESOperation] = [
            PutSuppressedDestination(emailAddress: address, reason: .bounce),
            GetSuppressedDestination(emailAddress: address), DeleteSuppressedDestination(emailAddress: address),
        ]
        for input in inputs {
            let error = #expect(throws: SESValueError.self) { try input.validate() }
            #expect(error?.field == "EmailAddress")
            #expect(error?.value == nil)
        }
    }

    @Test("an answer without the destination is refused")
    func missing() async throws {
        let error = await #expect(throws: SESv2Error.self) {
            try await SESv2Client.test(RecordingTransport(body: "{}")).getSuppressedDestination("a@example.org")
        }
        #expect(error?.code == .unreadableResponse)
    }

    @Test("neither printing nor an error tells an address")
    func privacy() async throws {
        let address: EmailAddress = "jane@example.org"
        let values: [Any] = [
            PutSuppressedDestination(emailAddress: address, reason: .bounce),
            GetSuppressedDestination(emailAddress: address), DeleteSuppressedDestination(emailAddress: address),
            SuppressedDestination(emailAddress: address, reason: .bounce),
            GetSuppressedDestination.Output(
                suppressedDestination: SuppressedDestination(emailAddress: address, reason: .bounce)),
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("jane")) }
        let transport = RecordingTransport(
            404, ["x-amzn-ErrorType": "NotFoundException"], body: #"{"message":"jane@example.org isn't suppressed"}"#)
        let error = await #expect(throws: SESv2Error.self) {
            try await SESv2Client.test(transport).getSuppressedDestination(address)
        }
        #expect(error?.code == .notFound)
        #expect(error.map { "\($0)".contains("jane") } == false)
    }
}
