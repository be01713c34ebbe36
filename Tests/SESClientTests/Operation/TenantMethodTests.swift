import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for tenants")
struct TenantMethodTests {
    private static let tenants = "/v2/email/tenants"
    private static let set: ARN = "arn:aws:ses:us-east-1:123456789012:configuration-set/s"
    private static let association =
        #"{"ResourceArn":"arn:aws:ses:us-east-1:123456789012:configuration-set/s","TenantName":"t"}"#

    static let calls: [MethodCall] = [
        MethodCall("POST \(tenants)", #"{"TenantName":"t"}"#) { try await $0.createTenant("t") },
        MethodCall(
            "POST \(tenants)",
            #"{"SuppressionAttributes":{"SuppressedReasons":[],"SuppressionScope":"TENANT"},"Tags":[{"Key":"k","Value":"v"}],"TenantName":"t"}"#,
            answer: #"{"TenantName":"t","TenantId":"id","SendingStatus":"ENABLED"}"#
        ) {
            let suppression = TenantSuppressionAttributes(suppressedReasons: [], suppressionScope: .tenant)
            let tenant = try await $0.createTenant(
                "t", suppressionAttributes: suppression, tags: [ResourceTag(key: "k", value: "v")])
            #expect(tenant == Tenant(tenantName: "t", tenantID: "id", sendingStatus: .enabled))
        },
        MethodCall(
            "POST \(tenants)/get", #"{"TenantName":"t"}"#,
            answer: #"{"Tenant":{"TenantName":"t","CreatedTimestamp":1.5E9,"SendingStatus":"NEW"}}"#
        ) {
            let tenant = try await $0.getTenant("t")
            #expect(tenant.createdTimestamp?.timeIntervalSince1970 == 1.5e9)
            #expect(tenant.sendingStatus?.rawValue == "NEW")
        },
        MethodCall("POST \(tenants)/delete", #"{"TenantName":"t"}"#) { try await $0.deleteTenant("t") },
        MethodCall("POST \(tenants)/list", "{}") { for try await _ in $0.listTenants() {} },
        MethodCall(
            "POST \(tenants)/list",
            #"{"Filter":{"SENDING_STATUS":"DISABLED","TENANT_NAME_CONTAINS":"x"},"PageSize":7}"#,
            answer: #"{"Tenants":[{"TenantName":"xa"},{"TenantName":"xb"}]}"#
        ) {
            let found = try await $0.listTenants(nameContaining: "x", sendingStatus: .disabled, pageSize: 7)
                .reduce(into: []) { $0.append($1.tenantName) }
            #expect(found == ["xa", "xb"])
        },
        MethodCall(
            "POST /v2/email/tenant/suppression", #"{"SuppressedReasons":["BOUNCE"],"TenantName":"t"}"#
        ) {
            try await $0.putTenantSuppressionAttributes("t", TenantSuppressionAttributes(suppressedReasons: [.bounce]))
        },
        MethodCall("POST \(tenants)/resources", association) {
            try await $0.createTenantResourceAssociation(of: set, with: "t")
        },
        MethodCall("POST \(tenants)/resources/delete", association) {
            try await $0.deleteTenantResourceAssociation(of: set, with: "t")
        },
        MethodCall(
            "POST \(tenants)/resources/list",
            #"{"Filter":{"RESOURCE_TYPE":"EMAIL_IDENTITY"},"PageSize":7,"TenantName":"t"}"#,
            answer: #"{"TenantResources":[{"ResourceType":"EMAIL_IDENTITY"}]}"#
        ) {
            let found = try await $0.listTenantResources(of: "t", type: .emailIdentity, pageSize: 7).reduce(into: []) {
                $0.append($1)
            }
            #expect(found == [TenantResource(resourceType: .emailIdentity)])
        },
        MethodCall("POST \(tenants)/resources/list", #"{"TenantName":"t"}"#) {
            for try await _ in $0.listTenantResources(of: "t") {}
        },
        MethodCall(
            "POST /v2/email/resources/tenants/list",
            #"{"PageSize":7,"ResourceArn":"arn:aws:ses:us-east-1:123456789012:configuration-set/s"}"#,
            answer: #"{"ResourceTenants":[{"TenantName":"t","AssociatedTimestamp":1}]}"#
        ) {
            let found = try await $0.listResourceTenants(of: set, pageSize: 7).reduce(into: []) {
                $0.append($1.tenantName)
            }
            #expect(found == ["t"])
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let kinds = "must name an identity, a configuration set or a template"
    private static let topic: ARN = "arn:aws:sns:us-east-1:123456789012:configuration-set/s"
    private static let pool: ARN = "arn:aws:ses:us-east-1:123456789012:dedicated-ip-pool/p"

    static let broken: [BrokenInput] = [
        BrokenInput(CreateTenant(tenantName: ""), "TenantName", "cannot be empty"),
        BrokenInput(
            CreateTenant(tenantName: TenantName(rawValue: String(repeating: "t", count: 65))), "TenantName",
            "must be at most 64 characters"),
        BrokenInput(
            CreateTenant(tenantName: "t", tags: [ResourceTag(key: "", value: "")]), "Tags[0].Key", "cannot be empty"),
        BrokenInput(GetTenant(tenantName: "a b"), "TenantName", BrokenInput.shortName),
        BrokenInput(DeleteTenant(tenantName: "a b"), "TenantName", BrokenInput.shortName),
        BrokenInput(PutTenantSuppressionAttributes(tenantName: "a b"), "TenantName", BrokenInput.shortName),
        BrokenInput(ListTenants(pageSize: 0), "PageSize", "must be at least 1"),
        BrokenInput(
            ListTenants(filter: [.tenantNameContains: ""]), "Filter.TENANT_NAME_CONTAINS", "cannot be empty"),
        BrokenInput(
            CreateTenantResourceAssociation(tenantName: "a b", resourceARN: set), "TenantName",
            BrokenInput.shortName),
        BrokenInput(CreateTenantResourceAssociation(tenantName: "t", resourceARN: pool), "ResourceArn", kinds),
        BrokenInput(
            CreateTenantResourceAssociation(tenantName: "t", resourceARN: topic), "ResourceArn",
            "must name a resource of Amazon SES: its service must be 'ses', not 'sns'"),
        BrokenInput(
            DeleteTenantResourceAssociation(tenantName: "a b", resourceARN: set), "TenantName",
            BrokenInput.shortName),
        BrokenInput(DeleteTenantResourceAssociation(tenantName: "t", resourceARN: pool), "ResourceArn", kinds),
        BrokenInput(ListTenantResources(tenantName: "a b"), "TenantName", BrokenInput.shortName),
        BrokenInput(ListTenantResources(tenantName: "t", pageSize: 0), "PageSize", "must be at least 1"),
        BrokenInput(
            ListTenantResources(tenantName: "t", filter: [.resourceType: String(repeating: "x", count: 513)]),
            "Filter.RESOURCE_TYPE", "must be at most 512 characters"),
        BrokenInput(
            ListResourceTenants(resourceARN: "arn:aws:ses:us-east-1:123456789012:identity/"), "ResourceArn", kinds),
        BrokenInput(ListResourceTenants(resourceARN: set, pageSize: 0), "PageSize", "must be at least 1"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("identities, sets and templates can be a tenant's", arguments: ["identity/e.org", "template/t"])
    func legal(resource: String) throws {
        let arn = ARN(rawValue: "arn:aws:ses:us-east-1:123456789012:\(resource)")
        try CreateTenantResourceAssociation(tenantName: "t", resourceARN: arn).validate()
    }

    @Test("an answer without the tenant is refused")
    func missing() async throws {
        let error = await #expect(throws: SESv2Error.self) {
            try await SESv2Client.test(RecordingTransport(body: "{}")).getTenant("t")
        }
        #expect(error?.code == .unreadableResponse)
    }

    @Test("an identity's address is cut to its domain when its ARN is printed")
    func privacy() {
        let arn = ARN.emailIdentity("jane@example.org", region: .usEast1, accountID: "123456789012")
        let values: [Any] = [
            TenantResource(resourceType: .emailIdentity, resourceARN: arn), ResourceTenant(resourceARN: arn),
            CreateTenantResourceAssociation(tenantName: "t", resourceARN: arn),
        ]
        for value in values {
            #expect(!PrintedForms.all(of: value).contains("jane"))
            #expect("\(value)".contains("example.org"))
        }
    }
}
