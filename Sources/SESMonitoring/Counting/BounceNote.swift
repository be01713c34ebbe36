import SESCore

/// Where an e-mail bounced, and why.
struct BounceNote: SampledItem {
    static let sampleSize = 64
    static let maximumDomainByteCount = 255
    static let maximumReasonByteCount = 100

    /// The recipient's domain in lower case; empty if the address has none.
    let domain: String
    /// The status and AWS's subtype, such as `5.1.1 General`; nothing that the receiving server wrote.
    let reason: String

    init(domain: String, reason: String) {
        self.domain = domain.cut(toByteCount: Self.maximumDomainByteCount)
        self.reason = reason.cut(toByteCount: Self.maximumReasonByteCount)
    }

    /// Notes a recipient of a bounce; with no recipient there is no domain.
    init(_ recipient: SESEvent.Recipient?, of bounce: SESEvent.Bounce) {
        let status =
            recipient?.status.flatMap(Self.status(in:)) ?? recipient?.diagnosticCode.flatMap(Self.status(in:)) ?? ""
        let subType = bounce.subType.rawValue.isEmpty ? bounce.type.rawValue : bounce.subType.rawValue
        self.init(
            domain: recipient.map { RecipientDomain.of($0.address) } ?? "",
            reason: status.isEmpty ? subType : subType.isEmpty ? status : "\(status) \(subType)")
    }

    var isBounded: Bool {
        domain.utf8.count <= Self.maximumDomainByteCount && reason.utf8.count <= Self.maximumReasonByteCount
    }

    static func < (one: Self, other: Self) -> Bool { (one.domain, one.reason) < (other.domain, other.reason) }

    /// The first enhanced status code (RFC 3463) in a text: a class of 2, 4 or 5, a subject and a detail of up to three digits.
    static func status(in text: String) -> String? {
        // What servers write can be long; a code stands at its beginning.
        let bytes = Array(text.utf8.prefix(512))
        func isDigit(_ place: Int) -> Bool {
            bytes.indices.contains(place) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
        }
        func isPoint(_ place: Int) -> Bool { bytes.indices.contains(place) && bytes[place] == UInt8(ascii: ".") }
        func digits(from place: Int) -> Int {
            var end = place
            while isDigit(end) { end += 1 }
            return end - place
        }
        for start in bytes.indices {
            guard [UInt8(ascii: "2"), UInt8(ascii: "4"), UInt8(ascii: "5")].contains(bytes[start]), isPoint(start + 1),
                !isDigit(start - 1), !isPoint(start - 1)
            else { continue }
            let subject = digits(from: start + 2)
            guard (1...3).contains(subject), isPoint(start + 2 + subject) else { continue }
            let detail = digits(from: start + 3 + subject)
            let end = start + 3 + subject + detail
            // An IP address looks alike but goes on.
            guard (1...3).contains(detail), !(isPoint(end) && isDigit(end + 1)) else { continue }
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
        return nil
    }

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        domain = try container.decode(String.self)
        reason = try container.decode(String.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(domain)
        try container.encode(reason)
    }
}

/// The domains of recipients.
enum RecipientDomain {
    /// The domain of a bare address in lower case; empty if it has none.
    ///
    /// Of an odd text no more is taken than can be a domain, so that it never holds an address.
    static func of(_ address: String) -> String {
        guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) else { return "" }
        let rest = address.utf8[address.utf8.index(after: at)...].prefix { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"), 0x80...:
                true
            default: false
            }
        }
        return String(decoding: Array(rest), as: UTF8.self).lowercased().cut(
            toByteCount: BounceNote.maximumDomainByteCount)
    }
}
