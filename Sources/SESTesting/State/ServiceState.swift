import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the simulated account holds in its region.
struct ServiceState {
    static let maximumSets = 10_000
    static let maximumDestinations = 10
    static let maximumTemplates = 10_000
    static let maximumVerificationTemplates = 50

    var sets: [String: StoredConfigurationSet] = [:]
    /// Identities by name in lower case.
    var identities: [String: StoredIdentity] = [:]
    /// Whether any sender is taken as verified, but one whose identity waits to be.
    var acceptsAnySender = true
    var dedicatedIPs = DedicatedIPs()
    /// Multi-region endpoints by name.
    var endpoints: [String: MultiRegionEndpoint] = [:]
    /// Tenants by name.
    var tenants: [String: StoredTenant] = [:]
    var templates: [String: StoredTemplate] = [:]
    var verificationTemplates: [String: CustomVerificationEmailTemplate] = [:]
    /// The contact list: an account has at most one.
    var contactList: StoredContactList?
    /// The account's suppression list.
    var suppressed = SuppressionList()
    /// What the account reads as, but for its quota and its plan, which change with time.
    var account = Account(
        dedicatedIPAutoWarmupEnabled: true, enforcementStatus: .healthy, productionAccessEnabled: true,
        sendingEnabled: true, suppressionAttributes: SuppressionAttributes(suppressedReasons: [.bounce, .complaint]))
    var quota: SendQuota?
    /// What became of the mails that were sent while the Virtual Deliverability Manager was on, by message id.
    var histories: [String: MailHistory] = [:]
    /// Why queries for metrics fail that were told to, by query id.
    var failingMetricQueries: [String: QueryErrorCode] = [:]
    var pricing: PricingChange?

    /// The account's reasons for suppression; a set's own reasons take their place.
    var suppressedReasons: [SuppressionListReason] { account.suppressionAttributes?.suppressedReasons ?? [] }
    var sendingEnabled: Bool { account.sendingEnabled == true }

    /// Whether a domain is verified, itself or as part of one that is.
    func isVerified(domain: String) -> Bool {
        !domain.contains("@") && isVerified(address: domain)
    }

    func isVerified(address: String) -> Bool {
        let known = identitiesStanding(for: address)
        if known.contains(where: \.isVerified) { return true }
        return acceptsAnySender && !known.contains { $0.verification == .pending }
    }

    /// The identity that stands for an address or a domain: the most specific there is.
    func identity(of address: String) -> String? {
        identitiesStanding(for: address).first { $0.isVerified || acceptsAnySender }?.name.rawValue
    }

    /// The set that mail of this sender gets when it names none: the address's default, else its domain's.
    func defaultConfigurationSet(of address: String) -> ConfigurationSetName? {
        identitiesStanding(for: address).lazy.compactMap(\.defaultConfigurationSet).first
    }

    /// The identities that stand for an address, the most specific first: itself, its domain, parent domains.
    func identitiesStanding(for address: String) -> [StoredIdentity] {
        let address = address.lowercased()
        var names = address.contains("@") ? [address] : []
        var domain = address.split(separator: "@").last.map(String.init) ?? ""
        while domain.contains(".") {
            names.append(domain)
            domain = domain.split(separator: ".", maxSplits: 1).last.map(String.init) ?? ""
        }
        return names.compactMap { identities[$0] }
    }
}

/// A configuration set with its event destinations.
struct StoredConfigurationSet {
    var configuration: ConfigurationSet
    var destinations: [EventDestination] = []
}

/// A template with what its list and its tags say of it.
struct StoredTemplate {
    var template: SimulatedTemplate
    var date: Date
    var tags: [ResourceTag] = []
}
