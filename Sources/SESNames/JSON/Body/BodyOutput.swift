/// The bytes of a JSON text while it is written.
///
/// Members and elements are written one after the other, each with a comma before it; when their object or list is complete, its
/// first comma becomes the bracket, and members that didn't come in their order are put into it.
struct BodyText {
    enum Form { case object, list, single }

    /// A value that is being written.
    private struct Level {
        /// Where its bytes begin.
        let start: Int
        /// Where its members are among all.
        let firstMember: Int
        var form: Form?
        var elementCount = 0
        var isSorted = true
    }

    private(set) var bytes: [UInt8] = []
    /// Whether something was asked for that can't be written in one go.
    var isBeyondMeans = false

    /// The values that are being written, each within the one before.
    private var levels: [Level] = []
    /// The members of these values: their names, and where each begins, comma included.
    private var members: [(name: String, start: Int)] = []

    init() {
        bytes.reserveCapacity(4096)
        levels.reserveCapacity(16)
        members.reserveCapacity(32)
    }

    /// Begins a value within the one that is being written; returns its level.
    mutating func begin() -> Int {
        levels.append(Level(start: bytes.count, firstMember: members.count))
        return levels.count - 1
    }

    /// Ends the value that was begun last: closes its object or list.
    mutating func end() {
        guard let level = levels.popLast() else { return }
        switch level.form {
        case .object, nil: closeObject(level)
        case .list: closeList(from: level.start)
        case .single: break
        }
        members.removeSubrange(level.firstMember...)
    }

    /// Notes which container a value asked for.
    mutating func take(_ form: Form, at level: Int) {
        guard levels.indices.contains(level), levels[level].form ?? form == form else { return isBeyondMeans = true }
        levels[level].form = form
    }

    /// Begins a member of an object; its value comes next.
    mutating func append(member name: String, at level: Int) {
        guard level == levels.count - 1 else { return isBeyondMeans = true }
        if levels[level].isSorted, members.count > levels[level].firstMember, let last = members.last {
            levels[level].isSorted = last.name < name
        }
        members.append((name, bytes.count))
        bytes.append(UInt8(ascii: ","))
        bytes.append(quoted: name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Begins an element of a list; its value comes next.
    mutating func appendElement(at level: Int) {
        guard level == levels.count - 1 else { return isBeyondMeans = true }
        levels[level].elementCount += 1
        bytes.append(UInt8(ascii: ","))
    }

    /// How many elements a list has so far.
    func elementCount(at level: Int) -> Int {
        levels.indices.contains(level) ? levels[level].elementCount : 0
    }

    mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(number: String) {
        bytes.append(contentsOf: number.utf8)
    }

    /// Closes a list that begins at a place; without elements it has no bytes so far.
    private mutating func closeList(from start: Int) {
        if bytes.count == start {
            append("[]")
        } else {
            bytes[start] = UInt8(ascii: "[")
            bytes.append(UInt8(ascii: "]"))
        }
    }

    /// Closes an object, its members sorted by name; of several with one name the last counts.
    private mutating func closeObject(_ object: Level) {
        guard members.count > object.firstMember else { return append("{}") }
        if !object.isSorted { sort(members[object.firstMember...], from: object.start) }
        bytes[object.start] = UInt8(ascii: "{")
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func sort(_ members: ArraySlice<(name: String, start: Int)>, from start: Int) {
        let order = members.indices.sorted {
            members[$0].name == members[$1].name ? $0 < $1 : members[$0].name < members[$1].name
        }
        var sorted: [UInt8] = []
        sorted.reserveCapacity(bytes.count - start)
        for (place, index) in order.enumerated() {
            let next = place + 1
            guard next == order.count || members[order[next]].name != members[index].name else { continue }
            let end = index + 1 == members.endIndex ? bytes.count : members[index + 1].start
            sorted.append(contentsOf: bytes[members[index].start..<end])
        }
        bytes.replaceSubrange(start..., with: sorted)
    }

    /// Appends a text in quotes.
    mutating func append(quoted text: String) {
        bytes.append(quoted: text)
    }
}

/// The text that all encoders of a body write to.
///
/// One property, as each access to a class's is checked.
final class BodyOutput {
    var text = BodyText()
    /// The configuration set that the whole names as a member.
    var configurationSet: ConfigurationSetName?
}

extension [UInt8] {
    fileprivate mutating func append(quoted text: String) {
        var text = text
        append(UInt8(ascii: "\""))
        text.withUTF8 { append(escaping: $0) }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var rest = text
        while let index = Self.firstEscaped(in: rest) {
            append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<index]))
            append(escaped: rest[index])
            rest = UnsafeBufferPointer(rebasing: rest[(index + 1)...])
        }
        append(contentsOf: rest)
    }

    /// Where the first byte is that isn't written as it is.
    private static func firstEscaped(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        let bytes = UnsafeRawBufferPointer(text)
        var index = 0
        // Eight bytes at a time; most texts have nothing to escape.
        while index + 8 <= bytes.count {
            let escaped = escapedBytes(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
            if escaped != 0 { return index + escaped.trailingZeroBitCount / 8 }
            index += 8
        }
        return bytes[index...].firstIndex { escapedBytes(UInt64($0) | ~0xFF) & 0xFF != 0 }
    }

    /// Eight bytes as a number; the lowest of those that aren't written as they are has its highest bit set, and none below it.
    private static func escapedBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ ones &* UInt64(UInt8(ascii: "\""))
        let backslashes = word ^ ones &* UInt64(UInt8(ascii: "\\"))
        // A subtraction borrows from a higher byte only where it has found one.
        let controls = (word &- ones &* 0x20) & ~word
        return (controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes) & (ones &* 0x80)
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
