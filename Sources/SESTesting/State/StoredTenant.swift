import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A tenant with its resources and its own suppression list.
struct StoredTenant {
    /// The tenant as it reads.
    var tenant: Tenant
    /// When the tenant was given each of its resources.
    var resources: [ARN: Date] = [:]
    /// Its own list, which is kept whatever list counts.
    var suppressed = SuppressionList()
    /// What the account's owner decided on whether it may send.
    var customerStatus: ReputationStatusRecord
    /// The policy by which SES would stop it.
    var reputationPolicy: ARN?

    init(tenant: Tenant) {
        self.tenant = tenant
        customerStatus = ReputationStatusRecord(
            status: .enabled, lastUpdatedTimestamp: tenant.createdTimestamp)
    }

    var arn: ARN { tenant.tenantARN ?? "" }
}

extension ServiceState {
    /// The tenant of a mail that names one.
    func tenant(of mail: SimulatedMail) -> StoredTenant? { mail.tenantName.flatMap { tenants[$0] } }

    /// The reasons for suppression that hold for a mail: its set's own, else its tenant's, else the account's.
    func suppressedReasons(for mail: SimulatedMail) -> [SuppressionListReason] {
        suppressionOptions(of: mail)?.suppressedReasons
            ?? tenant(of: mail)?.tenant.suppressionAttributes?.suppressedReasons ?? suppressedReasons
    }

    /// The tenant whose list counts for a mail; nil for the account's.
    ///
    /// The set's scope counts, else the tenant's, else the account's list.
    func suppressingTenant(of mail: SimulatedMail) -> String? {
        let scope =
            suppressionOptions(of: mail)?.suppressionScope
            ?? tenant(of: mail)?.tenant.suppressionAttributes?.suppressionScope
        return scope == .tenant && tenant(of: mail) != nil ? mail.tenantName : nil
    }

    /// Puts an address on a tenant's list, or without a tenant on the account's.
    mutating func suppress(_ entry: SuppressedDestination, for tenant: String?) {
        // In place: the lists may be long.
        if let tenant { tenants[tenant]?.suppressed.put(entry) } else { suppressed.put(entry) }
    }

    private func suppressionOptions(of mail: SimulatedMail) -> SuppressionOptions? {
        mail.configurationSet.flatMap { sets[$0.rawValue] }?.configuration.suppressionOptions
    }

    /// The identity that stands for a sender where tenants are concerned, whether it is verified or not.
    func tenantIdentity(of address: String) -> EmailIdentityName {
        identitiesStanding(for: address).first?.name
            ?? EmailIdentityName(rawValue: address.split(separator: "@").last.map(String.init) ?? address)
    }
}
