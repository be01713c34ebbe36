#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A test of where a mail would end up at the big providers; printing it shows nothing of the mail.
///
/// AWS: `DeliverabilityTestReport`.
public struct DeliverabilityTestReport: Equatable, Sendable, Codable, SESPrivateContent {
    /// The test's id.
    @export(implementation) public var reportID: String?
    /// The test's name.
    @export(implementation) public var reportName: String?
    /// The mail's subject.
    @export(implementation) public var subject: String?
    /// The mail's sender.
    @export(implementation) public var fromEmailAddress: EmailAddress?
    /// When the test was started.
    @export(implementation) @WireTime public var createDate: Date?
    /// How it stands.
    @export(implementation) public var deliverabilityTestStatus: DeliverabilityTestStatus?

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - reportID: The test's id.
    ///   - reportName: The test's name.
    ///   - subject: The mail's subject.
    ///   - fromEmailAddress: The mail's sender.
    ///   - createDate: When the test was started.
    ///   - deliverabilityTestStatus: How it stands.
    public init(
        reportID: String? = nil, reportName: String? = nil, subject: String? = nil,
        fromEmailAddress: EmailAddress? = nil, createDate: Date? = nil,
        deliverabilityTestStatus: DeliverabilityTestStatus? = nil
    ) {
        self.reportID = reportID
        self.reportName = reportName
        self.subject = subject
        self.fromEmailAddress = fromEmailAddress
        _createDate = WireTime(wrappedValue: createDate)
        self.deliverabilityTestStatus = deliverabilityTestStatus
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        reportID = try container.decodeIfPresent(String.self, forKey: "ReportId")
        reportName = try container.decodeIfPresent(String.self, forKey: "ReportName")
        subject = try container.decodeIfPresent(String.self, forKey: "Subject")
        fromEmailAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "FromEmailAddress")
        _createDate = try container.decode(WireTime.self, forKey: "CreateDate")
        deliverabilityTestStatus = try container.decodeIfPresent(
            DeliverabilityTestStatus.self, forKey: "DeliverabilityTestStatus")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(reportID, forKey: "ReportId")
        try container.encodeIfPresent(reportName, forKey: "ReportName")
        try container.encodeIfPresent(subject, forKey: "Subject")
        try container.encodeIfPresent(fromEmailAddress, forKey: "FromEmailAddress")
        try container.encode(_createDate, forKey: "CreateDate")
        try container.encodeIfPresent(deliverabilityTestStatus, forKey: "DeliverabilityTestStatus")
    }
}

/// How a test stands.
///
/// AWS: `DeliverabilityTestStatus`.
public struct DeliverabilityTestStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It runs, for a day or so.
    @export(implementation) public static var inProgress: Self { Self(rawValue: "IN_PROGRESS") }
    /// It is done.
    @export(implementation) public static var completed: Self { Self(rawValue: "COMPLETED") }
}
