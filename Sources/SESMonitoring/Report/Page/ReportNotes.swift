/// What a reader should know about the numbers, on the page and in the terminal.
enum ReportNotes {
    static func paragraphs(_ report: MonitorReport) -> [String] {
        let isExact = report.sets.allSatisfy { set in
            set.figures.isExact && (set.tags + set.recipientDomains).allSatisfy(\.figures.isExact)
        }
        return [
            "How it is counted: every event once, in the time it happened in, by UTC. Sent, delivered, bounced and complained "
                + "are recipients, as Amazon SES counts them: permanent bounces but those of the account's suppression list, "
                + "of all sent to. Opened and clicked are e-mails of those delivered, without what machines seem to have done.",
            isExact
                ? "All numbers are exact but the percentiles of delivery times, which are within a few per cent."
                : "Some numbers are estimates, within a few per cent: there was more than was kept one by one.",
        ]
    }
}

extension MonitorReport {
    /// The state of things in a sentence or two.
    var summary: String {
        guard !sets.isEmpty else { return "No mail was counted." }
        let sent = sets.reduce(0) { $0 &+ $1.figures.volume }
        let open = sets.filter { if case .open = $0.status { true } else { false } }
        let mail =
            "Mail to \(Self.counted(sent, "recipient")) went through \(Self.counted(sets.count, "configuration set"))."
        guard let worst = open.first else { return mail + " No alert is open." }
        let name = "“\(InertText.name(worst.subject.description, limit: 60))”"
        guard open.count > 1 else { return mail + " One needs a look: \(name)." }
        return mail + " \(Self.word(open.count)) need a look, \(name) first."
    }

    private static func counted(_ count: Int, _ name: String) -> String {
        count == 1 ? "one \(name)" : "\(word(count).lowercased()) \(name)s"
    }

    private static func word(_ count: Int) -> String {
        let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
        return words.indices.contains(count) ? words[count] : ReportNumber.count(count)
    }
}
