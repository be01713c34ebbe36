/// The names of header fields and tags that most e-mails have, as texts that cost nothing to hand out.
///
/// It is safe to share: what it points to is written once, in the initialiser, and lives as long as the process.
struct CommonNames: @unchecked Sendable {
    static let shared = CommonNames()

    private struct Entry {
        var head: UInt64 = 0
        var tail: UInt64 = 0
        /// 0 where there is no name.
        var length = 0
        var text = ""
    }

    /// A power of two, some three times the number of names.
    private static let slotCount = 128

    private let entries: UnsafeMutablePointer<Entry>

    private init() {
        entries = .allocate(capacity: Self.slotCount)
        entries.initialize(repeating: Entry(), count: Self.slotCount)
        for name in Self.names {
            let bytes = Array(name.utf8)
            let head = Self.word(bytes.prefix(8))
            let tail = Self.word(bytes.suffix(8))
            var slot = Self.slot(head, tail, bytes.count)
            while entries[slot].length != 0 { slot = (slot + 1) % Self.slotCount }
            entries[slot] = Entry(head: head, tail: tail, length: bytes.count, text: name)
        }
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    @inline(__always)
    private static func slot(_ head: UInt64, _ tail: UInt64, _ length: Int) -> Int {
        let mixed = (head ^ tail &<< 1 ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> 57) & (slotCount - 1)
    }

    /// The name that plain bytes of the input are; nil if they are none of these.
    @inline(__always)
    func text(of place: Range<Int>, in scanner: JSONScanner) -> String? {
        let length = place.count
        guard length > 0, var head = scanner.word(at: place.lowerBound) else { return nil }
        var tail = head
        if length < 8 {
            head &= 1 &<< UInt64(8 &* length) &- 1
            tail = head
        } else if length > 8 {
            guard let last = scanner.word(at: place.upperBound &- 8) else { return nil }
            tail = last
        }
        var slot = Self.slot(head, tail, length)
        while entries[slot].length != 0 {
            if entries[slot].head == head, entries[slot].tail == tail, entries[slot].length == length,
                length <= 16 || scanner.isText(entries[slot].text, at: place)
            {
                return entries[slot].text
            }
            slot = (slot &+ 1) & (Self.slotCount - 1)
        }
        return nil
    }

    private static let names = [
        "ses:caller-identity", "ses:configuration-set", "ses:from-domain", "ses:operation", "ses:outgoing-ip",
        "ses:outgoing-tls-version", "ses:recipient-isp", "ses:sender-identity", "ses:source-ip",
        "ses:source-tls-version", "Authentication-Results", "Auto-Submitted", "Bcc", "Cc", "Content-Language",
        "Content-Transfer-Encoding", "Content-Type", "DKIM-Signature", "Date", "Feedback-ID", "From", "In-Reply-To",
        "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Message-ID", "Precedence", "Received",
        "References", "Reply-To", "Return-Path", "Sender", "Subject", "To", "User-Agent", "X-Mailer", "X-Priority",
        "X-SES-CONFIGURATION-SET", "X-SES-MESSAGE-TAGS",
    ]
}
