/// Cuts a mailbox into its quoted strings, its comments and the single bytes between them.
struct MailboxTokens {
    enum Token {
        case byte(UInt8)
        /// A quoted string with its quotes.
        case quoted(ArraySlice<UInt8>)
        case comment
        /// A quote or a comment that does not end.
        case unbalanced

        /// What the token stands for in an address.
        var bytes: ArraySlice<UInt8> {
            switch self {
            case .byte(let byte): [byte]
            case .quoted(let bytes): bytes
            case .comment, .unbalanced: []
            }
        }

        var isBlank: Bool {
            switch self {
            case .byte(let byte): MailboxParser.isSpace(byte)
            case .comment: true
            case .quoted, .unbalanced: false
            }
        }
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func next() -> Token? {
        switch rest.first {
        case nil: return nil
        case UInt8(ascii: "\""): return quoted()
        case UInt8(ascii: "("): return comment()
        case .some(let byte):
            rest.removeFirst()
            return .byte(byte)
        }
    }

    private mutating func quoted() -> Token {
        let all = rest
        rest.removeFirst()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"): _ = rest.popFirst()
            case UInt8(ascii: "\""): return .quoted(all[..<rest.startIndex])
            default: break
            }
        }
        return .unbalanced
    }

    private mutating func comment() -> Token {
        var depth = 0
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"): _ = rest.popFirst()
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return .comment }
            default: break
            }
        }
        return .unbalanced
    }
}
