/// What is read from JSON text by the rules of ``SESEvent``.
protocol Scanned {
    /// Reads the next value; nil if it isn't of the kind that is wanted, and then it is skipped.
    init?(scanning scanner: inout JSONScanner) throws(JSONFault)
}

/// Reads values by the rules ``SESEvent`` decodes by: what isn't of the wanted kind is skipped and counts as missing.
///
/// The same rules, for `Decoder`, are in `LenientObject`.
extension JSONScanner {
    @inline(__always)
    mutating func string() throws(JSONFault) -> String? {
        guard next == UInt8(ascii: "\"") else {
            try skipValue()
            return nil
        }
        return text(of: try stringToken())
    }

    /// A string; empty if there is none.
    @inline(__always)
    mutating func text() throws(JSONFault) -> String { try string() ?? "" }

    mutating func value<Value: OpenStringValue>() throws(JSONFault) -> Value? {
        try string().map { Value(rawValue: $0) }
    }

    mutating func timestamp() throws(JSONFault) -> EventTimestamp {
        try timestampIfPresent() ?? EventTimestamp(text: "")
    }

    mutating func timestampIfPresent() throws(JSONFault) -> EventTimestamp? {
        guard next == UInt8(ascii: "\"") else {
            try skipValue()
            return nil
        }
        let token = try stringToken()
        if !token.hasEscapes, let timestamp = EventTimestamp(usual: bytes(token.start..<token.end)) { return timestamp }
        return text(of: token).map(EventTimestamp.init(text:))
    }

    /// A boolean, also in its spelling as a string.
    mutating func bool() throws(JSONFault) -> Bool? {
        switch next {
        case UInt8(ascii: "t"):
            try skipWord("true")
            return true
        case UInt8(ascii: "f"):
            try skipWord("false")
            return false
        default:
            switch try string() {
            case "true": return true
            case "false": return false
            default: return nil
            }
        }
    }

    /// An integer, also as a decimal string.
    mutating func integer() throws(JSONFault) -> Int? {
        if next == UInt8(ascii: "\"") { return try string().flatMap { Int($0) } }
        guard isAtNumber else {
            try skipValue()
            return nil
        }
        return try number().flatMap { Int(exactly: $0) }
    }

    /// Goes past a number and gives its value; nil if it is beyond the range of `Double`.
    mutating func number() throws(JSONFault) -> JSONNumber? {
        let start = offset
        try skipNumber()
        return JSONNumber(String(decoding: bytes(start..<offset), as: UTF8.self))
    }

    /// The elements of a list that are of the wanted kind; none if there is no list.
    @inline(__always)
    mutating func list<Element>(
        _ element: (inout JSONScanner) throws(JSONFault) -> Element?
    ) throws(JSONFault) -> [Element] {
        var elements: [Element] = []
        _ = try forEachElement { (scanner) throws(JSONFault) in
            if let value = try element(&scanner) { elements.append(value) }
        }
        return elements
    }

    mutating func strings() throws(JSONFault) -> [String] {
        // Most lists have one.
        if let token = listOfOne() { return [String(decoding: bytes(token.start..<token.end), as: UTF8.self)] }
        return try list { (scanner) throws(JSONFault) in try scanner.string() }
    }

    /// Goes past a list of one plain string; nil, going nowhere, if the next value isn't one.
    @inline(__always)
    mutating func listOfOne() -> StringToken? {
        guard next == UInt8(ascii: "["), byte(at: offset &+ 1) == UInt8(ascii: "\""), depth < Self.maximumDepth else {
            return nil
        }
        let start = offset &+ 2
        let end = plainEnd(from: start)
        guard byte(at: end) == UInt8(ascii: "\""), byte(at: end &+ 1) == UInt8(ascii: "]") else { return nil }
        move(to: end &+ 2)
        return StringToken(start: start, end: end, hasEscapes: false, isPlain: true)
    }

    mutating func list<Element: Scanned>(of _: Element.Type = Element.self) throws(JSONFault) -> [Element] {
        try list { (scanner) throws(JSONFault) in try Element(scanning: &scanner) }
    }

