/// What a new multi-region endpoint is to be.
///
/// AWS: `Details`.
public struct MultiRegionEndpointDetails: Equatable, Sendable, Codable, SESValidatable {
    /// The secondary region, exactly one; the primary is the region of the call.
    @export(implementation) public var routesDetails: [MultiRegionRoute]

    /// Creates the details.
    ///
    /// - Parameter routesDetails: The secondary region, exactly one; the primary is the region of the call.
    @export(implementation) public init(routesDetails: [MultiRegionRoute]) {
        self.routesDetails = routesDetails
    }

    /// Checks that there is one region and its name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if routesDetails.count != 1 {
            throw SESValueError(
                field: path.member("RoutesDetails"), rule: "must hold exactly one route",
                value: String(routesDetails.count))
        }
        try routesDetails.validate(at: path.member("RoutesDetails"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        routesDetails = try container.decode([MultiRegionRoute].self, forKey: "RoutesDetails")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(routesDetails, forKey: "RoutesDetails")
    }
}

/// A region that a multi-region endpoint sends from.
///
/// AWS: `RouteDetails`, and `Route` in answers.
public struct MultiRegionRoute: Equatable, Sendable, Codable, SESValidatable {
    /// The region.
    @export(implementation) @WireDefaulted public var region: Region

    /// Creates a route.
    ///
    /// - Parameter region: The region.
    public init(region: Region) {
        _region = WireDefaulted(wrappedValue: region)
    }

    /// Checks the region's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try region.validate(at: path.member("Region"))
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _region = try container.decode(WireDefaulted<Region>.self, forKey: "Region")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_region, forKey: "Region")
    }
}

extension Region: WireDefault {
    /// The empty text, which is no region.
    @export(implementation) public static var wireDefault: Region { Region(rawValue: "") }
}

/// Whether a multi-region endpoint can be used.
///
/// AWS: `Status`.
public struct MultiRegionEndpointStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Not yet: it is being made.
    @export(implementation) public static var creating: Self { Self(rawValue: "CREATING") }
    /// Yes.
    @export(implementation) public static var ready: Self { Self(rawValue: "READY") }
    /// No: making it failed.
    @export(implementation) public static var failed: Self { Self(rawValue: "FAILED") }
    /// No longer: it is being deleted.
    @export(implementation) public static var deleting: Self { Self(rawValue: "DELETING") }
}
