import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Mail of a tenant in the simulator")
struct TenantSendTests {
    private static let identity: ARN = "arn:aws:ses:eu-west-1:123456789012:identity/example.com"
    private static let set: ARN = "arn:aws:ses:eu-west-1:123456789012:configuration-set/promo"
    private static let template: ARN = "arn:aws:ses:eu-west-1:123456789012:template/hello"

    private static func email(tenant: String? = "acme") -> Email {
        var email = Campaign.email()
        email.tenantName = tenant
        return email
    }

    private static var templated: Email {
        var email = Email(
            from: "shop@example.com", to: ["jane@example.org"],
            content: .template(TemplateReference(templateName: "hello", templateData: "{}")))
        email.tenantName = "acme"
        return email
    }

    /// A campaign with the tenant `acme` that has identity and set.
    private func campaign(
        _ model: EngagementModel = .allDelivered, attributes: TenantSuppressionAttributes? = nil,
        options: SuppressionOptions? = nil
    ) async throws -> Campaign {
        let campaign = try await Campaign(
            model, configuration: ConfigurationSet("promo", suppressionOptions: options))
        await campaign.simulator.verify("example.com")
        try await campaign.client.createTenant("acme", suppressionAttributes: attributes)
        try await campaign.client.createTenantResourceAssociation(of: Self.identity, with: "acme")
        try await campaign.client.createTenantResourceAssociation(of: Self.set, with: "acme")
        return campaign
    }

