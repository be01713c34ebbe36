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
