#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// What the service asks of the two ends of an interval of time.
package enum TimeSpan {
    /// Checks that both ends are there and, where there is a limit, how far they are apart.
    ///
    /// - Parameters:
    ///   - start: Where it begins.
    ///   - end: Where it ends.
    ///   - days: How many days the end may be after the start; nil for any number.
    ///   - path: What has the members `StartDate` and `EndDate`.
    package static func check(
        _ start: Date?, _ end: Date?, atMost days: Int? = nil, at path: FieldPath
    ) throws(SESValueError) {
        guard let start else { throw SESValueError(field: path.member("StartDate"), rule: "must be given") }
        guard let end else { throw SESValueError(field: path.member("EndDate"), rule: "must be given") }
        guard let days else { return }
        let seconds = end.timeIntervalSince(start)
        if seconds > Double(days) * 86_400 {
            throw SESValueError(
                field: path.member("EndDate"), rule: "must be at most \(days) days after StartDate",
                value: "\(seconds) seconds after it")
        }
    }
}
