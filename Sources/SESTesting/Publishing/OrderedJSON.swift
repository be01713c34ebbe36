#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A JSON object whose members keep the order they are written in, as the services write theirs.
struct OrderedJSON {
    private var members: [(name: String, value: Data)] = []

    /// Adds a text.
    mutating func add(_ name: String, _ text: String) {
        members.append((name, Self.encode(text)))
    }

    /// Adds a list of texts.
    mutating func add(_ name: String, _ texts: [String]) {
        members.append((name, Self.encode(texts)))
    }

    /// Adds a member whose value is JSON already.
    mutating func add(_ name: String, json: Data) {
        members.append((name, json))
    }

    /// One line without spaces.
    var compact: Data {
        joined(open: "{", name: { "\"\($0)\":" }, separator: ",", close: "}")
    }

    /// A line for each member, in the form SNS writes its envelopes.
    var spread: Data {
        joined(open: "{\n", name: { "  \"\($0)\" : " }, separator: ",\n", close: "\n}")
    }

    private func joined(open: String, name: (String) -> String, separator: String, close: String) -> Data {
        var data = Data(open.utf8)
        for (index, member) in members.enumerated() {
            if index > 0 { data += Data(separator.utf8) }
            data += Data(name(member.name).utf8)
            data += member.value
        }
        return data + Data(close.utf8)
    }

    private static func encode(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        // Texts always encode; null stands for what can't happen rather than a crash.
        return (try? encoder.encode(value)) ?? Data("null".utf8)
    }
}
