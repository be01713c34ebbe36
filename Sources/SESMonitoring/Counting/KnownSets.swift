import SESEvents

/// The indexes of sets by the UTF-8 of their names, to find one without making its name.
///
/// It may miss a set that was added, but never takes one for another: whoever misses one looks it up elsewhere.
struct KnownSets: Sendable {
    private struct Entry {
        let key: UInt64
        /// Where its name stands in ``names``, or -1 for no name.
        let start: Int32
        let byteCount: Int32
        let index: Int
    }

    private var entries: [Entry] = []
    /// The UTF-8 of all names, one after the other.
    private var names: [UInt8] = []
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
            let entry = entries[Int(number)]
            if entry.key == key, isNamed(entry, name) { return entry.index }
        }
        return nil
    }

    /// Whether an entry's name is of these bytes.
    ///
    /// Fingerprints can be made to collide; a name can't.
    @inline(__always)
    private func isNamed(_ entry: Entry, _ name: UnsafeRawBufferPointer?) -> Bool {
        guard let name else { return entry.start < 0 }
        guard entry.start >= 0, entry.byteCount == name.count else { return false }
        return names.withUnsafeBytes { names in
            for place in 0..<name.count where names[Int(entry.start) + place] != name[place] { return false }
            return true
        }
    }

    /// Adds a set that isn't there, if there is room where it would be found.
    mutating func add(_ key: UInt64, name: String?, index: Int) {
        let start = names.count
        names += (name ?? "").utf8
        entries.append(
            Entry(
                key: key, start: name == nil ? -1 : Int32(truncatingIfNeeded: start),
                byteCount: Int32(truncatingIfNeeded: names.count - start), index: index))
        if 2 * entries.count > places.count {
            places = [Int32](repeating: -1, count: 2 * places.count)
            for number in entries.indices { _ = put(number) }
        } else if !put(entries.count - 1) {
            entries.removeLast()
            names.removeLast(names.count - start)
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
