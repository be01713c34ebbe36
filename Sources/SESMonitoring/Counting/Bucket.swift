import SESCore
import SESEvents

/// What happened in one step of time.
struct Bucket: Sendable, Equatable {
    /// The step's number, counted from 1970.
    let number: Int
    /// One for each ``Counter``.
    private(set) var tallies = [Tally](repeating: Tally(), count: Counter.count)
    private(set) var bounces = Sample<BounceNote>()
    private(set) var links = Sample<ClickedLink>()
    private(set) var durations = Sample<DeliveryDuration>()

    init(number: Int) { self.number = number }

    subscript(counter: Counter) -> Tally { tallies[counter.rawValue] }

    mutating func add(_ contribution: Contribution, _ event: SESEvent) {
        let identity = contribution.event.identity
        if let part = contribution.main {
            if part.count == 1 {
                tallies[part.counter.rawValue].insert(Fingerprint.number(0, of: identity))
            } else {
                for index in 0..<part.count {
                    tallies[part.counter.rawValue].insert(Fingerprint.number(index, of: identity))
                }
            }
        }
        if let counter = contribution.messageCounter {
            tallies[counter.rawValue].insert(Fingerprint.number(0, of: contribution.event.message))
        }
        switch contribution.event.kind {
        case .delivery:
            if let milliseconds = contribution.event.processingTimeMillis, durations.wants(identity) {
                durations.insert(identity, DeliveryDuration(milliseconds))
            }
        case .click where !contribution.event.isAutomatic:
            if links.wants(identity), case .click(let click) = event.kind {
                links.insert(identity, ClickedLink(click.link))
            }
        case .bounce:
            if let part = contribution.rest {
                for index in 0..<part.count {
                    tallies[part.counter.rawValue].insert(Fingerprint.number(index, of: identity))
                }
            }
            for (index, note) in contribution.bounces.enumerated() {
                bounces.insert(Fingerprint.number(index, of: identity), note)
            }
        default: break
        }
    }

    mutating func merge(_ other: Self) {
        for index in tallies.indices { tallies[index].merge(other.tallies[index]) }
        bounces.merge(other.bounces)
        links.merge(other.links)
        durations.merge(other.durations)
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
