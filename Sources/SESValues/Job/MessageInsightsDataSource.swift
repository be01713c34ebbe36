#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The mails of which a job exports what happened.
///
/// AWS: `MessageInsightsDataSource`.
public struct MessageInsightsDataSource: Equatable, Sendable, Codable, SESValidatable {
    /// The first moment of the interval; must be there.
    @export(implementation) @WireTime public var startDate: Date?
    /// The last moment of the interval; must be there.
    @export(implementation) @WireTime public var endDate: Date?
    /// Only mails that match this.
    @export(implementation) public var include: MessageInsightsFilters?
    /// No mails that match this.
    @export(implementation) public var exclude: MessageInsightsFilters?
    /// How many mails at most, 1 to 10000; 1000 when left out.
    @export(implementation) public var maxResults: Int?

    /// Creates a source.
    ///
    /// - Parameters:
    ///   - startDate: The first moment of the interval; must be there.
    ///   - endDate: The last moment of the interval; must be there.
    ///   - include: Only mails that match this.
    ///   - exclude: No mails that match this.
    ///   - maxResults: How many mails at most, 1 to 10000; 1000 when left out.
    public init(
        startDate: Date, endDate: Date, include: MessageInsightsFilters? = nil, exclude: MessageInsightsFilters? = nil,
        maxResults: Int? = nil
    ) {
        _startDate = WireTime(wrappedValue: startDate)
        _endDate = WireTime(wrappedValue: endDate)
        self.include = include
        self.exclude = exclude
        self.maxResults = maxResults
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _startDate = try container.decode(WireTime.self, forKey: "StartDate")
        _endDate = try container.decode(WireTime.self, forKey: "EndDate")
        include = try container.decodeIfPresent(MessageInsightsFilters.self, forKey: "Include")
        exclude = try container.decodeIfPresent(MessageInsightsFilters.self, forKey: "Exclude")
        maxResults = try container.decodeIfPresent(Int.self, forKey: "MaxResults")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_startDate, forKey: "StartDate")
        try container.encode(_endDate, forKey: "EndDate")
        try container.encodeIfPresent(include, forKey: "Include")
        try container.encodeIfPresent(exclude, forKey: "Exclude")
        try container.encodeIfPresent(maxResults, forKey: "MaxResults")
    }

    /// Checks that both ends of the interval are there, the filters, and the number of results.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TimeSpan.check(startDate, endDate, at: path)
        try include.validate(at: path.member("Include"))
        try exclude.validate(at: path.member("Exclude"))
        if let maxResults, !(1...10_000).contains(maxResults) {
            throw SESValueError(
                field: path.member("MaxResults"), rule: "must be 1 to 10000", value: String(maxResults))
        }
    }
}
