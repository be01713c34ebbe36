#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A member that travels in the path or the query: a scalar, or a list of scalars, as text.
enum MemberText: Decodable {
    case one(String)
    case several([String])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let list = try? container.decode([MemberText].self) {
            self = .several(list.flatMap(\.texts))
        } else if let text = try? container.decode(String.self) {
            self = .one(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .one(flag ? "true" : "false")
        } else if let whole = try? container.decode(Int64.self) {
            self = .one(String(whole))
        } else {
            self = .one(String(try container.decode(Double.self)))
        }
    }

    var texts: [String] {
        switch self {
        case .one(let text): [text]
        case .several(let list): list
        }
    }

    /// The text or texts of a value, by way of its JSON form: that is the one form every bound value has.
    static func texts(of value: some Encodable) throws -> [String] {
        try JSONDecoder().decode(MemberText.self, from: JSONEncoder().encode(value)).texts
    }
}
