extension [MonitorAlert] {
    /// The most alerts that are remembered besides those that aren't over.
    static let maximumRecent = 200

    private struct Firing: Hashable {
        var rule: String
        var subject: MonitorSubject

        init(_ alert: MonitorAlert) {
            rule = alert.rule.name
            subject = alert.subject
        }
    }

    /// The alerts that aren't over, the earliest first: the latest of each rule and subject, if it was raised.
    var open: [MonitorAlert] {
        var seen: Set<Firing> = []
        return Array(reversed().filter { seen.insert(Firing($0)).inserted && $0.state == .raised }.reversed())
    }

    /// These and others, each once, the earliest first; the oldest that are over go if there are too many.
    func merged(with others: [MonitorAlert]) -> [MonitorAlert] {
        var known: Set<String> = []
        let all = (self + others).filter { known.insert($0.id).inserted }.enumerated()
            .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
        guard all.count > Self.maximumRecent else { return all }
        let open = Set(all.open.map(\.id))
        let latest = Set(all.suffix(Self.maximumRecent).map(\.id))
        return all.filter { open.contains($0.id) || latest.contains($0.id) }
    }
}
