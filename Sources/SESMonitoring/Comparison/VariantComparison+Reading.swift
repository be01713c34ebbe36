#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

extension VariantComparison {
    /// Compares subjects in a window, the control first; each is named by its text.
    package init(
        _ rate: MonitorRate, of subjects: [MonitorSubject], in reading: some MonitorReading, window: MonitorWindow,
        endingAt now: Date, settings: ComparisonSettings = ComparisonSettings()
    ) throws(SESMonitoringError) {
        let figures = subjects.map { subject in
            (name: subject.description, figures: reading.figures(of: subject, in: window, endingAt: now))
        }
        try self.init(rate, figures: figures, settings: settings)
    }
}

extension VariantComparison {
    /// Compares subjects in a window that ends with a snapshot's date, the control first; each is named by its text.
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
