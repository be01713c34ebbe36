import Foundation
import SESClient
import SESCore
import SESTesting
import Testing

@Suite("The account's settings in the simulator")
struct AccountSettingTests {
    let simulator = SESSimulator(clock: SimulatedClock(start: Date(timeIntervalSince1970: 1_772_280_000)))
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    @Test("A new account may send, and suppresses for bounces and complaints")
    func fresh() async throws {
        let account = try await client.getAccount()
        #expect(account.sendingEnabled == true && account.productionAccessEnabled == true)
        #expect(account.dedicatedIPAutoWarmupEnabled == true && account.enforcementStatus == .healthy)
        #expect(account.suppressionAttributes == SuppressionAttributes(suppressedReasons: [.bounce, .complaint]))
        #expect(account.details == nil && account.vdmAttributes == nil && account.pricingAttributes == nil)
    }

    @Test("An account that is paused sends nothing until it is resumed")
    func sending() async throws {
        try await client.putAccountSendingAttributes(sendingEnabled: false)
        #expect(try await client.getAccount().sendingEnabled == false)
        let paused = await error { try await client.send(Campaign.email(), configurationSet: nil) }
        #expect(paused?.code == .sendingPaused)
        try await client.putAccountSendingAttributes(sendingEnabled: true)
        try await client.send(Campaign.email(), configurationSet: nil)
        #expect(await simulator.sentMails.count == 1)
    }

    @Test("A switch that a request leaves out is off")
    func absent() async throws {
        let wire = Wire(simulator)
        #expect(try await wire.call("PUT", "/v2/email/account/sending", "{}").refusal == .success)
        #expect(try await wire.call("PUT", "/v2/email/account/dedicated-ips/warmup", "{}").refusal == .success)
        #expect(try await wire.call("PUT", "/v2/email/account/suppression", "{}").refusal == .success)
        let account = try await client.getAccount()
        #expect(account.sendingEnabled == false && account.dedicatedIPAutoWarmupEnabled == false)
        #expect(account.suppressionAttributes == SuppressionAttributes(suppressedReasons: []))
    }

    @Test("The account's reasons decide what joins the suppression list and what is held back")
    func suppression() async throws {
        let campaign = try await Campaign(EngagementModel(hardBounceRate: 1))
        let threshold = SuppressionConditionThreshold(conditionThresholdEnabled: .enabled)
        let attributes = SuppressionAttributes(
            suppressedReasons: [.complaint],
            validationAttributes: SuppressionValidationAttributes(conditionThreshold: threshold))
        try await campaign.client.putAccountSuppressionAttributes(attributes)
        #expect(try await campaign.client.getAccount().suppressionAttributes == attributes)
        try await campaign.send()
        #expect(try await campaign.settledEvents().last?.bounce?.subType == .general)
        #expect(await campaign.simulator.suppressedAddresses.isEmpty)
        try await campaign.client.putAccountSuppressionAttributes(SuppressionAttributes(suppressedReasons: [.bounce]))
        try await campaign.send()
        _ = try await campaign.settledEvents()
        #expect(await campaign.simulator.suppressedAddresses == ["jane@example.org": .bounce])
        try await campaign.send()
        #expect(try await campaign.settledEvents().last?.bounce?.subType == .onAccountSuppressionList)
    }

    @Test("A plan holds from the beginning of the next month")
    func pricing() async throws {
        func plans() async throws -> [PricingPlan?] {
            let attributes = try await client.getAccount().pricingAttributes
            return [attributes?.currentPlan, attributes?.nextPlan]
        }
        try await client.putAccountPricingAttributes(plan: .pro)
        #expect(try await plans() == [PricingPlan.none, .pro])
        try await client.putAccountPricingAttributes(plan: .essentials)
        #expect(try await plans() == [PricingPlan.none, .essentials])
        // It is noon of 28 February.
        await simulator.advance(by: .seconds(12 * 3600 - 1))
        #expect(try await plans() == [PricingPlan.none, .essentials])
        await simulator.advance(by: .seconds(1))
        #expect(try await plans() == [.essentials, nil])
        try await client.putAccountPricingAttributes(plan: .essentials)
        #expect(try await plans() == [.essentials, nil])
    }

    @Test("Warm-up, VDM and details read back as they were put")
    func others() async throws {
        let vdm = VdmAttributes(
            vdmEnabled: .enabled, guardianAttributes: GuardianAttributes(optimizedSharedDelivery: .disabled))
        try await client.putAccountVdmAttributes(vdm)
        try await client.putAccountDedicatedIpWarmupAttributes(autoWarmupEnabled: false)
        try await client.putAccountDetails(
            mailType: .transactional, websiteURL: "https://example.com", contactLanguage: .japanese,
            additionalContactEmailAddresses: ["a@example.com"], productionAccessEnabled: true)
        let account = try await client.getAccount()
        #expect(account.vdmAttributes == vdm && account.dedicatedIPAutoWarmupEnabled == false)
        #expect(
            account.details
                == AccountDetails(
                    mailType: .transactional, websiteURL: "https://example.com", contactLanguage: .japanese,
                    additionalContactEmailAddresses: ["a@example.com"], reviewDetails: ReviewDetails(status: .granted)))
        #expect(account.productionAccessEnabled == true)
    }

    static let broken: [(String, String, String)] = [
        ("POST details", #"{"MailType":"x","WebsiteURL":"w"}"#, "mailType"),
        ("POST details", #"{"MailType":"MARKETING","WebsiteURL":"w","ContactLanguage":"x"}"#, "contactLanguage"),
        ("PUT pricing-attributes", #"{"Plan":"x"}"#, "plan"),
        ("PUT suppression", #"{"SuppressedReasons":["BOUNCE","x"]}"#, "suppressedReasons"),
        (
            "PUT suppression",
            #"{"ValidationAttributes":{"ConditionThreshold":{"ConditionThresholdEnabled":"x"}}}"#,
            "validationAttributes.conditionThreshold.conditionThresholdEnabled"
        ),
        ("PUT vdm", #"{"VdmAttributes":{"VdmEnabled":"x"}}"#, "vdmAttributes.vdmEnabled"),
        (
            "PUT vdm", #"{"VdmAttributes":{"VdmEnabled":"ENABLED","DashboardAttributes":{"EngagementMetrics":"x"}}}"#,
            "vdmAttributes.dashboardAttributes.engagementMetrics"
        ),
        (
            "PUT vdm",
            #"{"VdmAttributes":{"VdmEnabled":"ENABLED","GuardianAttributes":{"OptimizedSharedDelivery":"x"}}}"#,
            "vdmAttributes.guardianAttributes.optimizedSharedDelivery"
        ),
    ]

    @Test("A value the service doesn't know is refused, and nothing is changed", arguments: broken)
    func unknownValues(request: String, body: String, field: String) async throws {
        let before = try await client.getAccount()
        let parts = request.split(separator: " ").map(String.init)
        let answer = try await Wire(simulator).call(parts[0], "/v2/email/account/\(parts[1])", body)
        #expect(answer.status == 400 && answer.name == "BadRequestException")
        #expect(answer.message?.contains("Value at '\(field)' failed to satisfy constraint") == true)
        #expect(try await client.getAccount() == before)
    }
}
