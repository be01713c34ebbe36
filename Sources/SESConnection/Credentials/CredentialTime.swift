import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The ISO 8601 times in which sources of credentials say when these end.
enum CredentialTime {
    /// Reads `2026-01-02T03:04:05Z`; takes fractions, an offset such as `+01:00`, a space for the `T`, and the `UTC`
    /// that old versions of the AWS CLI wrote.
    static func date(_ text: String) -> Date? {
        var rest = Substring(text.filter { !$0.isNewline })[...]
        guard let year = number(&rest, 4), skip(&rest, "-"), let month = number(&rest, 2), skip(&rest, "-"),
            let day = number(&rest, 2), skip(&rest, "Tt "), let hour = number(&rest, 2), skip(&rest, ":"),
            let minute = number(&rest, 2), skip(&rest, ":"), let second = number(&rest, 2),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
        else { return nil }
        var fraction = 0.0
        if skip(&rest, ".,") {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty, let value = Double("0.\(digits)") else { return nil }
            fraction = value
            rest = rest.dropFirst(digits.count)
        }
        guard let offset = offset(rest) else { return nil }
        let days = CivilDay(year: year, month: month, day: day).daysSince1970
        return Date(
            timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60 + second - offset) + fraction)
    }

    /// The form in which the AWS CLI writes times into its cache.
    static func text(_ date: Date) -> String {
        Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down)).formatted(.iso8601)
    }

    /// Seconds east of Greenwich.
    private static func offset(_ text: Substring) -> Int? {
        switch text {
        case "Z", "z", "UTC": return 0
        default:
            var rest = text
            let isWest = rest.first == "-"
            guard skip(&rest, "+-"), let hours = number(&rest, 2) else { return nil }
            _ = skip(&rest, ":")
            guard let minutes = rest.isEmpty ? 0 : number(&rest, 2), rest.isEmpty, hours < 24, minutes < 60 else {
                return nil
            }
            return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
        }
    }

    private static func number(_ text: inout Substring, _ count: Int) -> Int? {
        let digits = text.prefix(count)
        guard digits.utf8.count == count, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        text = text.dropFirst(count)
        return Int(digits)
    }

    private static func skip(_ text: inout Substring, _ allowed: String) -> Bool {
        guard let first = text.first, allowed.contains(first) else { return false }
        text = text.dropFirst()
        return true
    }
}
