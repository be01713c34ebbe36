/// The rules by which a user agent tells a machine from a person, laid out to be looked for in one walk over the bytes.
///
/// It says what ``SESEvent/Open/isLikelyAutomatic`` says, and makes no text.
final class UserAgentTable: Sendable {
    private static let opens = UserAgentTable(UserAgentRule.opens)
    private static let clicks = UserAgentTable(UserAgentRule.clicks)

    private let rules: [UserAgentRule]
    /// What each rule looks for, in lower case.
    private let words: [[UInt8]]
    /// For each byte the rules whose part begins with it, and has it second: a bit for each rule.
    private let first: [UInt32]
    private let second: [UInt32]
    private let wholeRules: [Int]

    private init(_ rules: [UserAgentRule]) {
        self.rules = rules
        var words: [[UInt8]] = []
        var first = [UInt32](repeating: 0, count: 256)
        var second = first
        var wholeRules: [Int] = []
        for (index, rule) in rules.enumerated() {
            switch rule.match {
            case .exactly(let word), .prefix(let word):
                words.append(Array(word.utf8))
                wholeRules.append(index)
            case .part(let word):
                let bytes = Array(word.utf8)
                words.append(bytes)
                // Parts are letters, so a bit tells the cases apart.
                for bit: UInt8 in [0, 0x20] {
                    first[Int(bytes[0] & ~bit)] |= 1 << UInt32(index)
                    second[Int(bytes[1] & ~bit)] |= 1 << UInt32(index)
                }
            }
        }
        self.words = words
        self.first = first
        self.second = second
        self.wholeRules = wholeRules
    }

    /// Whether a user agent, in UTF-8, is that of a machine that acts without a person.
    static func isAutomatic(_ agent: UnsafeRawBufferPointer, _ kind: EventDigest.Kind) -> Bool {
        let table = kind == .click ? clicks : opens
        let (rule, isASCII) = table.firstRule(for: agent)
        // Beyond ASCII lower case is Unicode's business.
        guard isASCII else {
            let text = String(decoding: agent, as: UTF8.self)
            return UserAgentRule.intermediary(for: text, in: table.rules)?.isAutomatic ?? false
        }
        return rule.map { table.rules[$0].kind != .proxy } ?? false
    }

    /// The first rule that an agent matches if it is in ASCII, and whether it is.
    private func firstRule(for agent: UnsafeRawBufferPointer) -> (rule: Int?, isASCII: Bool) {
        var found = UInt32(0)
        var bits = agent.last ?? 0
        for index in wholeRules where matches(index, agent) { found |= 1 << UInt32(index) }
        first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                var place = 0
                while place &+ 1 < agent.count {
                    bits |= agent[place]
                    var candidates = first[Int(agent[place])] & second[Int(agent[place &+ 1])]
                    while candidates != 0 {
                        let index = candidates.trailingZeroBitCount
                        candidates &= candidates &- 1
                        if isSame(words[index], agent, at: place) { found |= 1 << UInt32(index) }
                    }
                    place &+= 1
                }
            }
        }
        return (found == 0 ? nil : found.trailingZeroBitCount, bits < 0x80)
    }

    private func matches(_ index: Int, _ agent: UnsafeRawBufferPointer) -> Bool {
        let word = words[index]
        return switch rules[index].match {
        case .exactly: agent.count == word.count && isSame(word, agent, at: 0)
        default: isSame(word, agent, at: 0)
        }
    }

    private func isSame(_ word: [UInt8], _ agent: UnsafeRawBufferPointer, at place: Int) -> Bool {
        guard place + word.count <= agent.count else { return false }
        for (index, byte) in word.enumerated() {
            let other = agent[place + index]
            let isUpper = other >= UInt8(ascii: "A") && other <= UInt8(ascii: "Z")
            guard (isUpper ? other | 0x20 : other) == byte else { return false }
        }
        return true
    }
}
