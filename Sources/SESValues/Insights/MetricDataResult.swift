#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The numbers that answer one query for a metric.
///
/// AWS: `MetricDataResult`. The value at a position belongs to the time at that position.
public struct MetricDataResult: Equatable, Sendable, Codable {
    /// The query's id.
    @export(implementation) public var id: String?
    /// The times that the values belong to.
    public var timestamps: [Date]? {
        get { seconds?.map(\.date) }
        set { seconds = newValue?.map(EpochSeconds.init) }
    }
    /// The sums.
    @export(implementation) public var values: [Int]?

    private var seconds: [EpochSeconds]?

    /// Creates a result.
    ///
    /// - Parameters:
    ///   - id: The query's id.
    ///   - timestamps: The times that the values belong to.
    ///   - values: The sums.
    public init(id: String? = nil, timestamps: [Date]? = nil, values: [Int]? = nil) {
        self.id = id
        self.values = values
        seconds = timestamps?.map(EpochSeconds.init)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        id = try container.decodeIfPresent(String.self, forKey: "Id")
        seconds = try container.decodeIfPresent([EpochSeconds].self, forKey: "Timestamps")
        values = try container.decodeIfPresent([Int].self, forKey: "Values")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(id, forKey: "Id")
        try container.encodeIfPresent(seconds, forKey: "Timestamps")
        try container.encodeIfPresent(values, forKey: "Values")
    }
}

/// Why one query for a metric has no answer.
///
/// AWS: `MetricDataError`.
public struct MetricDataError: Equatable, Sendable, Codable {
    /// The query's id.
    @export(implementation) public var id: String?
    /// The kind of failure.
    @export(implementation) public var code: QueryErrorCode?
    /// The service's words.
    @export(implementation) public var message: String?

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - id: The query's id.
    ///   - code: The kind of failure.
    ///   - message: The service's words.
    @export(implementation) public init(id: String? = nil, code: QueryErrorCode? = nil, message: String? = nil) {
        self.id = id
        self.code = code
        self.message = message
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        id = try container.decodeIfPresent(String.self, forKey: "Id")
        code = try container.decodeIfPresent(QueryErrorCode.self, forKey: "Code")
        message = try container.decodeIfPresent(String.self, forKey: "Message")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(id, forKey: "Id")
        try container.encodeIfPresent(code, forKey: "Code")
        try container.encodeIfPresent(message, forKey: "Message")
    }
}

/// A kind of failure of a query.
///
/// AWS: `QueryErrorCode`.
public struct QueryErrorCode: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a code from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// SES failed.
    @export(implementation) public static var internalFailure: Self { Self(rawValue: "INTERNAL_FAILURE") }
    /// The caller may not read these metrics.
    @export(implementation) public static var accessDenied: Self { Self(rawValue: "ACCESS_DENIED") }
}
