#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// A moment as SigV4 writes it: the sixteen characters `yyyyMMdd'T'HHmmss'Z'`, in UTC.
package struct SigningTimestamp: Equatable {
    /// The characters `yyyyMMdd`, eight bytes in memory order.
    let day: UInt64
    /// The characters after them, eight bytes in memory order.
    private let time: UInt64

    /// Writes a date; fractions of a second are cut off, and years are held to 1…9999.
    package init(_ date: Date) {
        let seconds = date.timeIntervalSince1970
        let bounded = seconds.isNaN ? 0 : min(max(seconds.rounded(.down), -62_135_596_800), 253_402_300_799)
        let total = Int(bounded)
        let days = Int((bounded / 86_400).rounded(.down))
        let second = total - days * 86_400
        let civil = CivilDay(daysSince1970: days)
        day = Self.pack(
            Self.digits(civil.year / 100), Self.digits(civil.year % 100), Self.digits(civil.month),
            Self.digits(civil.day))
        let (hour, minute) = (Self.digits(second / 3600), Self.digits(second / 60 % 60))
        let last = Self.digits(second % 60)
        time = Self.pack(
            0x54 | hour << 8 & 0xff00, hour >> 8 | minute << 8 & 0xff00, minute >> 8 | last << 8 & 0xff00,
            last >> 8 | 0x5a00)
    }

    /// Reads the sixteen characters; nil for any other form and for a day or time that isn't.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[8] == 0x54, bytes[15] == 0x5a else { return nil }
        for index in 0..<15 where index != 8 && !(0x30...0x39).contains(bytes[index]) { return nil }
        (day, time) = bytes.withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        // What doesn't come out of a date as it went in is no date: the 31st of April, 25 o'clock.
        guard SigningTimestamp(date) == self else { return nil }
    }

    /// The moment.
    package var date: Date {
        let d = withUnsafeBytes(of: (day, time)) { bytes in bytes.map { Int($0) - 0x30 } }
        let year = d[0] * 1000 + d[1] * 100 + d[2] * 10 + d[3]
        let days = CivilDay(year: year, month: d[4] * 10 + d[5], day: d[6] * 10 + d[7]).daysSince1970
        let seconds = (d[9] * 10 + d[10]) * 3600 + (d[11] * 10 + d[12]) * 60 + d[13] * 10 + d[14]
        return Date(timeIntervalSince1970: Double(days * 86_400 + seconds))
    }

    /// The sixteen characters.
    package var text: String {
        withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The eight characters of the day.
    var dayText: String {
        withBytes { String(decoding: $0[..<8], as: UTF8.self) }
    }

    /// Lends the sixteen characters.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeBytes(of: (day, time)) { $0.withMemoryRebound(to: UInt8.self, body) }
    }

    /// Two digits, the first in the low byte.
    private static func digits(_ value: Int) -> UInt64 {
        UInt64(value / 10 + 0x30) | UInt64(value % 10 + 0x30) << 8
    }

    /// Four pairs of bytes in memory order.
    private static func pack(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 {
        (a | b << 16 | c << 32 | d << 48).littleEndian
    }
}
