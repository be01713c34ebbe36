import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Reputation entities in the simulator")
struct ReputationEntityTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    private func tenant(_ name: TenantName) async throws -> ARN {
        try #require(try await client.createTenant(name).tenantARN)
    }

    private func list(
        _ status: SendingStatus? = nil, impact: RecommendationImpact? = nil, prefix: String? = nil
    ) async throws -> [ARN?] {
        try await client.listReputationEntities(
            type: .resource, impact: impact, sendingStatus: status, referencePrefix: prefix, pageSize: 1
        ).reduce(into: []) { $0.append($1.reference) }
    }

    @Test("A tenant is an entity that may send, and nothing else is one")
    func entities() async throws {
        #expect(try await list().isEmpty)
        let arn = try await tenant("acme")
        let entity = try await client.getReputationEntity(arn)
        #expect(entity.reference == arn && entity.type == .resource && entity.reputationManagementPolicy == nil)
        #expect(entity.customerManagedStatus?.status == .enabled && entity.sesManagedStatus?.status == .enabled)
        #expect(entity.sendingStatusAggregate == .enabled && entity.reputationImpact == nil)
        let other: ARN = "arn:aws:ses:eu-west-1:123456789012:tenant/acme/tn-0"
        #expect(await code { try await client.getReputationEntity(other) } == .notFound)
        #expect(
            await code { try await client.updateReputationEntityCustomerManagedStatus(of: other, to: .disabled) }
                == .badRequest)
    }

    @Test("The owner's decision is read back, also as the tenant's, and narrows the list")
    func status() async throws {
        let acme = try await tenant("acme")
        let bolt = try await tenant("bolt")
        await simulator.advance(by: .seconds(5))
        try await client.updateReputationEntityCustomerManagedStatus(of: acme, to: .disabled)
        let entity = try await client.getReputationEntity(acme)
        #expect(
            entity.customerManagedStatus
                == ReputationStatusRecord(status: .disabled, lastUpdatedTimestamp: simulator.clock.date))
        #expect(entity.sesManagedStatus?.status == .enabled && entity.sendingStatusAggregate == .disabled)
        #expect(try await client.getTenant("acme").sendingStatus == .disabled)
        #expect(try await list() == [acme, bolt])
        #expect(try await list(.disabled) == [acme])
        #expect(try await list(impact: .high).isEmpty)
        #expect(try await list(prefix: String(bolt.rawValue.dropLast(3))) == [bolt])
        try await client.updateReputationEntityCustomerManagedStatus(of: acme, to: .reinstated)
        #expect(try await client.getTenant("acme").sendingStatus == .reinstated)
    }

    @Test("A stopped tenant can't send, until it may again")
    func stopped() async throws {
        let arn = try await tenant("acme")
        try await client.createEmailIdentity("example.com")
        await simulator.verify("example.com")
        try await client.createTenantResourceAssociation(
            of: .emailIdentity("example.com", region: .euWest1, accountID: "123456789012"), with: "acme")
        var email = Campaign.email()
        email.tenantName = "acme"
        let mail = email
        try await client.updateReputationEntityCustomerManagedStatus(of: arn, to: .disabled)
        #expect(await code { try await client.send(mail, configurationSet: nil) } == .sendingPaused)
        try await client.updateReputationEntityCustomerManagedStatus(of: arn, to: .enabled)
        try await client.send(mail, configurationSet: nil)
        #expect(await simulator.sentMails.count == 1)
    }

    @Test("The policy is one of the service's own of this region")
    func policy() async throws {
        let arn = try await tenant("acme")
        let strict: ARN = "arn:aws:ses:eu-west-1:aws:reputation-policy/strict"
        try await client.updateReputationEntityPolicy(of: arn, to: strict)
        #expect(try await client.getReputationEntity(arn).reputationManagementPolicy == strict)
        for policy: ARN in [
            "arn:aws:ses:us-east-1:aws:reputation-policy/strict", "arn:aws:ses:eu-west-1:aws:reputation-policy/mild",
        ] {
            #expect(await code { try await client.updateReputationEntityPolicy(of: arn, to: policy) } == .badRequest)
        }
    }
}
