/// The file that an export writes; printing it shows nothing of it, because the URL lets anyone read the file.
///
/// AWS: `ExportDestination`.
public struct ExportDestination: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The file's form.
    @export(implementation) public var dataFormat: DataFormat
    /// A signed URL of the file, good for five minutes; SES gives it for a job that is completed, and takes none.
    @export(implementation) public var s3URL: String?

    /// Creates a destination.
    ///
    /// - Parameters:
    ///   - dataFormat: The file's form.
    ///   - s3URL: A signed URL of the file, good for five minutes; SES gives it for a job that is completed, and takes none.
    @export(implementation) public init(dataFormat: DataFormat, s3URL: String? = nil) {
        self.dataFormat = dataFormat
        self.s3URL = s3URL
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        dataFormat = try container.decode(DataFormat.self, forKey: "DataFormat")
        s3URL = try container.decodeIfPresent(String.self, forKey: "S3Url")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(dataFormat, forKey: "DataFormat")
        try container.encodeIfPresent(s3URL, forKey: "S3Url")
    }

    /// Checks that there is no URL: SES chooses where the file is.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if s3URL != nil {
            throw SESValueError(field: path.member("S3Url"), rule: "cannot be given: SES chooses where the file is")
        }
    }
}
