import SESClient
import SESCore

extension SESSimulator {
    func tagResource(_ input: TagResource) throws -> EmptyOutput {
        let resource = try tagged(input.resourceARN, in: TagResource.name)
        guard input.resourceARN.region == region else { throw ServiceRefusal.badRequest("Failed to tag resource") }
        try ServiceRules.checkRules(tags: input.tags)
        let keys = Set(input.tags.map(\.key))
        let tags = resource.tags.filter { !keys.contains($0.key) } + input.tags
        guard tags.count <= 50 else { throw ServiceRefusal.badRequest("A resource can have at most 50 tags.") }
        setTags(tags, of: resource)
        return EmptyOutput()
    }

    func untagResource(_ input: UntagResource) throws -> EmptyOutput {
        guard !input.tagKeys.isEmpty else { throw ServiceRefusal("ValidationException", nil) }
        let resource = try tagged(input.resourceARN, in: UntagResource.name)
        guard input.resourceARN.region == region else { throw ServiceRefusal.badRequest("Failed to untag resource") }
        setTags(resource.tags.filter { !input.tagKeys.contains($0.key) }, of: resource)
        return EmptyOutput()
    }

    func listTagsForResource(_ input: ListTagsForResource) throws -> ListTagsForResource.Output {
        let resource = try tagged(input.resourceARN, in: ListTagsForResource.name)
        // The resource is looked for in the caller's region, its tags under the ARN as it is given.
        let isHere = input.resourceARN.region == region
        return ListTagsForResource.Output(tags: isHere ? resource.tags : [])
    }

    /// A resource that has tags.
    private enum Tagged {
        case set(StoredConfigurationSet)
        case identity(StoredIdentity)

        var tags: [ResourceTag] {
            switch self {
            case .set(let set): set.configuration.tags ?? []
            case .identity(let identity): identity.tags
            }
        }
    }

    private func setTags(_ tags: [ResourceTag], of resource: Tagged) {
        switch resource {
        case .set(let set):
            state.sets[set.configuration.name.rawValue]?.configuration.tags = tags.isEmpty ? nil : tags
        case .identity(let identity):
            state[identity: identity.name]?.tags = tags
        }
    }

    /// The resource an ARN names, if the account has it.
    private func tagged(_ arn: ARN, in operation: String) throws -> Tagged {
        guard let resource = arn.resource, let slash = resource.firstIndex(of: "/"), arn.accountID != nil else {
            throw ServiceRefusal.badRequest("ResourceArn is not the expected format")
        }
        guard arn.accountID == accountID else {
            throw ServiceRefusal.badRequest("Operations on a resource created in a different account is not allowed")
        }
        let name = String(resource[resource.index(after: slash)...])
        switch resource[..<slash] {
        case "configuration-set":
            guard let set = state.sets[name] else {
                throw ServiceRefusal.notFound("No ConfigurationSet present with name: \(name)")
            }
            return .set(set)
        case "identity":
            guard let identity = state[identity: EmailIdentityName(rawValue: name)] else {
                throw ServiceRefusal.notFound("No EmailIdentity present with name: \(name)")
            }
            return .identity(identity)
        case let kind:
            throw ServiceRefusal.notSimulated(
                "The simulator answers \(operation) for configuration sets and identities only, not for \(kind).")
        }
    }
}
