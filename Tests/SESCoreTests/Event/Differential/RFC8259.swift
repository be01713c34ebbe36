/// The grammar of RFC 8259, as slow and as plain as can be: it shares nothing with the scanner that is held to it.
struct RFC8259 {
    private let bytes: [UInt8]
    private let maximumDepth: Int
    private var place = 0

    /// How many JSON texts in UTF-8 the bytes are, one after another, after a byte order mark or not, of containers nested so
    /// deep at most; nil if they are anything else.
    static func valueCount(of bytes: [UInt8], maximumDepth: Int = 64) -> Int? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var grammar = Self(bytes: bytes, maximumDepth: maximumDepth)
        _ = grammar.take([0xEF, 0xBB, 0xBF])
        grammar.skipSpace()
        var count = 0
        while grammar.place < bytes.count {
            guard grammar.isValue(0) else { return nil }
            count += 1
        }
        return count
    }

    private init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    private mutating func take(_ text: [UInt8]) -> Bool {
        guard bytes[place...].starts(with: text) else { return false }
        place += text.count
        return true
    }

    private mutating func take(_ text: String) -> Bool { take(Array(text.utf8)) }

    private mutating func take(oneOf set: String) -> Bool {
        guard place < bytes.count, set.utf8.contains(bytes[place]) else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() { while take(oneOf: " \t\n\r") {} }

    private mutating func isValue(_ depth: Int) -> Bool {
        skipSpace()
        guard place < bytes.count else { return false }
        let isWhole =
            switch bytes[place] {
            case UInt8(ascii: "{"): isContainer(depth, "{", "}") { $0.isMember(depth + 1) }
            case UInt8(ascii: "["): isContainer(depth, "[", "]") { $0.isValue(depth + 1) }
            case UInt8(ascii: "\""): isString()
            default: take("true") || take("false") || take("null") || isNumber()
            }
        skipSpace()
        return isWhole
    }

    private mutating func isContainer(
        _ depth: Int, _ start: String, _ end: String, _ isPart: (inout Self) -> Bool
    ) -> Bool {
        guard depth < maximumDepth, take(start) else { return false }
        skipSpace()
        if take(end) { return true }
        repeat { guard isPart(&self) else { return false } } while take(",")
        return take(end)
    }

    private mutating func isMember(_ depth: Int) -> Bool {
        skipSpace()
        guard isString() else { return false }
        skipSpace()
        return take(":") && isValue(depth)
    }

    private mutating func isString() -> Bool {
        guard take("\"") else { return false }
        while place < bytes.count {
            if take("\"") { return true }
            if take("\\") {
                if take(oneOf: #""\/bfnrt"#) { continue }
                guard take("u") else { return false }
                for _ in 0..<4 where !take(oneOf: "0123456789abcdefABCDEF") { return false }
            } else if bytes[place] < 0x20 {
                return false
            } else {
                place += 1
            }
        }
        return false
    }

    private mutating func isNumber() -> Bool {
        _ = take("-")
        guard take("0") || isDigits() else { return false }
        if take("."), !isDigits() { return false }
        if take(oneOf: "eE") {
            _ = take(oneOf: "+-")
            return isDigits()
        }
        return true
    }

    private mutating func isDigits() -> Bool {
        let start = place
        while take(oneOf: "0123456789") {}
        return place > start
    }
}
