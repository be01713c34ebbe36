import SESCore

extension JSONValue {
    /// The value with numbers that are the same, whole or not, written in the same way.
    var byValue: JSONValue {
        switch self {
        case .integer(let number): .number(Double(number))
        case .array(let elements): .array(elements.map(\.byValue))
        case .object(let members): .object(members.mapValues(\.byValue))
        default: self
        }
    }
}
