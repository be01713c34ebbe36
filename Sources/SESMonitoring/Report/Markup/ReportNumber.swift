import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Numbers and times as a report shows them: the same everywhere, whatever the machine's language and time zone are.
enum ReportNumber {
    /// Such as `12,408`.
    static func count(_ count: Int) -> String {
        let digits = Array(String(count.magnitude))
        var grouped = count < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return grouped
    }

    /// With so many places, such as `4.10`; a dash if it is no number.
    static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "–" }
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((value.magnitude * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "−" : ""
        guard places > 0 else { return sign + String(scaled) }
        let fraction = String(scaled % scale)
        return "\(sign)\(scaled / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
    }

    /// A rate such as `96.2%`, `4.31%`, `0.081%` or `0%`; a dash for nil.
    static func percent(_ rate: Double?) -> String {
        guard let rate, rate.isFinite else { return "–" }
        let percent = rate * 100
        let places =
            switch percent.magnitude {
            case 0: 0
            case ..<0.0995: 3
            case ..<9.995: 2
            case ..<99.95: 1
            default: percent.rounded() == percent ? 0 : 1
            }
        return decimal(percent, places: places) + "%"
    }

    /// A threshold or a label of an axis, with no more places than it needs, such as `5%` or `0.1%`.
    static func shortPercent(_ rate: Double) -> String {
        for places in 0...3 {
            let text = decimal(rate * 100, places: places)
            if let value = Double(text), (value - rate * 100).magnitude < 1e-7 * max(1, rate * 100) {
                return text + "%"
            }
        }
        return percent(rate)
    }

    /// A difference of rates in percentage points, with its sign, such as `+0.41`.
    static func points(_ difference: Double) -> String {
        let text = decimal(difference * 100, places: difference.magnitude < 0.000995 ? 3 : 2)
        return text.hasPrefix("−") || difference <= 0 ? text : "+" + text
    }

    /// A change as a share, with its sign, such as `+12.3%`.
    static func lift(_ lift: Double) -> String {
        let text = decimal(lift * 100, places: lift.magnitude < 9.995 ? 1 : 0)
        return (lift > 0 ? "+" : "") + text + "%"
    }

    /// A probability such as `0.031` or `<0.001`.
    static func probability(_ p: Double) -> String { p < 0.001 ? "<0.001" : decimal(p, places: 3) }

    /// Milliseconds as `850 ms`, `4.2 s`, `3.5 min` or `2.1 h`.
    static func duration(milliseconds: Int) -> String {
        let seconds = Double(milliseconds) / 1000
        return switch milliseconds {
        case ..<1000: "\(milliseconds) ms"
        case ..<60_000: decimal(seconds, places: 1) + " s"
        case ..<3_600_000: decimal(seconds / 60, places: 1) + " min"
        default: decimal(seconds / 3600, places: 1) + " h"
        }
    }
}

/// A moment's parts by UTC.
struct ReportTime {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private let civil: CivilDay
    private let minute: Int

    /// Takes a moment apart; one beyond the years 1 to 9999 is taken for the nearest one within.
    init(_ date: Date) {
        let seconds = min(max(date.timeIntervalSince1970, -62_135_596_800), 253_402_300_799)
        let minutes = Int((seconds.isNaN ? 0 : seconds / 60).rounded(.down))
        let days = (Double(minutes) / 1440).rounded(.down)
        minute = minutes - Int(days) * 1440
        civil = CivilDay(daysSince1970: Int(days))
    }

    /// Such as `10:20`.
    var clock: String { "\(padded(minute / 60)):\(padded(minute % 60))" }
    /// Such as `2 May`.
    var day: String { "\(civil.day) \(monthName)" }
    /// Such as `2 May 2025, 10:20 UTC`.
    var full: String { "\(day) \(civil.year), \(clock) UTC" }
    /// Such as `2 May 10:20`.
    var short: String { "\(day) \(clock)" }
    /// Such as `2025-05-02T10:20Z`, for machines.
    var machine: String {
        let digits = String(civil.year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            + "-\(padded(civil.month))-\(padded(civil.day))T\(clock)Z"
    }

    private var monthName: String { Self.months.indices.contains(civil.month - 1) ? Self.months[civil.month - 1] : "" }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
