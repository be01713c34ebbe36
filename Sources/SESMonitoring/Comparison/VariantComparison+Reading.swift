#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

extension VariantComparison {
    /// Compares subjects in a window, the control first.
    package init(
        _ rate: MonitorRate, of subjects: [MonitorSubject], in reading: some MonitorReading, window: MonitorWindow,
        endingAt now: Date, settings: ComparisonSettings = ComparisonSettings()
    ) throws(SESMonitoringError) {
        let figures = zip(Self.names(of: subjects), subjects).map { name, subject in
            (name: name, figures: reading.figures(of: subject, in: window, endingAt: now))
        }
        try self.init(rate, figures: figures, settings: settings)
    }

    /// What subjects differ by, if that is the values of one tag or the domains of one set; else their texts.
    ///
    /// Of the former the texts' beginnings are equal, and a table's column may have no place for more.
    private static func names(of subjects: [MonitorSubject]) -> [String] {
        let texts = subjects.map(\.description)
        guard Set(subjects.map(\.configurationSet)).count == 1 else { return texts }
        var (tags, names): (Set<String?>, [String]) = ([], [])
        for subject in subjects {
            switch subject.part {
            case nil: return texts
            case .tag(let tag, let value):
                tags.insert(tag)
                names.append(value)
            case .recipientDomain(let domain):
                tags.insert(nil)
                names.append(domain)
            }
        }
        return tags.count == 1 ? names : texts
    }
}

extension VariantComparison {
    /// Compares subjects in a window that ends with a snapshot's date, the control first.
    ///
    /// Values of one tag of one set are named by the value, domains of one set by the domain, other subjects by their text.
    ///
    /// - Parameters:
    ///   - rate: What is compared.
    ///   - subjects: At least two, the control first: sets, or tags' values of one.
    ///   - snapshot: What was counted.
    ///   - window: The time; it should hold all of the mail that is compared.
    ///   - settings: How sure it is to be.
    /// - Throws: ``SESMonitoringError`` with code `invalidComparison`.
    public init(
        _ rate: MonitorRate, of subjects: [MonitorSubject], in snapshot: MonitorSnapshot, window: MonitorWindow,
        settings: ComparisonSettings = ComparisonSettings()
    ) throws(SESMonitoringError) {
        try self.init(
            rate, of: subjects, in: snapshot, window: window, endingAt: snapshot.date, settings: settings)
    }
}
