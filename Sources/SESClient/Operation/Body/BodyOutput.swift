#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The bytes of a JSON text while it is written.
///
/// Members and elements are written one after the other, each with a comma before it; when their object or list is complete, its
/// first comma becomes the bracket, and members that didn't come in their order are put into it.
final class BodyOutput {
    /// Members of an object: their names and where they stand, comma included.
    typealias Members = [(name: String, bytes: Range<Int>)]

    private(set) var bytes: [UInt8] = []
    /// Whether something was asked for that can't be written in one go.
    var isBeyondMeans = false

    init() {
        bytes.reserveCapacity(4096)
    }

    var count: Int { bytes.count }

    func appendComma() {
        bytes.append(UInt8(ascii: ","))
    }

    func appendColon() {
        bytes.append(UInt8(ascii: ":"))
    }

    func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    func append(number: String) {
        bytes.append(contentsOf: number.utf8)
    }

    /// Closes a list that begins at a place; without elements it has no bytes so far.
    func closeList(from start: Int) {
        if bytes.count == start {
            append("[]")
        } else {
            bytes[start] = UInt8(ascii: "[")
            bytes.append(UInt8(ascii: "]"))
        }
    }

    /// Closes an object that begins at a place, its members sorted by name; of several with one name the last counts.
    func closeObject(from start: Int, _ members: Members) {
        guard !members.isEmpty else { return append("{}") }
        if zip(members, members.dropFirst()).contains(where: { $0.name >= $1.name }) { sort(members, from: start) }
        bytes[start] = UInt8(ascii: "{")
        bytes.append(UInt8(ascii: "}"))
    }

    private func sort(_ members: Members, from start: Int) {
        let order = members.indices.sorted {
            members[$0].name == members[$1].name ? $0 < $1 : members[$0].name < members[$1].name
        }
        var sorted: [UInt8] = []
        sorted.reserveCapacity(bytes.count - start)
        for (place, index) in order.enumerated() {
            let next = place + 1
            guard next == order.count || members[order[next]].name != members[index].name else { continue }
            sorted.append(contentsOf: bytes[members[index].bytes])
        }
        bytes.replaceSubrange(start..., with: sorted)
    }

    /// Appends a text in quotes.
    func append(quoted text: String) {
        // In one go: each access to a class's property is checked.
        bytes.append(quoted: text)
    }
}

extension [UInt8] {
    fileprivate mutating func append(quoted text: String) {
        var text = text
        append(UInt8(ascii: "\""))
        text.withUTF8 { append(escaping: $0) }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in text.enumerated() where Self.isEscaped(byte) {
            append(contentsOf: text[start..<index])
            append(escaped: byte)
            start = index + 1
        }
        append(contentsOf: text[start...])
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func append(escaped byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        default:
            let digit = byte & 0x0F
            append(contentsOf: (byte < 0x10 ? "u000" : "u001").utf8)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
