import Foundation

/// Makes inputs that are nearly events: fixtures whose members, values, spellings and bytes are changed.
struct EventMutator {
    private var generator: SeededGenerator
    private let sources: [JSONTree]
    private let names: [[UInt8]]

    init(seed: UInt64) throws {
        generator = SeededGenerator(seed: seed)
        sources =
            try EventFixture.all.map { JSONTree([UInt8](try EventFixture.data($0))) }
            + OddJSON.events.map { JSONTree(Array($0.utf8)) }
        names = Array(Set(sources.flatMap(\.names))).sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The next input.
    mutating func next() -> [UInt8] {
        var tree = pick(sources)
        for _ in 0..<pick([0, 1, 1, 1, 2, 2, 3, 5]) { change(&tree, depth: 0) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2048)
        // How many of 100 places get white space.
        let share = pick([0, 0, 0, 3, 20, 100])
        var generator = generator
        tree.write(to: &bytes) { text in
            guard share > 0, Int.random(in: 0..<100, using: &generator) < share else { return }
            text += OddJSON.spaces.randomElement(using: &generator) ?? []
        }
        self.generator = generator
        if chance(25) { for _ in 0..<number(1...3) { changeBytes(&bytes) } }
        return bytes
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    private mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }
}

// Structure.
extension EventMutator {
    private mutating func change(_ tree: inout JSONTree, depth: Int) {
        switch tree {
        case .leaf(let bytes): tree = chance(75) ? likeLeaf(bytes) : otherValue(tree)
        case .list(var elements):
            if chance(6), depth > 0 {
                tree = otherValue(tree)
            } else {
                if elements.isEmpty || chance(35) {
                    changeList(&elements)
                } else {
                    change(&elements[number(0...elements.count - 1)], depth: depth + 1)
                }
                tree = .list(elements)
            }
        case .object(var members):
            if chance(4), depth > 0 {
                tree = otherValue(tree)
            } else {
                if members.isEmpty || chance(depth == 0 ? 15 : 35) {
                    changeObject(&members)
                } else {
                    change(&members[number(0...members.count - 1)].value, depth: depth + 1)
                }
                tree = .object(members)
            }
        }
    }

    private mutating func changeList(_ elements: inout [JSONTree]) {
        let place = elements.isEmpty ? 0 : number(0...elements.count - 1)
        switch elements.isEmpty ? 1 : number(0...5) {
        case 0: elements.remove(at: place)
        case 1: elements.insert(value(), at: place)
        case 2: elements.insert(elements[place], at: number(0...elements.count))
        case 3: elements.shuffle(using: &generator)
        case 4: elements += Array(repeating: elements[place], count: number(1...20))
        default: elements = []
        }
    }

    private mutating func changeObject(_ members: inout [JSONTree.Member]) {
        let place = members.isEmpty ? 0 : number(0...members.count - 1)
        switch members.isEmpty ? 1 : number(0...9) {
        case 0: members.remove(at: place)
        case 1: members.insert(.init(name: name(), value: value()), at: place)
        case 2, 3:
            // The same name twice, spelled as before or otherwise, the value as before or not.
            var twin = members[place]
            if chance(30) { twin.name = respelled(twin.name) }
            if chance(70) { change(&twin.value, depth: 1) }
            members.insert(twin, at: number(0...members.count))
        case 4: members[place].name = name()
        case 5: members[place].name = respelled(members[place].name)
        case 6: members.shuffle(using: &generator)
        case 7: members.swapAt(place, number(0...members.count - 1))
        case 8:
            let other = number(0...members.count - 1)
            (members[place].value, members[other].value) = (members[other].value, members[place].value)
        default:
            for _ in 0..<number(1...30) { members.append(.init(name: name(), value: members[place].value)) }
        }
    }

    private mutating func name() -> [UInt8] { chance(60) ? pick(names) : quoted(Array(pick(OddJSON.names).utf8)) }

    /// A value of any kind.
    private mutating func value() -> JSONTree {
        switch number(0...9) {
        case 0...2: .leaf(string())
        case 3: .leaf(numeral())
        case 4: .leaf(pick(OddJSON.words))
        case 5: .list((0..<number(0...3)).map { _ in .leaf(string()) })
        case 6: .object((0..<number(0...3)).map { _ in .init(name: name(), value: .leaf(string())) })
        case 7: part(of: pick(sources))
        case 8: chance(10) ? .leaf(pick(OddJSON.wrongLeaves)) : .leaf(pick(OddJSON.timestamps.map { "\"\($0)\"" }))
        default: .list((0..<number(0...3)).map { _ in part(of: pick(sources)) })
        }
    }

