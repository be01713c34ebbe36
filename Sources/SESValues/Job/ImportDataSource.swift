/// The file that a job imports; printing it shows nothing of it, because a signed URL lets anyone read the file.
///
/// AWS: `ImportDataSource`.
public struct ImportDataSource: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// Where the file is: `s3://bucket/object`.
    @export(implementation) public var s3URL: String
    /// The file's form.
    @export(implementation) public var dataFormat: DataFormat

    /// Creates a source.
    ///
    /// - Parameters:
    ///   - s3URL: Where the file is: `s3://bucket/object`.
    ///   - dataFormat: The file's form.
    @export(implementation) public init(s3URL: String, dataFormat: DataFormat) {
        self.s3URL = s3URL
        self.dataFormat = dataFormat
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        s3URL = try container.decode(String.self, forKey: "S3Url")
        dataFormat = try container.decode(DataFormat.self, forKey: "DataFormat")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(s3URL, forKey: "S3Url")
        try container.encode(dataFormat, forKey: "DataFormat")
    }

    /// Checks the URL's form.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let parts = s3URL.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        let object = parts.count == 4 ? parts[3] : ""
        let name = object.hasSuffix("/") ? object.dropLast() : object
        guard s3URL.hasPrefix("s3://"), !parts[2].isEmpty, !name.isEmpty, !name.hasSuffix("/") else {
            throw SESValueError(field: path.member("S3Url"), rule: "must have the form s3://bucket/object")
        }
    }
}
