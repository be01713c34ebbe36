import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A mail on its way to be accepted: what the request said, brought into one form.
struct MailDraft {
    var mail: SimulatedMail
    /// The set the request named.
    var requestedSet: ConfigurationSetName?
    /// The set the raw content's header named; the request's wins.
    var headerSet: ConfigurationSetName?
    /// Whether the service itself is the sender, as with verification mails.
    var isFromService = false

    init(operation: String, from: String) {
        mail = SimulatedMail(
            messageID: "", date: Date(timeIntervalSince1970: 0), configurationSet: nil, operation: operation,
            from: from)
    }

    mutating func take(_ message: EmailMessage) {
        mail.subject = message.subject.data
        mail.text = message.body.text?.data
        mail.html = message.body.html?.data
        mail.headers = message.headers ?? []
        take(message.attachments)
    }

    mutating func take(_ raw: RawMail, tagsGiven: Bool) {
        mail.isRaw = true
        mail.subject = raw["Subject"]
        mail.text = raw.body
        if mail.from.isEmpty { mail.from = raw["From"] ?? "" }
        if mail.recipients.isEmpty {
            mail.to = raw.addresses("To")
            mail.cc = raw.addresses("Cc")
            mail.bcc = raw.addresses("Bcc")
        }
        mail.headers = raw.fields.filter { !RawMail.isRemoved($0.name) }
        if let name = raw["X-SES-CONFIGURATION-SET"], !name.isEmpty { headerSet = ConfigurationSetName(rawValue: name) }
        // Tags of the request take the place of the header's; they don't mix.
        if !tagsGiven { mail.tags = raw.messageTags }
        mail.html = raw.hasHTML ? raw.body : nil
        mail.isRejected = EICAR.isIn(raw.data)
    }

    mutating func take(
        _ content: EmailTemplateContent, name: String?, headers: [MessageHeader]?, attachments: [EmailAttachment]?
    ) {
        mail.subject = content.subject
        mail.text = content.text
        mail.html = content.html
        mail.isTemplated = true
        mail.templateName = name
        mail.headers = headers ?? []
        take(attachments)
    }

    private mutating func take(_ attachments: [EmailAttachment]?) {
        mail.attachments = attachments ?? []
        mail.isRejected = mail.attachments.contains { EICAR.isIn($0.rawContent) }
    }

    /// Fills the parts with data; later data wins over earlier.
    mutating func render(data: [String?]) {
        do {
            let content = EmailTemplateContent(subject: mail.subject, text: mail.text, html: mail.html)
            let rendered = try RenderingData(data.compactMap { $0 })
                .render(content, isStored: mail.templateName != nil)
            mail.subject = rendered.subject
            mail.text = rendered.text
            mail.html = rendered.html
        } catch {
            mail.renderingError = error.message
        }
    }
}

/// The harmless file that every virus scanner takes for a virus; attaching it is how a Reject event is tried.
enum EICAR {
    /// In pieces, or scanners would take this source file for it.
    private static let text = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS", "-TEST-FILE!$H+H*"].joined()

    static var file: Data { Data(text.utf8) }

    static func isIn(_ data: Data) -> Bool {
        // The first 54 bytes: raw content may break its base64 after 76 characters.
        let encoded = file.base64EncodedString().prefix(72)
        return holds(data, Array(text.utf8)) || holds(data, Array(encoded.utf8))
    }

    /// Whether the data holds the piece; a message may have 40 MB, so only where the first byte stands is looked on.
    private static func holds(_ data: Data, _ piece: [UInt8]) -> Bool {
        data.withUnsafeBytes { bytes in
            guard bytes.count >= piece.count else { return false }
            return (0...(bytes.count - piece.count)).contains { start in
                bytes[start] == piece[0] && bytes[start..<(start + piece.count)].elementsEqual(piece)
            }
        }
    }
}
