#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The members of one JSON object, read so that no two readers could take it for different things.
///
/// What is signed or decided upon must not depend on who reads it. So there is nothing but white space around the object, no
/// byte order mark, no name that comes twice, no half of a surrogate pair, and no deep nesting.
package struct StrictJSONObject: Sendable {
    /// What a member's value is.
    package enum Value: Sendable, Hashable {
        /// A string, its escapes resolved.
        case string(String)
        /// `null`.
        case null
        /// A number, a truth value, an object or a list.
        case other
    }

    private var members: [String: Value] = [:]
    private var rule: String?

    /// Reads an object.
    ///
    /// - Parameters:
    ///   - data: The object in UTF-8, and nothing else.
    ///   - maximumMemberCount: The most members to accept.
    /// - Throws: ``SESValueError`` that says where and how it is no such object, never what it holds.
    package init(_ data: Data, maximumMemberCount: Int = 64) throws(SESValueError) {
        let fault = data.withUnsafeBytes { bytes -> JSONFault? in
            do throws(JSONFault) {
                try read(JSONScanner(bytes), maximumMemberCount)
                return nil
            } catch {
                return error
            }
        }
        if let rule = fault?.rule ?? rule { throw SESValueError(code: .undecodableEvent, field: "", rule: rule) }
    }

    /// A member's value; nil if there is none of that name.
    package subscript(name: String) -> Value? { members[name] }

    private mutating func read(_ scanner: JSONScanner, _ maximumMemberCount: Int) throws(JSONFault) {
        var scanner = scanner
        scanner.skipWhitespace()
        let isObject = try scanner.forEachMember { (scanner, token) throws(JSONFault) in
            let name = scanner.text(of: token)
            let value = try Self.value(&scanner)
            guard let name, let value else { return refuse("must have names and strings that are text") }
            guard members.updateValue(value, forKey: name) == nil else { return refuse("must have each member once") }
            if members.count > maximumMemberCount { refuse("must have at most \(maximumMemberCount) members") }
        }
        scanner.skipWhitespace()
        if !isObject { refuse("must be a JSON object") }
        if !scanner.isAtEnd { throw scanner.fault(.unexpectedByte) }
    }

    /// The next value; nil if it is a string that no text can hold.
    private static func value(_ scanner: inout JSONScanner) throws(JSONFault) -> Value? {
        guard scanner.next == UInt8(ascii: "\"") else {
            let isNull = scanner.next == UInt8(ascii: "n")
            try scanner.skipValue()
            return isNull ? .null : .other
        }
        return scanner.text(of: try scanner.stringToken()).map(Value.string)
    }

    private mutating func refuse(_ rule: String) {
        if self.rule == nil { self.rule = rule }
        // What is refused needn't be kept while the rest is read.
        members = [:]
    }
}
