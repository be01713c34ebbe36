#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads and writes ISO 8601 dates with times in the Gregorian calendar.
///
/// Written out because Foundation's formatters cost more than the decoding of the whole event, and refuse half of the
/// spellings AWS uses.
enum CivilTime {
    private static let secondsFrom1970To2001 = 978_307_200
    private static let milliseconds = -62_167_219_200_000.0...253_402_300_799_999.0

    /// The moment that a text names; nil if the text has another form or a field is out of range.
    static func date(of text: String) -> Date? {
        var fields = DigitReader(text)
        guard let year = fields.number(4), fields.skip("-"), let month = fields.number(2), fields.skip("-"),
            let day = fields.number(2), fields.skip("T"), let hour = fields.number(2), fields.skip(":"),
            let minute = fields.number(2), fields.skip(":"), let second = fields.number(2),
            let nanoseconds = fields.fraction(), let offset = fields.offset(), fields.isAtEnd,
            (1...12).contains(month), (1...length(ofMonth: month, year: year)).contains(day),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let seconds = (days(year, month, day) * 24 + hour) * 3600 + minute * 60 + second - offset
        // Counted from 2001, as Date counts, so that nothing of the fraction is lost.
        return Date(
            timeIntervalSinceReferenceDate: Double(seconds - secondsFrom1970To2001) + Double(nanoseconds) / 1e9)
    }

    /// The milliseconds from 1970 to a moment, rounded to the nearest, halves up, and held in the years 0 to 9999; nil
    /// if the moment is no number.
    static func milliseconds(of date: Date) -> Int64? {
        let sinceReference = date.timeIntervalSinceReferenceDate
        guard !sinceReference.isNaN else { return nil }
        let rounded = (sinceReference * 1000 + 0.5).rounded(.down) + Double(secondsFrom1970To2001) * 1000
        return Int64(min(max(rounded, milliseconds.lowerBound), milliseconds.upperBound))
    }

    static func date(ofMilliseconds milliseconds: Int64) -> Date {
        let (seconds, rest) = floorDivide(Int(milliseconds), 1000)
        return Date(timeIntervalSinceReferenceDate: Double(seconds - secondsFrom1970To2001) + Double(rest) / 1000)
    }

    /// The milliseconds from 1970 that a text of exactly the form `yyyy-MM-ddTHH:mm:ss.SSSZ` names; nil for any other.
    static func milliseconds(ofUsual text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count == 24, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            text[19] == UInt8(ascii: "."), text[23] == UInt8(ascii: "Z")
        else { return nil }
        var areDigits = true
        func number(_ start: Int, _ width: Int) -> Int {
            var value = 0
            for index in start..<start &+ width {
                let digit = text[index] &- UInt8(ascii: "0")
                areDigits = areDigits && digit < 10
                value = value &* 10 &+ Int(digit)
            }
            return value
        }
        let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
        let (hour, minute, second) = (number(11, 2), number(14, 2), number(17, 2))
        let fraction = number(20, 3)
        guard areDigits, (1...12).contains(month), (1...length(ofMonth: month, year: year)).contains(day), hour < 24,
            minute < 60, second < 60
        else { return nil }
        return Int64((((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + fraction)
    }

    /// The text `yyyy-MM-ddTHH:mm:ss.SSSZ` of a moment in the years 0 to 9999.
    static func text(ofMilliseconds milliseconds: Int64) -> String {
        let (day, inDay) = floorDivide(Int(milliseconds), 86_400_000)
        let (year, month, dayOfMonth) = civil(day)
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(dayOfMonth, 2) + "T"
            + padded(inDay / 3_600_000, 2) + ":" + padded(inDay / 60_000 % 60, 2) + ":"
            + padded(inDay / 1000 % 60, 2) + "." + padded(inDay % 1000, 3) + "Z"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func floorDivide(_ number: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // The two below count years from March, which puts the leap day at the end, and in eras of 400 years of 146,097
    // days; day 719,468 of that count is 1970-01-01.

    /// The days from 1970-01-01 to a date.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let (era, yearOfEra) = floorDivide(month > 2 ? year : year - 1, 400)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date that is this many days after 1970-01-01.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = floorDivide(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
