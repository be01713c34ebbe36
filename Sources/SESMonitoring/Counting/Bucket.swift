import SESCore
import SESEvents

/// What happened in one step of time.
struct Bucket: Sendable {
    /// The step's number, counted from 1970.
    private(set) var number: Int
    /// One for each ``Counter``.
    private(set) var tallies = [Tally](repeating: Tally(), count: Counter.count)
    private(set) var bounces = Sample<BounceNote>()
    private(set) var links = Sample<ClickedLink>()
    private(set) var durations = Sample<DeliveryDuration>()

    /// Whether the next longer step may lack something of it; no part of what it says.
    var isLoose = false

    init(number: Int) { self.number = number }

    /// Another step in which the same happened.
    init(number: Int, _ other: Self) {
        self = other
        self.number = number
    }

    subscript(counter: Counter) -> Tally { tallies[counter.rawValue] }

    mutating func add(_ notes: UnsafeBufferPointer<Note>, _ names: borrowing Notes.Names) {
        isLoose = true
        tallies.withUnsafeMutableBufferPointer { tallies in
            for note in notes { tallies[note.counter].insert(note.fingerprint) }
        }
        for note in notes {
            guard let detail = note.detail else { continue }
            // What a detail is, Notes says.
            switch Counter(rawValue: note.counter) {
            case .clicks: links.insert(note.value, names.links[detail])
            case .bounces: bounces.insert(note.fingerprint, names.bounces[detail])
            case .deliveries: durations.insert(note.value, DeliveryDuration(detail))
            default: break
            }
        }
    }

    mutating func merge(_ other: Self) {
        tallies.withUnsafeMutableBufferPointer { tallies in
            other.tallies.withUnsafeBufferPointer { others in
                for index in tallies.indices where !others[index].isEmpty { tallies[index].merge(others[index]) }
            }
        }
        bounces.merge(other.bounces)
        links.merge(other.links)
        durations.merge(other.durations)
    }
}

extension Bucket: Equatable {
    static func == (one: Self, other: Self) -> Bool {
        one.number == other.number && one.tallies == other.tallies && one.bounces == other.bounces
            && one.links == other.links && one.durations == other.durations
    }
}

extension Bucket: Codable {
    private enum CodingKeys: String, CodingKey {
        case number, counts, bounces, links, durations
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        number = try container.decode(Int.self, forKey: .number)
        let counts = try container.decode([String: Tally].self, forKey: .counts)
        for (index, name) in Counter.names.enumerated() { tallies[index] = counts[name] ?? Tally() }
        bounces = try container.decodeIfPresent(Sample.self, forKey: .bounces) ?? Sample()
        links = try container.decodeIfPresent(Sample.self, forKey: .links) ?? Sample()
        durations = try container.decodeIfPresent(Sample.self, forKey: .durations) ?? Sample()
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(number, forKey: .number)
        let counts = zip(Counter.names, tallies).filter { !$1.isEmpty }
        try container.encode(Dictionary(uniqueKeysWithValues: counts.map { ($0, $1) }), forKey: .counts)
        if !bounces.isEmpty { try container.encode(bounces, forKey: .bounces) }
        if !links.isEmpty { try container.encode(links, forKey: .links) }
        if !durations.isEmpty { try container.encode(durations, forKey: .durations) }
    }
}
