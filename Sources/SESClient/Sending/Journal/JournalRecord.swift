/// One thing that a journal remembers.
///
/// On disk it is a line: a checksum of eight hexadecimal digits, a letter, and fields, separated by spaces. The checksum is of
/// all that the journal holds up to there, so that a line that is lost or moved is noticed as well as one that is changed.
enum JournalRecord: Equatable {
    /// The first line: which campaign's journal it is.
    case campaign(String, configurationSet: String?)
    /// A message's request is about to leave.
    case intent(key: String)
    case sent(key: String, messageID: String)
    /// The service surely didn't accept it.
    case refused(key: String, code: String)
    /// It isn't known whether the service accepted it.
    case unknown(key: String, code: String)
    /// It surely wasn't sent, and is to be sent by the next run.
    case released(key: String)

    /// The line without its checksum.
    var text: String {
        switch self {
        case .campaign(let name, let set): Self.line("j", "1", name, set.map { "=" + $0 } ?? "-")
        case .intent(let key): Self.line("i", key)
        case .sent(let key, let messageID): Self.line("s", key, messageID)
        case .refused(let key, let code): Self.line("r", key, code)
        case .unknown(let key, let code): Self.line("u", key, code)
        case .released(let key): Self.line("x", key)
        }
    }

    /// Reads a line without its checksum; nil if it isn't one.
    init?(text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let fields = words.dropFirst().compactMap(Self.unescaped)
        guard let kind = words.first, fields.count == words.count - 1 else { return nil }
        switch (kind, fields.count) {
        case ("j", 3) where fields[0] == "1":
            self = .campaign(fields[1], configurationSet: fields[2] == "-" ? nil : String(fields[2].dropFirst()))
        case ("i", 1): self = .intent(key: fields[0])
        case ("s", 2): self = .sent(key: fields[0], messageID: fields[1])
        case ("r", 2): self = .refused(key: fields[0], code: fields[1])
        case ("u", 2): self = .unknown(key: fields[0], code: fields[1])
        case ("x", 1): self = .released(key: fields[0])
        default: return nil
        }
    }

    private static func line(_ kind: String, _ fields: String...) -> String {
        ([kind] + fields.map(escaped)).joined(separator: " ")
    }

    /// Printable ASCII as it is, all else, spaces and `%` as `%` and two digits.
    private static func escaped(_ field: String) -> String {
        guard !field.utf8.allSatisfy(isPlain) else { return field }
        return field.utf8.map { byte in
            if isPlain(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }

    private static func unescaped(_ field: Substring) -> String? {
        guard field.utf8.contains(UInt8(ascii: "%")) else { return String(field) }
        var bytes: [UInt8] = []
        var rest = Array(field.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "%") }
}

/// The checksums of a journal's lines, one after the other.
struct JournalChecksum {
    private var crc = CRC32C()

    /// The whole line of the next record.
    mutating func line(_ record: JournalRecord) -> [UInt8] {
        let text = record.text
        let digits = next(text.utf8)
        return digits + [UInt8(ascii: " ")] + text.utf8 + [UInt8(ascii: "\n")]
    }

    /// The eight digits for the next line's text.
    mutating func next(_ text: some Sequence<UInt8>) -> [UInt8] {
        crc.update(text)
        let digits = String(crc.value, radix: 16)
        return Array((String(repeating: "0", count: 8 - digits.count) + digits).utf8)
    }
}
