/// The service's limit on a message: 40 MB with its attachments in base64.
///
/// SES measures the message it has put together; a client can only say when the parts alone are already too large.
enum MessageSize {
    static let limit = 40 * 1024 * 1024

    /// Checks the parts of a message.
    ///
    /// - Parameters:
    ///   - texts: The sizes of its texts, in bytes.
    ///   - attachments: Its attachments.
    ///   - path: Where the message stands.
    static func check(texts: [Int], attachments: [EmailAttachment], at path: FieldPath) throws(SESValueError) {
        // These are sizes of memory that is there, so their sum can't overflow.
        let size = texts.reduce(0, +) + attachments.reduce(0) { $0 + ($1.rawContent.count + 2) / 3 * 4 }
        if size > limit {
            throw SESValueError(
                field: path, rule: "must be at most 40 MB with its attachments in base64", value: "\(size) bytes")
        }
    }
}