    private mutating func part(of tree: JSONTree) -> JSONTree {
        if chance(25) { return tree }
        switch tree {
        case .leaf: return tree
        case .list(let elements): return elements.isEmpty ? tree : part(of: pick(elements))
        case .object(let members): return members.isEmpty ? tree : part(of: pick(members).value)
        }
    }

    private mutating func otherValue(_ tree: JSONTree) -> JSONTree {
        switch number(0...4) {
        case 0: return .list([tree])
        case 1: return .object([.init(name: name(), value: tree)])
        case 2:
            var nested = tree
            for _ in 0..<pick([2, 5, 30, 58, 60, 61, 62, 63, 64, 65]) {
                nested = chance(50) ? .list([nested]) : .object([.init(name: name(), value: nested)])
            }
            return nested
        default: return value()
        }
    }
}

// Spellings.
extension EventMutator {
    private func quoted(_ content: [UInt8]) -> [UInt8] {
        [UInt8(ascii: "\"")] + content + [UInt8(ascii: "\"")]
    }

    private mutating func string() -> [UInt8] {
        quoted(chance(4) ? pick(OddJSON.wrongStrings) : Array(pick(OddJSON.strings).utf8))
    }

    private mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(number(0...9)) }.joined()
    }

    private mutating func numeral() -> String {
        if chance(50) { return pick(OddJSON.numbers) }
        let start = pick(["", "-"]) + (chance(20) ? "0" : "\(number(1...9))" + digits(number(0...20)))
        let fraction = chance(50) ? "." + digits(number(1...12)) : ""
        return start + fraction + (chance(40) ? pick(["e", "E", "e+", "e-"]) + digits(number(1...2)) : "")
    }

    /// A leaf of the same kind.
    private mutating func likeLeaf(_ bytes: [UInt8]) -> JSONTree {
        guard bytes.first == UInt8(ascii: "\""), bytes.count >= 2 else {
            return .leaf(chance(92) ? chance(70) ? numeral() : pick(OddJSON.words) : pick(OddJSON.wrongLeaves))
        }
        switch number(0...5) {
        case 0: return .leaf(respelled(bytes))
        case 1:
            var bytes = bytes
            let piece = chance(8) ? pick(OddJSON.wrongStrings) : Array(pick(OddJSON.strings).utf8)
            bytes.insert(contentsOf: piece, at: number(1...bytes.count - 1))
            return .leaf(bytes)
        case 2: return .leaf(Array("\"\(pick(OddJSON.timestamps))\"".utf8))
        default: return .leaf(string())
        }
    }

    /// The same string with some characters written as escapes, if it has none yet.
    private mutating func respelled(_ string: [UInt8]) -> [UInt8] {
        guard !string.contains(UInt8(ascii: "\\")), string.count >= 2 else { return string }
        let share = pick([10, 50, 100])
        var content: [UInt8] = []
        for scalar in String(decoding: string.dropFirst().dropLast(), as: UTF8.self).unicodeScalars {
            guard chance(share) else {
                content += Array(String(scalar).utf8)
                continue
            }
            if scalar == "/", chance(50) {
                content += Array(#"\/"#.utf8)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: chance(50))
                content += Array((#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            }
        }
        return quoted(content)
    }
}

// Bytes.
extension EventMutator {
    private mutating func changeBytes(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = number(0...bytes.count - 1)
        let end = min(bytes.count, place + number(0...12))
        switch number(0...8) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes[place] ^= 1 << UInt8(number(0...7))
        case 2: bytes.removeSubrange(place..<end)
        case 3, 4: bytes.insert(contentsOf: pick(OddJSON.pieces), at: place)
        case 5: bytes.replaceSubrange(place..<end, with: pick(OddJSON.pieces))
        case 6: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 7: bytes.removeSubrange(place...)
        default:
            var other: [UInt8] = []
            pick(sources).write(to: &other) { _ in }
            bytes.replaceSubrange(place..., with: other[number(0...other.count - 1)...])
        }
    }
}
