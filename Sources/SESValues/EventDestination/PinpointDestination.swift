/// A project of Amazon Pinpoint that gets events.
///
/// AWS: `PinpointDestination`. It doesn't take `DELIVERY_DELAY` or `SUBSCRIPTION`.
public struct PinpointDestination: Equatable, Sendable, Codable, SESValidatable {
    /// The project: `arn:aws:mobiletargeting:{region}:{account}:apps/{id}`.
    @export(implementation) public var applicationARN: ARN?

    /// Creates a destination.
    ///
    /// - Parameter applicationARN: The project.
    @export(implementation) public init(applicationARN: ARN? = nil) {
        self.applicationARN = applicationARN
    }

    /// Checks that the ARN names a project.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let field = path.member("ApplicationArn")
        guard let applicationARN else { throw SESValueError(field: field, rule: "must be present") }
        try applicationARN.requireResource("an Amazon Pinpoint project", of: "mobiletargeting", at: field)
        try applicationARN.requireResourcePrefix("apps/", at: field)
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        applicationARN = try container.decodeIfPresent(ARN.self, forKey: "ApplicationArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(applicationARN, forKey: "ApplicationArn")
    }
}
