/// What a job exports: exactly one of metrics and what happened to mails.
///
/// AWS: `ExportDataSource`.
public struct ExportDataSource: Equatable, Sendable, Codable, SESValidatable {
    /// Metrics.
    @export(implementation) public var metricsDataSource: MetricsDataSource?
    /// What happened to mails.
    @export(implementation) public var messageInsightsDataSource: MessageInsightsDataSource?

    /// Creates a source from AWS's members; exactly one is legal.
    ///
    /// - Parameters:
    ///   - metricsDataSource: Metrics.
    ///   - messageInsightsDataSource: What happened to mails.
    @export(implementation) public init(
        metricsDataSource: MetricsDataSource? = nil, messageInsightsDataSource: MessageInsightsDataSource? = nil
    ) {
        self.metricsDataSource = metricsDataSource
        self.messageInsightsDataSource = messageInsightsDataSource
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        metricsDataSource = try container.decodeIfPresent(MetricsDataSource.self, forKey: "MetricsDataSource")
        messageInsightsDataSource = try container.decodeIfPresent(
            MessageInsightsDataSource.self, forKey: "MessageInsightsDataSource")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(metricsDataSource, forKey: "MetricsDataSource")
        try container.encodeIfPresent(messageInsightsDataSource, forKey: "MessageInsightsDataSource")
    }

    /// Metrics.
    ///
    /// - Parameter source: Which metrics.
    public static func metrics(_ source: MetricsDataSource) -> ExportDataSource {
        ExportDataSource(metricsDataSource: source)
    }

    /// What happened to mails.
    ///
    /// - Parameter source: Which mails.
    public static func messageInsights(_ source: MessageInsightsDataSource) -> ExportDataSource {
        ExportDataSource(messageInsightsDataSource: source)
    }

    /// Checks that there is exactly one source, and that source.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if (metricsDataSource == nil) == (messageInsightsDataSource == nil) {
            throw SESValueError(
                field: path, rule: "must hold exactly one of MetricsDataSource and MessageInsightsDataSource",
                value: metricsDataSource == nil ? "none" : "both")
        }
        try metricsDataSource.validate(at: path.member("MetricsDataSource"))
        try messageInsightsDataSource.validate(at: path.member("MessageInsightsDataSource"))
    }
}
