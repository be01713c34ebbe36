import SESCore

/// What happened to the mail of one configuration set.
struct SetTally {
    let name: ConfigurationSetName
    private var counts: [SESEvent.EventName: Int] = [:]
    private(set) var hardBounces = 0
    private(set) var softBounces = 0
    /// The addresses that don't exist, to be taken off the list.
    private(set) var addressesToRemove: [String] = []

    init(_ name: ConfigurationSetName) {
        self.name = name
    }

    subscript(type: SESEvent.EventName) -> Int { counts[type, default: 0] }

    mutating func record(_ event: SESEvent) {
        counts[event.type, default: 0] += 1
        guard case .bounce(let bounce) = event.kind else { return }
        if bounce.isHard {
            hardBounces += bounce.recipients.count
            addressesToRemove += bounce.recipients.map(\.address)
        } else {
            softBounces += bounce.recipients.count
        }
    }

    /// The table's lines: what is counted, how often, and its share of what it is measured against.
    var rows: [(label: String, count: Int, share: Double?)] {
        let sent = Double(max(self[.send], 1))
        let delivered = Double(max(self[.delivery], 1))
        return [
            ("Send", self[.send], nil),
            ("Delivery", self[.delivery], Double(self[.delivery]) / sent),
            ("DeliveryDelay", self[.deliveryDelay], nil),
            ("Bounce, hard", hardBounces, Double(hardBounces) / sent),
            ("Bounce, soft", softBounces, Double(softBounces) / sent),
            ("Complaint", self[.complaint], Double(self[.complaint]) / sent),
            ("Open", self[.open], Double(self[.open]) / delivered),
            ("Click", self[.click], Double(self[.click]) / delivered),
            ("Subscription", self[.subscription], nil),
            ("Reject", self[.reject], nil),
            ("Rendering Failure", self[.renderingFailure], nil),
        ]
    }

    /// Several sets side by side.
    static func table(_ tallies: [SetTally]) -> String {
        let columns = tallies.map { tally in
            (title: tally.name.rawValue, rows: tally.rows, width: max(tally.name.rawValue.count, 16))
        }
        var lines = ["Event".padded(to: 20) + columns.map { "  " + $0.title.rightAligned(to: $0.width) }.joined()]
        lines.append(String(repeating: "─", count: lines[0].count))
        for (index, row) in (columns.first?.rows ?? []).enumerated() {
            let cells = columns.map { column in
                let (_, count, share) = column.rows[index]
                let text = String(count).rightAligned(to: 6) + (share.map(percent) ?? "").rightAligned(to: 10)
                return "  " + text.rightAligned(to: column.width)
            }
            lines.append(row.label.padded(to: 20) + cells.joined())
        }
        return lines.joined(separator: "\n")
    }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
