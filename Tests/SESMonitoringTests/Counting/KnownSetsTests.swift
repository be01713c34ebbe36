import Testing

@testable import SESMonitoring

@Suite("Sets that are known by their names' bytes")
struct KnownSetsTests {
    private func index(_ sets: KnownSets, _ key: UInt64?, _ name: String?) -> Int? {
        guard let name else { return sets.index(key ?? KnownSets.key(of: nil), nil) }
        return Array(name.utf8).withUnsafeBytes { sets.index(key ?? KnownSets.key(of: $0), $0) }
    }

    private func key(_ name: String) -> UInt64 { Array(name.utf8).withUnsafeBytes { KnownSets.key(of: $0) } }

    @Test("are found, each its own, however many there are; mail without a set too")
    func many() {
        var sets = KnownSets()
        let names = (0..<5000).map { "set-\($0)" }
        sets.add(KnownSets.key(of: nil), name: nil, index: 5000)
        for (index, name) in names.enumerated() { sets.add(key(name), name: name, index: index) }
        let found = names.indices.filter { index(sets, nil, names[$0]) == $0 }
        // One may have no room where it would be found, if many keys are near.
        #expect(found.count >= 4990)
        #expect(names.indices.allSatisfy { [nil, $0].contains(index(sets, nil, names[$0])) })
        #expect(index(sets, nil, nil) == 5000)
        #expect(index(sets, nil, "") == nil)
        #expect(index(sets, nil, "set-5000") == nil)
    }

    @Test("are not taken for each other where their keys are the same, nor looked for without end")
    func collisions() {
        var sets = KnownSets()
        for number in 0..<100 { sets.add(7, name: "set-\(number)", index: number) }
        #expect((0..<16).allSatisfy { (number: Int) in index(sets, 7, "set-\(number)") == number })
        #expect((16..<100).allSatisfy { (number: Int) in index(sets, 7, "set-\(number)") == nil })
        #expect(index(sets, 7, nil) == nil)
        // Others are found still, on the other side of the crowd.
        sets.add(40, name: "other", index: 1)
        #expect(index(sets, 40, "other") == 1)
    }
}
