import SESClient
import SESCore
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The members of a request's query.
///
/// They are texts; whether one stands for a number, a flag or a list is seen from what the operation takes.
struct RequestQuery {
    /// What each member may be, the likeliest first.
    private var forms: [String: [JSONValue]] = [:]

    init(_ query: String?, bound members: [HTTPBinding.QueryMember]) {
        var texts: [String: [String]] = [:]
        for item in (query ?? "").split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.flatMap({ PercentEncoding.decode($0) }) else { continue }
            texts[name, default: []].append(parts.count == 2 ? PercentEncoding.decode(parts[1]) ?? "" : "")
        }
        for member in members {
            guard let texts = texts[member.parameter] else { continue }
            forms[member.member] = member.isTimestamp ? Self.times(texts) : Self.forms(of: texts)
        }
    }

    /// In the query a time is written as a date, which the body writes as a number of seconds.
    private static func times(_ texts: [String]) -> [JSONValue] {
        guard texts.count == 1, let text = texts.first, let date = EventTimestamp(text: text).date else {
            return texts.map(JSONValue.string)
        }
        return [.number(date.timeIntervalSince1970)]
    }

    private static func forms(of texts: [String]) -> [JSONValue] {
        let list = JSONValue.array(texts.map(JSONValue.string))
        guard texts.count == 1, let text = texts.first else { return [list] }
        var forms = [JSONValue.string(text)]
        if let number = Int64(text) { forms.append(.integer(number)) }
        if let flag = Bool(text) { forms.append(.bool(flag)) }
        return forms + [list]
    }

    /// The members as they are taken for now.
    var members: [String: JSONValue] { forms.compactMapValues(\.first) }

    /// Takes a member for the next thing it may be; false if there is none.
    mutating func retake(_ name: String) -> Bool {
        guard let left = forms[name]?.dropFirst(), !left.isEmpty else { return false }
        forms[name] = Array(left)
        return true
    }
}
