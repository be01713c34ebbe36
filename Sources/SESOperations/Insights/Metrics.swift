public import SESValues

/// Reads metrics of the Virtual Deliverability Manager, up to ten at once.
///
/// AWS: `BatchGetMetricData`.
public struct BatchGetMetricData: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/metrics/batch") }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// What is asked: 1 to 10 queries.
    @export(implementation) public var queries: [BatchGetMetricDataQuery]

    /// Creates the input.
    ///
    /// - Parameter queries: What is asked: 1 to 10 queries.
    @export(implementation) public init(queries: [BatchGetMetricDataQuery]) {
        self.queries = queries
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        queries = try container.decode([BatchGetMetricDataQuery].self, forKey: "Queries")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(queries, forKey: "Queries")
    }

    /// The answers, each under its query's id.
    public struct Output: Codable, Equatable, Sendable {
        /// The queries that were answered.
        @export(implementation) public var results: [MetricDataResult]?
        /// The queries that failed; the call itself didn't.
        @export(implementation) public var errors: [MetricDataError]?

        /// Creates an output.
        ///
        /// - Parameters:
        ///   - results: The queries that were answered.
        ///   - errors: The queries that failed; the call itself didn't.
        @export(implementation) public init(results: [MetricDataResult]? = nil, errors: [MetricDataError]? = nil) {
            self.results = results
            self.errors = errors
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            results = try container.decodeIfPresent([MetricDataResult].self, forKey: "Results")
            errors = try container.decodeIfPresent([MetricDataError].self, forKey: "Errors")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(results, forKey: "Results")
            try container.encodeIfPresent(errors, forKey: "Errors")
        }
    }

    /// Checks the number of queries and each of them.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if !(1...10).contains(queries.count) {
            throw SESValueError(
                field: path.member("Queries"), rule: "must hold 1 to 10 queries", value: String(queries.count))
        }
        try queries.validate(at: path.member("Queries"))
    }
}
