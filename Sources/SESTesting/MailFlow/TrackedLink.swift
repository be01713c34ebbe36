/// A link of an HTML part that the service would track, with the tags it carries.
struct TrackedLink: Hashable {
    static let maximumCount = 250

    let url: String
    let tags: [String: [String]]

    /// The links of `<a>` elements that lead to the web; `ses:no-track` leaves one out, and at most 250 are tracked.
    static func all(in html: String) -> [TrackedLink] {
        var links: [TrackedLink] = []
        var rest = Array(html.utf8)[...]
        while links.count < maximumCount, let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            guard rest.first == UInt8(ascii: "a") || rest.first == UInt8(ascii: "A"),
                rest.dropFirst().first.map(isSpace) == true
            else { continue }
            rest = rest.dropFirst()
            let attributes = popAttributes(&rest)
            guard attributes["ses:no-track"] == nil, let url = attributes["href"].map(decoded), isWeb(url) else {
                continue
            }
            links.append(TrackedLink(url: url, tags: tags(attributes["ses:tags"] ?? "")))
        }
        return links
    }

    private static func isWeb(_ url: String) -> Bool {
        let scheme = url.prefix(8).lowercased()
        return scheme.hasPrefix("http://") || scheme == "https://"
    }

    private static func decoded(_ url: String) -> String {
        url.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
    }

    /// Reads `name="value"`, `name='value'`, `name=value` and `name` up to the element's end; of two of a name the
    /// first counts, and names are in lower case.
    private static func popAttributes(_ rest: inout ArraySlice<UInt8>) -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") }
            guard let byte = rest.first, byte != UInt8(ascii: ">") else { return attributes }
            let name = pop(&rest) { isSpace($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") }
            rest = rest.drop(while: isSpace)
            var value = ""
            if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst().drop(while: isSpace)
                value = popValue(&rest)
            }
            let key = name.lowercased()
            if attributes[key] == nil { attributes[key] = value }
        }
    }

    private static func popValue(_ rest: inout ArraySlice<UInt8>) -> String {
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return pop(&rest) { isSpace($0) || $0 == UInt8(ascii: ">") }
        }
        rest = rest.dropFirst()
        let value = pop(&rest) { $0 == quote }
        rest = rest.dropFirst()
        return value
    }

    private static func pop(_ rest: inout ArraySlice<UInt8>, until isEnd: (UInt8) -> Bool) -> String {
        let end = rest.firstIndex(where: isEnd) ?? rest.endIndex
        defer { rest = rest[end...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Reads `key:value;key:value`; a key that occurs twice has two values.
    private static func tags(_ text: String) -> [String: [String]] {
        var tags: [String: [String]] = [:]
        for pair in text.split(separator: ";") {
            let sides = pair.split(separator: ":", maxSplits: 1)
            if sides.count == 2 { tags[String(sides[0]), default: []].append(String(sides[1])) }
        }
        return tags
    }
}
