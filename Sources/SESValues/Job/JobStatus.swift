/// How a job stands.
///
/// AWS: `JobStatus`.
public struct JobStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It waits.
    @export(implementation) public static var created: Self { Self(rawValue: "CREATED") }
    /// It runs.
    @export(implementation) public static var processing: Self { Self(rawValue: "PROCESSING") }
    /// It is done.
    @export(implementation) public static var completed: Self { Self(rawValue: "COMPLETED") }
    /// It failed: the job says why.
    @export(implementation) public static var failed: Self { Self(rawValue: "FAILED") }
    /// It was cancelled.
    @export(implementation) public static var cancelled: Self { Self(rawValue: "CANCELLED") }
}

/// The form of a job's file.
///
/// AWS: `DataFormat`.
public struct DataFormat: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a format from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Comma-separated values.
    @export(implementation) public static var csv: Self { Self(rawValue: "CSV") }
    /// JSON.
    @export(implementation) public static var json: Self { Self(rawValue: "JSON") }
}

/// Why a job failed; printing it shows nothing of it, because the URL lets anyone read the file.
///
/// AWS: `FailureInfo`.
public struct JobFailureInfo: Equatable, Sendable, Codable, SESPrivateContent {
    /// A signed URL of a file of the records that failed.
    @export(implementation) public var failedRecordsS3URL: String?
    /// The service's words.
    @export(implementation) public var errorMessage: String?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - failedRecordsS3URL: A signed URL of a file of the records that failed.
    ///   - errorMessage: The service's words.
    @export(implementation) public init(failedRecordsS3URL: String? = nil, errorMessage: String? = nil) {
        self.failedRecordsS3URL = failedRecordsS3URL
        self.errorMessage = errorMessage
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        failedRecordsS3URL = try container.decodeIfPresent(String.self, forKey: "FailedRecordsS3Url")
        errorMessage = try container.decodeIfPresent(String.self, forKey: "ErrorMessage")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(failedRecordsS3URL, forKey: "FailedRecordsS3Url")
        try container.encodeIfPresent(errorMessage, forKey: "ErrorMessage")
    }
}
