import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An address or a domain to send from.
struct StoredIdentity: Equatable {
    var name: EmailIdentityName
    /// `notStarted` if all that was ever said of it is its default set.
    var verification = EmailIdentityVerificationStatus.notStarted
    var verificationDate: Date?
    var dkim: DkimAttributes
    /// How often Easy DKIM has made a key pair: each has tokens of its own.
    var keyGeneration = 1
    var defaultConfigurationSet: ConfigurationSetName?
    var mailFrom = MailFromAttributes(behaviorOnMxFailure: .useDefaultValue)
    var forwardsFeedback = true
    var policies: [String: EmailIdentityPolicy] = [:]
    var tags: [ResourceTag] = []
    /// Certificates by address in lower case.
    var certificates: [String: ARN] = [:]

    var isVerified: Bool { verification == .success }
    var type: EmailIdentityType { name.isDomain ? .domain : .emailAddress }

    /// Does what SES does when it finds in DNS, or hears from the address's owner, all that it waits for.
    mutating func verify(at date: Date) {
        verification = .success
        verificationDate = date
        if name.isDomain { dkim.status = .success }
        if mailFrom.mailFromDomain != nil { mailFrom.mailFromDomainStatus = .success }
    }
}

extension ServiceState {
    static let maximumIdentities = 10_000

    /// The identity of that name, whatever the case.
    subscript(identity name: EmailIdentityName) -> StoredIdentity? {
        get { identities[name.rawValue.lowercased()] }
        set { identities[name.rawValue.lowercased()] = newValue }
    }

    /// The MAIL FROM domain that keeps a sender's mail from being sent: its MX record is missing, and so it was asked for.
    func failedMailFrom(of sender: String) -> String? {
        let attributes = identitiesStanding(for: sender).first { $0.mailFrom.mailFromDomain != nil }?.mailFrom
        guard attributes?.behaviorOnMxFailure == .rejectMessage, attributes?.mailFromDomainStatus != .success else {
            return nil
        }
        return attributes?.mailFromDomain
    }
}
