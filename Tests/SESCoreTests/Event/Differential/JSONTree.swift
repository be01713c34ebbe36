/// JSON text as a tree whose leaves and names keep their spelling, to be changed and written again.
indirect enum JSONTree {
    struct Member {
        /// The name as it is spelled, quotes included.
        var name: [UInt8]
        var value: JSONTree
    }

    /// A string, number or word as it is spelled, or any bytes in place of one.
    case leaf([UInt8])
    case list([JSONTree])
    case object([Member])

    static func leaf(_ text: String) -> Self { .leaf(Array(text.utf8)) }

    /// Reads well-formed JSON; of other bytes it makes something or other.
    init(_ json: [UInt8]) {
        var place = 0
        self.init(json, &place)
    }

    private init(_ json: [UInt8], _ place: inout Int) {
        Self.skipSpace(json, &place)
        switch json[place] {
        case UInt8(ascii: "{"):
            var members: [Member] = []
            while Self.hasMore(json, &place, end: "}") {
                let name = Self.token(json, &place)
                Self.skipSpace(json, &place)
                place += 1
                members.append(Member(name: name, value: JSONTree(json, &place)))
            }
            self = .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONTree] = []
            while Self.hasMore(json, &place, end: "]") { elements.append(JSONTree(json, &place)) }
            self = .list(elements)
        default: self = .leaf(Self.token(json, &place))
        }
    }

    /// Goes past an opening bracket or a comma to the next part; false at the end.
    private static func hasMore(_ json: [UInt8], _ place: inout Int, end: Unicode.Scalar) -> Bool {
        skipSpace(json, &place)
        let isEnd = json[place] == UInt8(ascii: end)
        place += 1
        if isEnd { return false }
        skipSpace(json, &place)
        guard json[place] != UInt8(ascii: end) else {
            place += 1
            return false
        }
        return true
    }

    private static func token(_ json: [UInt8], _ place: inout Int) -> [UInt8] {
        let start = place
        if json[place] == UInt8(ascii: "\"") {
            place += 1
            while json[place] != UInt8(ascii: "\"") { place += json[place] == UInt8(ascii: "\\") ? 2 : 1 }
            place += 1
        } else {
            while place < json.count, !",]} \n".utf8.contains(json[place]) { place += 1 }
        }
        return Array(json[start..<place])
    }

    private static func skipSpace(_ json: [UInt8], _ place: inout Int) {
        while place < json.count, json[place] <= 0x20 { place += 1 }
    }

    /// Writes the text, calling wherever white space may stand.
    func write(to text: inout [UInt8], space: (inout [UInt8]) -> Void) {
        space(&text)
        switch self {
        case .leaf(let bytes): text += bytes
        case .list(let elements):
            text.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                element.write(to: &text, space: space)
            }
            space(&text)
            text.append(UInt8(ascii: "]"))
        case .object(let members):
            text.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                space(&text)
                text += member.name
                space(&text)
                text.append(UInt8(ascii: ":"))
                member.value.write(to: &text, space: space)
            }
            space(&text)
            text.append(UInt8(ascii: "}"))
        }
        space(&text)
    }

    /// The names of all members.
    var names: [[UInt8]] {
        switch self {
        case .leaf: []
        case .list(let elements): elements.flatMap(\.names)
        case .object(let members): members.flatMap { [$0.name] + $0.value.names }
        }
    }
}
