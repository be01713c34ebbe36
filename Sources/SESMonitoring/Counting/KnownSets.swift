import SESEvents

/// The indexes of sets by the UTF-8 of their names, to find one without making its name.
///
/// It may miss a set that was added, but never takes one for another: whoever misses one looks it up elsewhere.
struct KnownSets: Sendable {
    private struct Entry {
        let key: UInt64
        let name: String?
        let index: Int

        /// Whether its name is of these bytes.
        ///
        /// Fingerprints can be made to collide; a name can't.
        @inline(__always)
        func isNamed(_ bytes: UnsafeRawBufferPointer?) -> Bool {
            guard let name, let bytes else { return name == nil && bytes == nil }
            guard name.utf8.count == bytes.count else { return false }
            return name.utf8.withContiguousStorageIfAvailable { name in name.elementsEqual(bytes) } ?? false
        }
    }

    private var entries: [Entry] = []
    /// At a key's place or after it the number of its entry; -1 where there is none.
    ///
    /// As many as a power of two, at least twice the entries.
    private var places = [Int32](repeating: -1, count: 64)
    /// How far from its place an entry may stand, so that no choice of names makes looking one up slow.
    private static let maximumDistance = 16

    /// What names are found by.
    @inline(__always)
    static func key(of name: UnsafeRawBufferPointer?) -> UInt64 {
        var fingerprint = Fingerprint()
        if let name { fingerprint.combine(name) }
        return fingerprint.value
    }

    /// The index of a set of which the key and the name's bytes are given.
    @inline(__always)
    func index(_ key: UInt64, _ name: UnsafeRawBufferPointer?) -> Int? {
        for distance in 0..<Self.maximumDistance {
            let number = places[place(of: key, distance)]
            guard number >= 0 else { return nil }
            if entries[Int(number)].key == key, entries[Int(number)].isNamed(name) { return entries[Int(number)].index }
        }
        return nil
    }

    /// Adds a set that isn't there, if there is room where it would be found.
    mutating func add(_ key: UInt64, name: String?, index: Int) {
        entries.append(Entry(key: key, name: name, index: index))
        if 2 * entries.count > places.count {
            places = [Int32](repeating: -1, count: 2 * places.count)
            for number in entries.indices { _ = put(number) }
        } else if !put(entries.count - 1) {
            entries.removeLast()
        }
    }

    private mutating func put(_ number: Int) -> Bool {
        for distance in 0..<Self.maximumDistance {
            let place = place(of: entries[number].key, distance)
            guard places[place] < 0 else { continue }
            places[place] = Int32(truncatingIfNeeded: number)
            return true
        }
        return false
    }

    @inline(__always)
    private func place(of key: UInt64, _ distance: Int) -> Int {
        Int(truncatingIfNeeded: key &+ UInt64(truncatingIfNeeded: distance)) & (places.count - 1)
    }
}
