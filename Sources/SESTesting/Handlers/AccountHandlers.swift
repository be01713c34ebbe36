import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESSimulator {
    func getAccount() -> Account {
        var account = state.account
        account.sendQuota = SendQuota(
            max24HourSend: state.quota?.max24HourSend ?? -1, maxSendRate: state.quota?.maxSendRate ?? 1000,
            sentLast24Hours: Double(limiter.recipientsInLastDay(at: clock.now)))
        account.pricingAttributes = state.pricing?.attributes(at: clock.date)
        return account
    }

    func putAccountDetails(_ input: PutAccountDetails) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        try ServiceRules.checkEnum(input.mailType, at: "mailType", in: [.marketing, .transactional])
        try ServiceRules.checkEnum(input.contactLanguage, at: "contactLanguage", in: [.english, .japanese])
        // The simulated account is in production from the start: who asks for that has it, and nobody loses it.
        let asksForProduction = input.productionAccessEnabled == true
        state.account.details = AccountDetails(
            mailType: input.mailType, websiteURL: input.websiteURL, contactLanguage: input.contactLanguage,
            useCaseDescription: input.useCaseDescription,
            additionalContactEmailAddresses: input.additionalContactEmailAddresses,
            reviewDetails: asksForProduction ? ReviewDetails(status: .granted) : nil)
        return EmptyOutput()
    }

    func putAccountWarmupAttributes(_ input: PutAccountDedicatedIpWarmupAttributes) -> EmptyOutput {
        state.account.dedicatedIPAutoWarmupEnabled = input.autoWarmupEnabled
        return EmptyOutput()
    }

    func putAccountPricingAttributes(_ input: PutAccountPricingAttributes) throws -> EmptyOutput {
        try ServiceRules.checkEnum(input.plan, at: "plan", in: [.none, .essentials, .pro, .enterprise])
        let current = state.pricing?.attributes(at: clock.date).currentPlan ?? PricingPlan.none
        state.pricing = PricingChange(current: current, next: input.plan, askedFor: clock.date)
        return EmptyOutput()
    }

    func putAccountSendingAttributes(_ input: PutAccountSendingAttributes) -> EmptyOutput {
        state.account.sendingEnabled = input.sendingEnabled
        return EmptyOutput()
    }

    func putAccountSuppressionAttributes(_ input: PutAccountSuppressionAttributes) throws -> EmptyOutput {
        for reason in input.suppressedReasons ?? [] {
            try ServiceRules.checkEnum(reason, at: "suppressedReasons", in: [.bounce, .complaint])
        }
        if let threshold = input.validationAttributes?.conditionThreshold {
            try ServiceRules.check(threshold, at: "validationAttributes")
        }
        // As with a set's own: reasons left out are no reasons.
        state.account.suppressionAttributes = SuppressionAttributes(
            suppressedReasons: input.suppressedReasons ?? [], validationAttributes: input.validationAttributes)
        return EmptyOutput()
    }

    func putAccountVdmAttributes(_ input: PutAccountVdmAttributes) throws -> EmptyOutput {
        let known: [FeatureStatus] = [.enabled, .disabled]
        let attributes = input.vdmAttributes
        try ServiceRules.checkEnum(attributes.vdmEnabled, at: "vdmAttributes.vdmEnabled", in: known)
        try ServiceRules.checkEnum(
            attributes.dashboardAttributes?.engagementMetrics,
            at: "vdmAttributes.dashboardAttributes.engagementMetrics", in: known)
        try ServiceRules.checkEnum(
            attributes.guardianAttributes?.optimizedSharedDelivery,
            at: "vdmAttributes.guardianAttributes.optimizedSharedDelivery", in: known)
        state.account.vdmAttributes = attributes
        return EmptyOutput()
    }
}

/// A pricing plan that was asked for: it holds from the beginning of the next month.
struct PricingChange {
    var current: PricingPlan
    var next: PricingPlan
    var askedFor: Date

    func attributes(at date: Date) -> PricingAttributes {
        if next == current { return PricingAttributes(currentPlan: current) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        let month = calendar.dateInterval(of: .month, for: askedFor)
        if let end = month?.end, date >= end { return PricingAttributes(currentPlan: next) }
        return PricingAttributes(currentPlan: current, nextPlan: next)
    }
}
