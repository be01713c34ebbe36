extension ARN {
    /// Checks that the ARN names a resource of one service, with an account and, unless the service is global, a region.
    ///
    /// - Parameters:
    ///   - kind: What it must name, such as "an Amazon SNS topic".
    ///   - service: The service's name in ARNs.
    ///   - isGlobal: Whether the service's ARNs have no region.
    ///   - path: Where the ARN stands.
    func requireResource(
        _ kind: String, of service: String, isGlobal: Bool = false, at path: FieldPath
    ) throws(SESValueError) {
        try validate(at: path)
        func fault(_ rule: String) -> SESValueError { SESValueError(field: path, rule: rule, value: rawValue) }
        let actual = self.service ?? ""
        if actual != service {
            throw fault("must name \(kind): its service must be '\(service)', not '\(actual)'")
        }
        if !isGlobal, region == nil { throw fault("must name \(kind) with its region") }
        guard let accountID, accountID.utf8.count == 12, accountID.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw fault("must name \(kind) with its account's 12 digits")
        }
    }

    /// Checks that the resource begins with a prefix and goes on.
    func requireResourcePrefix(_ prefix: String, at path: FieldPath) throws(SESValueError) {
        guard let resource, resource.hasPrefix(prefix), resource.utf8.count > prefix.utf8.count else {
            throw SESValueError(
                field: path, rule: "must name a resource that begins with '\(prefix)'", value: rawValue)
        }
    }

    /// Checks that the ARN names a resource of SES; which of them have tags is the service's to say.
    package func requireTaggable(at path: FieldPath) throws(SESValueError) {
        try requireResource("a resource of Amazon SES", of: "ses", at: path)
        guard let resource, let slash = resource.firstIndex(of: "/"), slash != resource.startIndex,
            resource.index(after: slash) != resource.endIndex
        else {
            throw SESValueError(
                field: path, rule: "must name a resource by kind and name: 'kind/name'", value: rawValue)
        }
    }
}
