public import SESValues

extension SESv2Client {
    /// Gives a resource tags; one of a key it has takes the other's place.
    ///
    /// - Parameters:
    ///   - resource: The ARN of an identity, a configuration set or another resource of SES that has tags.
    ///   - tags: The tags, with different keys.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such resource.
    @export(implementation) public func tagResource(_ resource: ARN, with tags: [ResourceTag]) async throws {
        try await execute(TagResource(resourceARN: resource, tags: tags))
    }

    /// Takes tags from a resource; a key it lacks is passed over.
    ///
    /// - Parameters:
    ///   - resource: The ARN of the resource.
    ///   - keys: The tags' keys, at least one.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such resource.
    @export(implementation) public func untagResource(_ resource: ARN, keys: [String]) async throws {
        try await execute(UntagResource(resourceARN: resource, tagKeys: keys))
    }

    /// Reads the tags of a resource.
    ///
    /// - Parameter resource: The ARN of the resource.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such resource.
    @export(implementation) public func listTagsForResource(_ resource: ARN) async throws -> [ResourceTag] {
        try await execute(ListTagsForResource(resourceARN: resource)).tags ?? []
    }
}
