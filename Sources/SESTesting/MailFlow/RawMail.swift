import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Raw content as far as the service looks into it: its header fields, unfolded, and its body as it is.
struct RawMail {
    let data: Data
    let fields: [MessageHeader]
    let body: String

    /// Reads any bytes: a line without a colon is passed over, and without an empty line all of it is header.
    init(_ data: Data) {
        self.data = data
        var fields: [MessageHeader] = []
        var rest = [UInt8](data)[...]
        while let line = Self.popLine(&rest), !line.isEmpty {
            if line.first == 0x20 || line.first == 0x09 {
                // Folded: it belongs to the field before.
                if !fields.isEmpty { fields[fields.count - 1].value += " " + Self.text(line) }
            } else if let colon = line.firstIndex(of: 0x3A) {
                let name = Self.text(line[..<colon])
                if !name.isEmpty { fields.append(MessageHeader(name: name, value: Self.text(line[(colon + 1)...]))) }
            }
        }
        self.fields = fields
        body = String(decoding: rest, as: UTF8.self)
    }

    /// Takes the next line without its end, which is LF or CR LF; nil at the end.
    private static func popLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        let line = rest[..<end]
        rest = rest[min(end + 1, rest.endIndex)...]
        return line.last == 0x0D ? line.dropLast() : line
    }

    /// The text of some bytes without white space around it.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? bytes.startIndex
        return String(decoding: bytes[..<end].drop(while: isSpace), as: UTF8.self)
    }

    subscript(name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The addresses of a header, split at the commas outside quotes.
    func addresses(_ name: String) -> [String] {
        guard let value = self[name] else { return [] }
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in value.utf8 {
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x2C, !isQuoted { parts.append([]) } else { parts[parts.count - 1].append(byte) }
        }
        return parts.map { Self.text($0[...]) }.filter { !$0.isEmpty }
    }

    /// The tags of `X-SES-MESSAGE-TAGS: a=b, c=d`.
    var messageTags: [MessageTag] {
        addresses("X-SES-MESSAGE-TAGS").compactMap { pair in
            let sides = pair.utf8.split(separator: 0x3D, maxSplits: 1).map { Self.text(Array($0)[...]) }
            return sides.count == 2 ? MessageTag(sides[0], sides[1]) : nil
        }
    }

    var hasHTML: Bool {
        let isPart = self["Content-Type"]?.lowercased().contains("multipart/") == true
        return self["Content-Type"]?.lowercased().contains("text/html") == true
            || isPart && body.lowercased().contains("text/html")
    }

    /// The header fields that the service takes out before delivery.
    static func isRemoved(_ name: String) -> Bool {
        ["x-ses-configuration-set", "x-ses-message-tags", "bcc"].contains(name.lowercased())
    }
}
