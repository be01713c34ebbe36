/// The file that an export writes; printing it shows nothing of it, because the URL lets anyone read the file.
///
/// AWS: `ExportDestination`.
public struct ExportDestination: Hashable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The file's form.
    public var dataFormat: DataFormat
    /// A signed URL of the file, good for five minutes; SES gives it for a job that is completed, and takes none.
    public var s3URL: String?

    /// Creates a destination.
    ///
    /// - Parameters:
    ///   - dataFormat: The file's form.
    ///   - s3URL: A signed URL of the file, good for five minutes; SES gives it for a job that is completed, and takes none.
    public init(dataFormat: DataFormat, s3URL: String? = nil) {
        self.dataFormat = dataFormat
        self.s3URL = s3URL
    }

    private enum CodingKeys: String, CodingKey {
        case dataFormat = "DataFormat"
        case s3URL = "S3Url"
    }

    /// Checks that there is no URL: SES chooses where the file is.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if s3URL != nil {
            throw SESValueError(field: path.member("S3Url"), rule: "cannot be given: SES chooses where the file is")
        }
    }
}
