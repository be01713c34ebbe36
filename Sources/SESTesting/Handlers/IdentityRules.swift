import SESClient
import SESCore

/// What the service checks in requests about identities and tags.
extension ServiceRules {
    static func check(_ attributes: DkimSigningAttributes?) throws {
        try checkEnum(attributes?.nextSigningKeyLength, at: "nextSigningKeyLength", in: [.rsa1024Bit, .rsa2048Bit])
    }

    static func check(origin: DkimSigningAttributesOrigin) throws {
        try checkEnum(origin, at: "signingAttributesOrigin", in: [.awsSES, .external])
    }

    static func check(_ behavior: BehaviorOnMxFailure?) throws {
        try checkEnum(behavior, at: "behaviorOnMxFailure", in: [.rejectMessage, .useDefaultValue])
    }

    static func check(identityFilter filter: [String: String]) throws {
        for name in filter.keys.sorted() {
            try checkEnum(
                ListEmailIdentities.FilterKey(rawValue: name), at: "filter",
                in: [.identityNameContains, .identityType, .verificationStatus])
        }
        try checkEnum(
            filter[ListEmailIdentities.FilterKey.identityType.rawValue].map(EmailIdentityType.init(rawValue:)),
            at: "filter", in: [.emailAddress, .domain, .managedDomain])
        try checkEnum(
            filter[ListEmailIdentities.FilterKey.verificationStatus.rawValue]
                .map(EmailIdentityVerificationStatus.init(rawValue:)),
            at: "filter", in: [.pending, .success, .failed, .temporaryFailure, .notStarted])
    }

    static func checkName(_ name: EmailIdentityPolicyName) throws {
        guard name.rawValue.unicodeScalars.count <= 64 else {
            throw ServiceRefusal.badRequest(
                "1 validation error detected: Value at 'policyName' failed to satisfy constraint: "
                    + "Member must have length less than or equal to 64")
        }
        guard (try? name.validate()) != nil else {
            throw ServiceRefusal.badRequest(
                "PolicyName is invalid. Policy names must only include alpha-numeric characters, dashes, and "
                    + "underscores.")
        }
    }

    /// The rules for tags, which hold for all of a resource's together.
    static func checkRules(tags: [ResourceTag]) throws {
        do {
            try tags.validateTogether(at: FieldPath("Tags"))
        } catch {
            throw ServiceRefusal.badRequest(error.description)
        }
    }
}
