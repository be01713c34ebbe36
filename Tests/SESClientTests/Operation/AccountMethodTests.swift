import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for the account")
struct AccountMethodTests {
    private static let account = "/v2/email/account"

    static let calls: [MethodCall] = [
        MethodCall(
            "POST \(account)/details",
            #"{"AdditionalContactEmailAddresses":["a@example.com"],"ContactLanguage":"EN","MailType":"MARKETING","ProductionAccessEnabled":true,"WebsiteURL":"https://example.com"}"#
        ) {
            try await $0.putAccountDetails(
                mailType: .marketing, websiteURL: "https://example.com", contactLanguage: .english,
                additionalContactEmailAddresses: ["a@example.com"], productionAccessEnabled: true)
        },
        MethodCall("POST \(account)/details", #"{"MailType":"TRANSACTIONAL","WebsiteURL":"w"}"#) {
            try await $0.putAccountDetails(mailType: .transactional, websiteURL: "w")
        },
        MethodCall("PUT \(account)/dedicated-ips/warmup", #"{"AutoWarmupEnabled":false}"#) {
            try await $0.putAccountDedicatedIpWarmupAttributes(autoWarmupEnabled: false)
        },
        MethodCall("PUT \(account)/pricing-attributes", #"{"Plan":"PRO"}"#) {
            try await $0.putAccountPricingAttributes(plan: .pro)
        },
        MethodCall("PUT \(account)/sending", #"{"SendingEnabled":false}"#) {
            try await $0.putAccountSendingAttributes(sendingEnabled: false)
        },
        MethodCall("PUT \(account)/suppression", #"{"SuppressedReasons":[]}"#) {
            try await $0.putAccountSuppressionAttributes(SuppressionAttributes(suppressedReasons: []))
        },
        MethodCall(
            "PUT \(account)/suppression",
            #"{"SuppressedReasons":["BOUNCE"],"ValidationAttributes":{"ConditionThreshold":{"ConditionThresholdEnabled":"ENABLED"}}}"#
        ) {
            let threshold = SuppressionConditionThreshold(conditionThresholdEnabled: .enabled)
            try await $0.putAccountSuppressionAttributes(
                SuppressionAttributes(
                    suppressedReasons: [.bounce],
                    validationAttributes: SuppressionValidationAttributes(conditionThreshold: threshold)))
        },
        MethodCall(
            "PUT \(account)/vdm",
            #"{"VdmAttributes":{"DashboardAttributes":{"EngagementMetrics":"ENABLED"},"VdmEnabled":"ENABLED"}}"#
        ) {
            try await $0.putAccountVdmAttributes(
                VdmAttributes(
                    vdmEnabled: .enabled, dashboardAttributes: DashboardAttributes(engagementMetrics: .enabled)))
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let addresses = "AdditionalContactEmailAddresses"

    private static func details(
        websiteURL: String = "w", useCaseDescription: String? = nil, addresses: [EmailAddress]? = nil
    ) -> PutAccountDetails {
        PutAccountDetails(
            mailType: .marketing, websiteURL: websiteURL, useCaseDescription: useCaseDescription,
            additionalContactEmailAddresses: addresses)
    }

    static let broken: [BrokenInput] = [
        BrokenInput(details(websiteURL: ""), "WebsiteURL", "cannot be empty"),
        BrokenInput(
            details(websiteURL: String(repeating: "w", count: 1001)), "WebsiteURL", "must be at most 1000 characters"),
        BrokenInput(
            details(useCaseDescription: String(repeating: "u", count: 5001)), "UseCaseDescription",
            "must be at most 5000 characters"),
        BrokenInput(details(addresses: []), addresses, "must hold 1 to 4 addresses"),
        BrokenInput(
            details(addresses: Array(repeating: "a@example.com", count: 5)), addresses, "must hold 1 to 4 addresses"),
        BrokenInput(
            details(addresses: ["a@example.com", "a@b.c"]), "\(addresses)[1]", "must be at least 6 characters"),
        BrokenInput(
            details(addresses: ["Jane <jane@example.com>"]), "\(addresses)[0]",
            "must be an address without display name or angle brackets"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("the longest texts and four addresses are legal")
    func legal() throws {
        try Self.details(
            websiteURL: String(repeating: "w", count: 1000), useCaseDescription: String(repeating: "u", count: 5000),
            addresses: Array(repeating: "a@b.co", count: 4)
        ).validate()
    }

    @Test("a switch that was absent when it was read is off, and stays absent")
    func absent() throws {
        let sending = try JSONDecoder().decode(PutAccountSendingAttributes.self, from: Data("{}".utf8))
        #expect(!sending.sendingEnabled)
        #expect(try String(decoding: JSONEncoder().encode(sending), as: UTF8.self) == "{}")
        let warmup = try JSONDecoder().decode(PutAccountDedicatedIpWarmupAttributes.self, from: Data("{}".utf8))
        #expect(!warmup.autoWarmupEnabled)
    }

    @Test("only the details may not be sent twice")
    func idempotence() {
        #expect(!PutAccountDetails.isIdempotent)
        #expect(PutAccountSendingAttributes.isIdempotent && PutAccountVdmAttributes.isIdempotent)
    }

    @Test("printing the account's details shows none of them, and neither does a refusal")
    func privacy() {
        let details = Self.details(
            websiteURL: "secret", useCaseDescription: "secret", addresses: ["secret@example.com"])
        #expect(!PrintedForms.all(of: details).contains("secret"))
        let error = #expect(throws: SESValueError.self) { try Self.details(addresses: ["a@b.c"]).validate() }
        #expect(error?.value == nil)
    }
}
