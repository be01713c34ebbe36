import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Tenants in the simulator")
struct TenantTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    static let path = "/v2/email/tenants"
    static let account = "arn:aws:ses:eu-west-1:123456789012"
    private static let set = ARN(rawValue: account + ":configuration-set/promo")
    private static let identity = ARN(rawValue: account + ":identity/example.com")
    private static let template = ARN(rawValue: account + ":template/hello")

    private func all<Operation: PagedOperation>(
        _ sequence: PagedSequence<Operation>
    ) async throws -> [PagedSequence<Operation>.Element] {
        try await sequence.reduce(into: []) { $0.append($1) }
    }

    @Test("A tenant reads as it was made, is listed in short, and goes")
    func lifecycle() async throws {
        let attributes = TenantSuppressionAttributes(suppressedReasons: [.bounce], suppressionScope: .tenant)
        let tags = [ResourceTag(key: "k", value: "v")]
        let made = try await client.createTenant("acme", suppressionAttributes: attributes, tags: tags)
        let id = try #require(made.tenantID)
        #expect(id.hasPrefix("tn-") && id.count == 33)
        #expect(made.tenantARN?.rawValue == "\(Self.account):tenant/acme/\(id)")
        #expect(made.sendingStatus == .enabled && made.tags == tags && made.suppressionAttributes == attributes)
        #expect(made.createdTimestamp == simulator.clock.date)
        #expect(try await client.getTenant("acme") == made)
        try await client.createTenant("bolt")
        let listed = try await all(client.listTenants(pageSize: 1))
        #expect(listed.map(\.tenantName) == ["acme", "bolt"])
        #expect(listed.first?.tags == nil && listed.first?.suppressionAttributes == nil)
        #expect(try await all(client.listTenants(nameContaining: "ol")).map(\.tenantName) == ["bolt"])
        #expect(try await all(client.listTenants(sendingStatus: .disabled)).isEmpty)
        try await client.deleteTenant("acme")
        #expect(await code { try await client.getTenant("acme") } == .notFound)
        #expect(try await client.createTenant("acme").tenantID != id)
    }

    @Test("A tenant's resources are listed from both sides, and stay while it has them")
    func resources() async throws {
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        try await client.createEmailIdentity("example.com")
        try await client.createEmailTemplate("hello", content: EmailTemplateContent(subject: "s", text: "t"))
        for tenant: TenantName in ["acme", "bolt"] {
            try await client.createTenant(tenant)
            try await client.createTenantResourceAssociation(of: Self.set, with: tenant)
        }
        try await client.createTenantResourceAssociation(of: Self.identity, with: "acme")
        try await client.createTenantResourceAssociation(of: Self.template, with: "acme")

        #expect(
            try await all(client.listTenantResources(of: "acme", pageSize: 2))
                == [
                    TenantResource(resourceType: .configurationSet, resourceARN: Self.set),
                    TenantResource(resourceType: .emailIdentity, resourceARN: Self.identity),
                    TenantResource(resourceType: .emailTemplate, resourceARN: Self.template),
                ])
        let identities = try await all(client.listTenantResources(of: "acme", type: .emailIdentity))
        #expect(identities.map(\.resourceARN) == [Self.identity])
        let tenants = try await all(client.listResourceTenants(of: Self.set, pageSize: 1))
        #expect(tenants.map(\.tenantName) == ["acme", "bolt"])
        #expect(tenants.allSatisfy { $0.tenantID != nil && $0.associatedTimestamp == simulator.clock.date })

        let used = await error { try await client.deleteConfigurationSet("promo") }
        #expect(used?.serviceMessage?.hasPrefix("Cannot delete <\(Self.set.rawValue)> because it has tenant") == true)
        #expect(await code { try await client.deleteEmailIdentity("example.com") } == .badRequest)
        #expect(await code { try await client.deleteEmailTemplate("hello") } == .badRequest)
        try await client.deleteTenantResourceAssociation(of: Self.set, with: "bolt")
        try await client.deleteTenantResourceAssociation(of: Self.set, with: "bolt")
        #expect(try await all(client.listTenantResources(of: "bolt")).isEmpty)
        try await client.deleteTenant("acme")
        try await client.deleteConfigurationSet("promo")
        try await client.deleteEmailIdentity("example.com")
        try await client.deleteEmailTemplate("hello")
    }

    @Test("A tenant's suppression is put whole, cleared whole, and never half")
    func suppressionAttributes() async throws {
        try await client.createTenant("acme")
        #expect(try await client.getTenant("acme").suppressionAttributes == nil)
        let none = TenantSuppressionAttributes(suppressedReasons: [], suppressionScope: .account)
        try await client.putTenantSuppressionAttributes("acme", none)
        #expect(try await client.getTenant("acme").suppressionAttributes == none)
        try await client.putTenantSuppressionAttributes("acme", TenantSuppressionAttributes())
        #expect(try await client.getTenant("acme").suppressionAttributes == nil)
        for (attributes, words) in [
            (#""SuppressionScope":"TENANT""#, "SuppressionScope cannot be specified without SuppressedReasons."),
            (
                #""SuppressedReasons":["BOUNCE"]"#,
                "SuppressedReasons cannot be specified without SuppressionScope."
            ),
            (
                #""SuppressedReasons":["BOUNCE","BOUNCE"],"SuppressionScope":"TENANT""#,
                "Each suppressed reason can only be specified at most once"
            ),
        ] {
            let answer = try await wire.call(
                "POST", "/v2/email/tenant/suppression", #"{"TenantName":"acme",\#(attributes)}"#)
            #expect(answer.refusal == .badRequest(words))
        }
    }

    static let refused: [(String, String, Refusal)] = [
        (
            "", #"{"TenantName":"acme"}"#,
            Refusal(
                status: 400, name: "AlreadyExistsException",
                message: "Tenant with name acme already exists in account 123456789012")
        ),
        ("/get", #"{"TenantName":"gone"}"#, .notFound("The requested tenant <gone> does not exist.")),
        ("/delete", #"{"TenantName":"gone"}"#, .notFound("The requested tenant <gone> does not exist.")),
        ("/list", #"{"NextToken":"x"}"#, .badRequest("Invalid Next Token")),
        (
            "/list", #"{"PageSize":101}"#,
            .badRequest(
                "1 validation error detected: Value '101' at 'pageSize' failed to satisfy constraint: Member must have "
                    + "value less than or equal to 100")
        ),
        (
            "/resources/list", #"{"TenantName":"acme","Filter":{"RESOURCE_TYPE":"POOL"}}"#,
            .badRequest("Invalid resource type POOL specified.")
        ),
        (
            "/resources", #"{"TenantName":"gone","ResourceArn":"\#(set.rawValue)"}"#,
            .notFound("The requested tenant <gone> does not exist.")
        ),
        (
            "/resources", #"{"TenantName":"acme","ResourceArn":"\#(account):configuration-set/gone"}"#,
            .notFound("Configuration set <gone> does not exist.")
        ),
        (
            "/resources", #"{"TenantName":"acme","ResourceArn":"\#(set.rawValue)"}"#,
            Refusal(
                status: 400, name: "AlreadyExistsException",
                message: "Resources \(set.rawValue) has already been associated with tenant acme")
        ),
        (
            "/resources", #"{"TenantName":"acme","ResourceArn":"nonsense"}"#,
            .badRequest("Provided resource identifier is not an SES resource")
        ),
        (
            "/resources", #"{"TenantName":"acme","ResourceArn":"arn:aws:sns:eu-west-1:123456789012:t"}"#,
            .badRequest("Provided ARN is not in SES resource ARN format")
        ),
        (
            "/resources", #"{"TenantName":"acme","ResourceArn":"\#(account):contact-list/l"}"#,
            .badRequest("Unsupported resource type: contact-list")
        ),
        (
            "/resources", #"{"TenantName":"acme","ResourceArn":"arn:aws:ses:us-east-1:123456789012:identity/a.com"}"#,
            .badRequest("Resource <arn:aws:ses:us-east-1:123456789012:identity/a.com> must be in the same region")
        ),
    ]

    @Test("What the service refuses is refused in its words", arguments: refused)
    func refusals(path: String, body: String, refusal: Refusal) async throws {
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        try await client.createTenant("acme")
        try await client.createTenantResourceAssociation(of: Self.set, with: "acme")
        #expect(try await wire.call("POST", Self.path + path, body).refusal == refusal)
    }
}
