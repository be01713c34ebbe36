import SESCore
import Testing

@Suite("Accounts")
struct AccountTests {
    @Test("an account has AWS's shape")
    func wire() throws {
        let account = Account(
            dedicatedIPAutoWarmupEnabled: true, enforcementStatus: .healthy, productionAccessEnabled: false,
            sendQuota: SendQuota(max24HourSend: 200, maxSendRate: 1, sentLast24Hours: 0.5), sendingEnabled: true,
            suppressionAttributes: SuppressionAttributes(
                suppressedReasons: [],
                validationAttributes: SuppressionValidationAttributes(
                    conditionThreshold: SuppressionConditionThreshold(conditionThresholdEnabled: .disabled))),
            details: AccountDetails(
                mailType: .transactional, websiteURL: "https://example.com", contactLanguage: .japanese,
                useCaseDescription: "u", additionalContactEmailAddresses: ["a@example.com"],
                reviewDetails: ReviewDetails(status: .granted, caseID: "c")),
            vdmAttributes: VdmAttributes(
                vdmEnabled: .enabled, dashboardAttributes: DashboardAttributes(engagementMetrics: .enabled),
                guardianAttributes: GuardianAttributes(optimizedSharedDelivery: .disabled)),
            pricingAttributes: PricingAttributes(currentPlan: .essentials, nextPlan: .pro))
        let parts = [
            #"{"DedicatedIpAutoWarmupEnabled":true,"Details":{"AdditionalContactEmailAddresses":["a@example.com"],"#,
            #""ContactLanguage":"JA","MailType":"TRANSACTIONAL","ReviewDetails":{"CaseId":"c","Status":"GRANTED"},"#,
            #""UseCaseDescription":"u","WebsiteURL":"https://example.com"},"EnforcementStatus":"HEALTHY","#,
            #""PricingAttributes":{"CurrentPlan":"ESSENTIALS","NextPlan":"PRO"},"ProductionAccessEnabled":false,"#,
            #""SendQuota":{"Max24HourSend":200,"MaxSendRate":1,"SentLast24Hours":0.5},"SendingEnabled":true,"#,
            #""SuppressionAttributes":{"SuppressedReasons":[],"ValidationAttributes":"#,
            #"{"ConditionThreshold":{"ConditionThresholdEnabled":"DISABLED"}}},"#,
            #""VdmAttributes":{"DashboardAttributes":{"EngagementMetrics":"ENABLED"},"#,
            #""GuardianAttributes":{"OptimizedSharedDelivery":"DISABLED"},"VdmEnabled":"ENABLED"}}"#,
        ]
        try expectWireForm(of: account, is: parts.joined())
    }

    @Test("an account of which the service says nothing decodes")
    func empty() throws {
        try expectWireForm(of: Account(), is: "{}")
        #expect(try decoded(Account.self, #"{"EnforcementStatus":"NEW"}"#).enforcementStatus?.rawValue == "NEW")
    }

    @Test(
        "a quota of -1 is unlimited, and numbers come in any form",
        arguments: [("-1", true), ("-1.0E0", true), ("5E4", false)])
    func quota(number: String, isUnlimited: Bool) throws {
        #expect(try decoded(SendQuota.self, "{\"Max24HourSend\":\(number)}").isUnlimited == isUnlimited)
    }

    @Test("printing an account's details shows none of them")
    func hidden() {
        let account = Account(details: AccountDetails(websiteURL: "secret", useCaseDescription: "secret"))
        #expect(!"\(account)".contains("secret"))
        #expect(!String(reflecting: account).contains("secret"))
    }
}
