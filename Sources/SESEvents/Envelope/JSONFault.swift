/// Where and how bytes are no JSON; says nothing of their content.
struct JSONFault: Error {
    enum Reason: String {
        case unexpectedEnd = "it ends too early"
        case unexpectedByte = "there is an unexpected character"
        case escape = "an escape in a string is wrong"
        case controlCharacter = "there is a control character in a string"
        case encoding = "it is not UTF-8"
        case number = "a number is wrong"
        case depth = "it is nested too deeply"
    }

    let reason: Reason
    /// The offset of the byte at fault.
    let offset: Int

    init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// The fault as a rule broken.
    var rule: String { "must be JSON: \(reason.rawValue), at byte \(offset)" }
}
