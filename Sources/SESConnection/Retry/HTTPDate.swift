import SESSigning

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The moment of an HTTP `Date` header, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, IMF-fixdate).
package enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    /// From that of 1 January 1970 on.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

    /// Reads a date; nil for any other form, the two obsolete ones included, and for a day or time that isn't.
    package static func date(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[0].last == ",", words[5] == "GMT", words[1].utf8.count == 2,
            words[3].utf8.count == 4, let month = months.firstIndex(of: String(words[2]))
        else { return nil }
        let time = words[4].split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 3, time.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return SigningTimestamp("\(words[3])\(number)\(words[1])T\(time.joined())Z")?.date
    }

    /// Writes a date of the years 1970 to 9999; fractions of a second are cut off.
    package static func text(_ date: Date) -> String {
        let digits = Array(SigningTimestamp(date).text)
        let month = Int(String(digits[4...5])) ?? 1
        let weekday = Int(max(date.timeIntervalSince1970, 0) / 86_400) % 7
        let time = [digits[9...10], digits[11...12], digits[13...14]].map { String($0) }.joined(separator: ":")
        return
            "\(weekdays[weekday]), \(String(digits[6...7])) \(months[month - 1]) \(String(digits[0...3])) \(time) GMT"
    }
}