    /// Goes through a list; false, with the value skipped, if there is none.
    ///
    /// - Parameter body: Reads the element that is next, to its end.
    @inline(__always)
    mutating func forEachElement(
        _ body: (inout JSONScanner) throws(JSONFault) -> Void
    ) throws(JSONFault) -> Bool {
        guard next == UInt8(ascii: "[") else {
            try skipValue()
            return false
        }
        try open()
        skipWhitespace()
        if next == UInt8(ascii: "]") {
            close()
            return true
        }
        while true {
            skipWhitespace()
            try body(&self)
            skipWhitespace()
            if next == UInt8(ascii: "]") {
                close()
                return true
            }
            try expect(UInt8(ascii: ","))
        }
    }

    /// Goes through an object whose names can be any; false, with the value skipped, if there is none.
    ///
    /// - Parameter body: Reads the member's value, which is next, to its end; it gets the name's place.
    /// - Returns: True also where a name is no text, which the caller must look for.
    @inline(__always)
    mutating func forEachMember(
        _ body: (inout JSONScanner, StringToken) throws(JSONFault) -> Void
    ) throws(JSONFault) -> Bool {
        guard next == UInt8(ascii: "{") else {
            try skipValue()
            return false
        }
        try open()
        skipWhitespace()
        if next == UInt8(ascii: "}") {
            close()
            return true
        }
        while true {
            skipWhitespace()
            let name = try stringToken()
            try skipColon()
            skipWhitespace()
            try body(&self, name)
            skipWhitespace()
            if next == UInt8(ascii: "}") {
                close()
                return true
            }
            try expect(UInt8(ascii: ","))
        }
    }
}

/// A number as JSON spells it.
enum JSONNumber {
    /// One that is whole and fits 64 bits.
    case integer(Int64)
    case other(Double)

    /// Nil if the number is beyond the range of `Double`.
    init?(_ text: String) {
        if let integer = Int64(text) {
            self = .integer(integer)
        } else if let number = Double(text), number.isFinite {
            self = Self.integer(text, near: number).map(Self.integer) ?? .other(number)
        } else {
            return nil
        }
    }

    /// The integer that a number is which is spelled with a fraction or an exponent, such as 1.0 and 1e3.
    private static func integer(_ text: String, near number: Double) -> Int64? {
        guard let integer = Int64(exactly: number) else { return nil }
        // From 2^53 on the nearest `Double` of one integer may be another integer: only the digits tell.
        return number.magnitude < 0x1p53 ? integer : wholeNumber(text)
    }

    /// The integer that a number's digits spell; nil if it has a fraction or is beyond 64 bits.
    private static func wholeNumber(_ text: String) -> Int64? {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        let parts = text.utf8.dropFirst(isNegative ? 1 : 0).split(
            maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 | 0x20 == UInt8(ascii: "e") })
        guard let mantissa = parts.first else { return nil }
        let point = mantissa.firstIndex(of: UInt8(ascii: "."))
        var digits = mantissa.filter { $0 != UInt8(ascii: ".") }[...]
        var length = mantissa[..<(point ?? mantissa.endIndex)].count
        if parts.count == 2 {
            guard let exponent = Int(String(Substring(parts[1]))) else { return nil }
            length += exponent
        }
        var value: Int64 = 0
        for _ in 0..<max(length, 0) {
            let digit = Int64(digits.popFirst() ?? UInt8(ascii: "0")) - Int64(UInt8(ascii: "0"))
            let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isSumTooLarge) = tenfold.addingReportingOverflow(digit)
            guard !isTooLarge, !isSumTooLarge else { return nil }
            value = sum
        }
        return digits.allSatisfy { $0 == UInt8(ascii: "0") } ? (isNegative ? -value : value) : nil
    }
}

extension Int {
    init?(exactly number: JSONNumber) {
        guard case .integer(let value) = number else { return nil }
        self.init(exactly: value)
    }
}
