/// Metrics of Amazon CloudWatch that count events.
///
/// AWS: `CloudWatchDestination`.
public struct CloudWatchDestination: Equatable, Sendable, Codable, SESValidatable {
    /// The metrics' dimensions, 1 to 10.
    @export(implementation) public var dimensionConfigurations: [CloudWatchDimensionConfiguration]

    /// Creates a destination.
    ///
    /// - Parameter dimensionConfigurations: The metrics' dimensions, 1 to 10.
    @export(implementation) public init(dimensionConfigurations: [CloudWatchDimensionConfiguration]) {
        self.dimensionConfigurations = dimensionConfigurations
    }

    /// Checks the number of dimensions and each of them.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let field = path.member("DimensionConfigurations")
        if !(1...10).contains(dimensionConfigurations.count) {
            throw SESValueError(
                field: field, rule: "must hold 1 to 10 dimensions", value: String(dimensionConfigurations.count))
        }
        try dimensionConfigurations.validate(at: field)
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        dimensionConfigurations = try container.decode(
            [CloudWatchDimensionConfiguration].self, forKey: "DimensionConfigurations")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(dimensionConfigurations, forKey: "DimensionConfigurations")
    }
}