    @Test("A tenant sends with what is its own, and every other thing is named")
    func associations() async throws {
        let campaign = try await campaign()
        await campaign.simulator.addTemplate(
            SimulatedTemplate(name: "hello", content: EmailTemplateContent(subject: "s", text: "t")))
        #expect(try await campaign.names(of: Self.email()) == [.send, .delivery])
        #expect(await campaign.simulator.sentMails.last?.tenantName == "acme")

        let template = await error { try await campaign.send(Self.templated) }
        #expect(template?.code == .accessDenied)
        #expect(template?.serviceMessage == "Tenant not associated with resources [\(Self.template.rawValue)].")
        try await campaign.client.createTenantResourceAssociation(of: Self.template, with: "acme")
        try await campaign.send(Self.templated)

        for arn in [Self.identity, Self.set] {
            try await campaign.client.deleteTenantResourceAssociation(of: arn, with: "acme")
        }
        let both = await error { try await campaign.send(Self.email()) }
        #expect(
            both?.serviceMessage
                == "Tenant not associated with resources [\(Self.identity.rawValue), \(Self.set.rawValue)].")
        #expect(try await campaign.names(of: Self.email(tenant: nil)).last == .delivery)
    }

    @Test("The identity's default set must be the tenant's too; without a set none is needed")
    func defaultSet() async throws {
        let campaign = try await campaign()
        try await campaign.client.deleteTenantResourceAssociation(of: Self.set, with: "acme")
        try await campaign.client.send(Self.email(), configurationSet: nil)
        await campaign.simulator.setDefaultConfigurationSet("promo", for: "example.com")
        #expect(
            await code { try await campaign.client.send(Self.email(), configurationSet: nil) } == .accessDenied)
    }

    @Test("An unknown tenant refuses the whole send, also one of many mails")
    func unknown() async throws {
        let campaign = try await campaign()
        let one = await error { try await campaign.send(Self.email(tenant: "gone")) }
        #expect(one?.code == .notFound)
        #expect(one?.serviceMessage == "Tenant gone for AwsAccountId 123456789012 not found.")
        let body = { (tenant: String) in
            #"{"FromEmailAddress":"a@example.com","TenantName":"\#(tenant)","DefaultContent":{"Template":"#
                + #"{"TemplateContent":{"Subject":"s","Text":"t"},"TemplateData":"{}"}},"BulkEmailEntries":"#
                + #"[{"Destination":{"ToAddresses":["b@e.org"]}}]}"#
        }
        let wire = Wire(campaign.simulator)
        let path = "/v2/email/outbound-bulk-emails"
        #expect(try await wire.call("POST", path, body("gone")).status == 404)
        #expect(try await wire.call("POST", path, body("acme")).status == 200)
        #expect(await campaign.simulator.sentMails.map(\.tenantName) == ["acme"])
        try await campaign.client.deleteTenantResourceAssociation(of: Self.identity, with: "acme")
        #expect(try await wire.call("POST", path, body("acme")).name == "AccessDeniedException")
    }

    static let own = TenantSuppressionAttributes(suppressedReasons: [.bounce], suppressionScope: .tenant)
    static let nothing = TenantSuppressionAttributes(suppressedReasons: [], suppressionScope: .tenant)
    static let scopes: [(TenantSuppressionAttributes?, SuppressionOptions?, tenantList: Bool, accountList: Bool)] = [
        (nil, nil, false, true), (own, nil, true, false), (nothing, nil, false, false),
        (own, SuppressionOptions(suppressedReasons: [.bounce], suppressionScope: .account), false, true),
        (nil, SuppressionOptions(suppressedReasons: [.bounce], suppressionScope: .tenant), true, false),
        (nothing, SuppressionOptions(suppressedReasons: [.bounce]), true, false),
    ]

    @Test("Which list counts is the set's to say, then the tenant's", arguments: scopes)
    func scope(
        attributes: TenantSuppressionAttributes?, options: SuppressionOptions?, tenantList: Bool, accountList: Bool
    ) async throws {
        for (tenant, counts) in [(TenantName?("acme"), tenantList), (nil, accountList)] {
            let campaign = try await campaign(attributes: attributes, options: options)
            try await campaign.client.putSuppressedDestination("jane@example.org", reason: .bounce, tenant: tenant)
            try await campaign.send(Self.email())
            let last = try await campaign.settledEvents().last
            #expect(last?.type == (counts ? .bounce : .delivery))
            let subType: SESEvent.BounceSubType =
                tenant == nil ? .onAccountSuppressionList : .onTenantSuppressionList
            #expect(last?.bounce?.subType == (counts ? subType : nil))
        }
    }

    @Test("A tenant's bounce joins its own list, which the account's doesn't know")
    func joins() async throws {
        let campaign = try await campaign(EngagementModel(hardBounceRate: 1), attributes: Self.own)
        let id = try await campaign.send(Self.email())
        await campaign.simulator.settle()
        #expect(await campaign.simulator.suppressedAddresses.isEmpty)
        let entry = try await campaign.client.getSuppressedDestination("jane@example.org", tenant: "acme")
        #expect(entry.tenantName == "acme" && entry.attributes?.messageID == id)
        #expect(await code { try await campaign.client.getSuppressedDestination("jane@example.org") } == .notFound)
        let listed = try await campaign.client.listSuppressedDestinations(tenant: "acme")
            .reduce(into: []) { $0.append($1.emailAddress) }
        #expect(listed == ["jane@example.org"])
        try await campaign.client.deleteSuppressedDestination("jane@example.org", tenant: "acme")
        let gone = await error {
            try await campaign.client.getSuppressedDestination("jane@example.org", tenant: "acme")
        }
        #expect(
            gone?.serviceMessage == "Email address jane@example.org does not exist on your tenant suppression list.")
    }

    @Test("A complaint on a tenant's list comes again as one of that list")
    func complaint() async throws {
        let attributes = TenantSuppressionAttributes(suppressedReasons: [.complaint], suppressionScope: .tenant)
        let campaign = try await campaign(attributes: attributes)
        try await campaign.client.putSuppressedDestination("jane@example.org", reason: .complaint, tenant: "acme")
        try await campaign.send(Self.email())
        guard case .complaint(let complaint) = try await campaign.settledEvents().last?.kind else {
            Issue.record("no complaint")
            return
        }
        #expect(complaint.subType == .onTenantSuppressionList)
    }
}
