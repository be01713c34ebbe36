/// A message that SES puts together: subject, body, headers and attachments.
///
/// AWS: `Message`.
public struct EmailMessage: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The subject, on one line.
    @export(implementation) public var subject: EmailText
    /// The body.
    @export(implementation) public var body: EmailBody
    /// Further headers, at most 15.
    @export(implementation) public var headers: [MessageHeader]?
    /// Attached files.
    @export(implementation) public var attachments: [EmailAttachment]?

    /// Creates a message.
    ///
    /// - Parameters:
    ///   - subject: The subject, on one line.
    ///   - body: The body.
    ///   - headers: Further headers, at most 15.
    ///   - attachments: Attached files.
    @export(implementation) public init(
        subject: EmailText, body: EmailBody, headers: [MessageHeader]? = nil, attachments: [EmailAttachment]? = nil
    ) {
        self.subject = subject
        self.body = body
        self.headers = headers
        self.attachments = attachments
    }

    /// Checks subject, body, headers, attachments and size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if !ASCIISet.printable.holds(subject.data, of: 0...Int.max),
            subject.data.unicodeScalars.contains(where: \.isControl)
        {
            throw SESValueError(
                field: path.member("Subject").member("Data"),
                rule: "cannot contain line breaks or other control characters")
        }
        try body.validate(at: path.member("Body"))
        try headers?.validateTogether(at: path.member("Headers"))
        try attachments.validate(at: path.member("Attachments"))
        let texts = [subject.data, body.text?.data, body.html?.data].compactMap { $0?.utf8.count }
        try MessageSize.check(texts: texts, attachments: attachments ?? [], at: path)
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        subject = try container.decode(EmailText.self, forKey: "Subject")
        body = try container.decode(EmailBody.self, forKey: "Body")
        headers = try container.decodeIfPresent([MessageHeader].self, forKey: "Headers")
        attachments = try container.decodeIfPresent([EmailAttachment].self, forKey: "Attachments")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(attachments, forKey: "Attachments")
        try container.encode(body, forKey: "Body")
        try container.encodeIfPresent(headers, forKey: "Headers")
        try container.encode(subject, forKey: "Subject")
    }
}
