#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// An answer that is read without a decoder where it has the very form that the service writes: a decoder takes as long over it as
/// a signature.
package protocol PlainAnswer {
    /// The answer; nil for a text of any other form, which is a decoder's to read or to refuse.
    init?(plain body: Data)
}

/// A JSON object of the plainest form.
package enum PlainObject {
    /// The text of an object's one member, if it has only this one, and that is a text of ASCII without an escape.
    package static func onlyMember(_ name: StaticString, in body: Data) -> String? {
        body.withUnsafeBytes { bytes in
            var rest = bytes[...]
            guard take("{", from: &rest), take("\"", from: &rest) else { return nil }
            guard take(name, from: &rest, isAfterSpace: false), take("\"", from: &rest, isAfterSpace: false),
                take(":", from: &rest), take("\"", from: &rest)
            else { return nil }
            guard let end = rest.firstIndex(where: { $0 < 0x20 || $0 > 0x7E || $0 == 0x22 || $0 == 0x5C }) else {
                return nil
            }
            let text = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[end...]
            guard take("\"", from: &rest, isAfterSpace: false), take("}", from: &rest) else { return nil }
            return rest.allSatisfy(isSpace) ? text : nil
        }
    }

    /// Takes a text off the front, and the white space before it where there may be some.
    private static func take(
        _ text: StaticString, from rest: inout Slice<UnsafeRawBufferPointer>, isAfterSpace: Bool = true
    ) -> Bool {
        if isAfterSpace { rest = rest.drop(while: isSpace) }
        let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard rest.starts(with: expected) else { return false }
        rest = rest.dropFirst(expected.count)
        return true
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
