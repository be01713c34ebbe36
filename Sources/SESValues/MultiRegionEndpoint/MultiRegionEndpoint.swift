#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An endpoint that divides its mail between two regions.
///
/// AWS: the output of `GetMultiRegionEndpoint`, which has routes, and `MultiRegionEndpoint`, which has regions.
public struct MultiRegionEndpoint: Equatable, Sendable, Codable {
    /// The endpoint's name.
    @export(implementation) public var endpointName: MultiRegionEndpointName?
    /// The service's id of the endpoint, to send with.
    @export(implementation) public var endpointID: String?
    /// Where mail is sent from; nil in a list of endpoints.
    @export(implementation) public var routes: [MultiRegionRoute]?
    /// The primary and the secondary region, in a list of endpoints only.
    @export(implementation) public var regions: [Region]?
    /// Whether the endpoint can be used.
    @export(implementation) public var status: MultiRegionEndpointStatus?
    /// When the endpoint was created.
    @export(implementation) @WireTime public var createdTimestamp: Date?
    /// When the endpoint was last changed.
    @export(implementation) @WireTime public var lastUpdatedTimestamp: Date?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - endpointName: The endpoint's name.
    ///   - endpointID: The service's id of the endpoint, to send with.
    ///   - routes: Where mail is sent from; nil in a list of endpoints.
    ///   - regions: The primary and the secondary region, in a list of endpoints only.
    ///   - status: Whether the endpoint can be used.
    ///   - createdTimestamp: When the endpoint was created.
    ///   - lastUpdatedTimestamp: When the endpoint was last changed.
    public init(
        endpointName: MultiRegionEndpointName? = nil, endpointID: String? = nil, routes: [MultiRegionRoute]? = nil,
        regions: [Region]? = nil, status: MultiRegionEndpointStatus? = nil, createdTimestamp: Date? = nil,
        lastUpdatedTimestamp: Date? = nil
    ) {
        self.endpointName = endpointName
        self.endpointID = endpointID
        self.routes = routes
        self.regions = regions
        self.status = status
        _createdTimestamp = WireTime(wrappedValue: createdTimestamp)
        _lastUpdatedTimestamp = WireTime(wrappedValue: lastUpdatedTimestamp)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        endpointName = try container.decodeIfPresent(MultiRegionEndpointName.self, forKey: "EndpointName")
        endpointID = try container.decodeIfPresent(String.self, forKey: "EndpointId")
        routes = try container.decodeIfPresent([MultiRegionRoute].self, forKey: "Routes")
        regions = try container.decodeIfPresent([Region].self, forKey: "Regions")
        status = try container.decodeIfPresent(MultiRegionEndpointStatus.self, forKey: "Status")
        _createdTimestamp = try container.decode(WireTime.self, forKey: "CreatedTimestamp")
        _lastUpdatedTimestamp = try container.decode(WireTime.self, forKey: "LastUpdatedTimestamp")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(endpointName, forKey: "EndpointName")
        try container.encodeIfPresent(endpointID, forKey: "EndpointId")
        try container.encodeIfPresent(routes, forKey: "Routes")
        try container.encodeIfPresent(regions, forKey: "Regions")
        try container.encodeIfPresent(status, forKey: "Status")
        try container.encode(_createdTimestamp, forKey: "CreatedTimestamp")
        try container.encode(_lastUpdatedTimestamp, forKey: "LastUpdatedTimestamp")
    }
}
