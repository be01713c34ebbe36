import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for reputation entities")
struct ReputationMethodTests {
    private static let entities = "/v2/email/reputation/entities"
    private static let tenant: ARN = "arn:aws:ses:us-east-1:123456789012:tenant/t/id"
    private static let entity =
        "\(entities)/RESOURCE/arn%3Aaws%3Ases%3Aus-east-1%3A123456789012%3Atenant%2Ft%2Fid"
    private static let policy: ARN = "arn:aws:ses:us-east-1:aws:reputation-policy/strict"

    static let calls: [MethodCall] = [
        MethodCall(
            "GET \(entity)",
            answer:
                #"{"ReputationEntity":{"AwsSesManagedStatus":{"Status":"DISABLED","Cause":"c","LastUpdatedTimestamp":1.5E9},"ReputationImpact":"HIGH"}}"#
        ) {
            let found = try await $0.getReputationEntity(tenant)
            #expect(found.reputationImpact == .high)
            #expect(found.sesManagedStatus?.status == .disabled)
            #expect(found.sesManagedStatus?.cause == "c")
            #expect(found.sesManagedStatus?.lastUpdatedTimestamp?.timeIntervalSince1970 == 1.5e9)
        },
        MethodCall("POST \(entities)", "{}") { for try await _ in $0.listReputationEntities() {} },
        MethodCall(
            "POST \(entities)",
            #"{"Filter":{"ENTITY_REFERENCE_PREFIX":"arn:aws:ses","ENTITY_TYPE":"RESOURCE","REPUTATION_IMPACT":"LOW","SENDING_STATUS":"REINSTATED"},"PageSize":7}"#,
            answer: #"{"ReputationEntities":[{"ReputationEntityType":"RESOURCE"}]}"#
        ) {
            let found = try await $0.listReputationEntities(
                type: .resource, impact: .low, sendingStatus: .reinstated, referencePrefix: "arn:aws:ses", pageSize: 7
            ).reduce(into: []) { $0.append($1) }
            #expect(found == [ReputationEntity(type: .resource)])
        },
        MethodCall("PUT \(entity)/customer-managed-status", #"{"SendingStatus":"DISABLED"}"#) {
            try await $0.updateReputationEntityCustomerManagedStatus(of: tenant, to: .disabled)
        },
        MethodCall(
            "PUT \(entity)/policy",
            #"{"ReputationEntityPolicy":"arn:aws:ses:us-east-1:aws:reputation-policy/strict"}"#
        ) { try await $0.updateReputationEntityPolicy(of: tenant, to: policy) },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let form = "must have the form arn:partition:service:region:account:resource"

    static let broken: [BrokenInput] = [
        BrokenInput(GetReputationEntity(reference: "t", type: .resource), "ReputationEntityReference", form),
        BrokenInput(
            GetReputationEntity(reference: tenant, type: .init(rawValue: "")), "ReputationEntityType",
            "cannot be empty"),
        BrokenInput(
            GetReputationEntity(reference: "", type: .init(rawValue: "NEW")), "ReputationEntityReference",
            "cannot be empty"),
        BrokenInput(ListReputationEntities(pageSize: 0), "PageSize", "must be at least 1"),
        BrokenInput(
            ListReputationEntities(filter: [.entityReferencePrefix: ""]), "Filter.ENTITY_REFERENCE_PREFIX",
            "cannot be empty"),
        BrokenInput(
            UpdateReputationEntityCustomerManagedStatus(type: .resource, reference: "t", sendingStatus: .enabled),
            "ReputationEntityReference", form),
        BrokenInput(
            UpdateReputationEntityPolicy(type: .resource, reference: "t", reputationEntityPolicy: policy),
            "ReputationEntityReference", form),
        BrokenInput(
            UpdateReputationEntityPolicy(type: .resource, reference: tenant, reputationEntityPolicy: "strict"),
            "ReputationEntityPolicy", form),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("a kind that AWS adds may be named in another way")
    func newKind() throws {
        try GetReputationEntity(reference: "t", type: .init(rawValue: "NEW")).validate()
    }

    @Test("an answer without the entity is refused")
    func missing() async throws {
        let error = await #expect(throws: SESv2Error.self) {
            try await SESv2Client.test(RecordingTransport(body: "{}")).getReputationEntity(Self.tenant)
        }
        #expect(error?.code == .unreadableResponse)
    }

    @Test("an identity's address doesn't print, nor does an error tell it")
    func privacy() {
        let arn = ARN.emailIdentity("jane@example.org", region: .usEast1, accountID: "123456789012")
        let list = ListReputationEntities(filter: [.entityReferencePrefix: arn.rawValue])
        let values: [Any] = [
            ReputationEntity(reference: arn), GetReputationEntity(reference: arn, type: .resource), list,
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("jane")) }
        let long = arn.rawValue + String(repeating: "x", count: 512)
        let error = #expect(throws: SESValueError.self) {
            try ListReputationEntities(filter: [.entityReferencePrefix: long]).validate()
        }
        #expect(error.map { "\($0)".contains("jane") } == false)
    }
}
