import Foundation
import SESCore
import Testing

@Suite("Timestamps of events")
struct EventTimestampTests {
    /// Text, whole seconds since 1970, nanoseconds after them.
    static let readable: [(String, Int, Int)] = [
        ("1970-01-01T00:00:00Z", 0, 0),
        ("1970-01-01T00:00:00.000Z", 0, 0),
        ("1969-12-31T23:59:59.500Z", -1, 500_000_000),
        ("1900-03-01T00:00:00Z", -2_203_891_200, 0),
        ("1901-12-13T20:45:52.001Z", -2_147_483_648, 1_000_000),
        ("2000-02-29T12:00:00Z", 951_825_600, 0),
        ("2001-01-01T00:00:00Z", 978_307_200, 0),
        ("2024-02-29T23:59:59.999Z", 1_709_251_199, 999_000_000),
        ("2025-05-04T07:08:09.123Z", 1_746_342_489, 123_000_000),
        ("2025-12-31T23:59:59Z", 1_767_225_599, 0),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799, 999_000_000),
        ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
        ("2018-10-08T14:05:45 +0000", 1_539_007_545, 0),
        ("2018-10-08T14:05:45 -0330", 1_539_020_145, 0),
        ("2018-10-08T14:05:45+0200", 1_539_000_345, 0),
        ("2009-12-03T04:24:21.000-05:00", 1_259_832_261, 0),
        ("2025-01-01T00:30:00+01:00", 1_735_687_800, 0),
        ("2024-12-31T23:30:00-00:45", 1_735_690_500, 0),
        ("2025-01-01T00:00:00+23:59", 1_735_603_260, 0),
        ("2025-01-01T00:00:00.1Z", 1_735_689_600, 100_000_000),
        ("2025-01-01T00:00:00.12Z", 1_735_689_600, 120_000_000),
        ("2025-01-01T00:00:00.1234Z", 1_735_689_600, 123_400_000),
        ("2025-01-01T00:00:00.123456Z", 1_735_689_600, 123_456_000),
        ("2025-01-01T00:00:00.123456789Z", 1_735_689_600, 123_456_789),
        ("2025-01-01T00:00:00.999999999Z", 1_735_689_600, 999_999_999),
        ("2025-01-01T00:00:00.000000001+0000", 1_735_689_600, 1),
        ("2025-01-01T00:00:00.Z", 1_735_689_600, 0),
        ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
        ("2016-12-31T18:59:60.5-05:00", 1_483_228_800, 500_000_000),
        ("2025-06-30T23:59:59.998Z", 1_751_327_999, 998_000_000),
        ("2100-03-01T00:00:00Z", 4_107_542_400, 0),
        ("2400-02-29T00:00:00Z", 13_574_563_200, 0),
    ]

    @Test("A timestamp in any of AWS's spellings is a date", arguments: readable)
    func reads(text: String, seconds: Int, nanoseconds: Int) throws {
        let date = try #require(EventTimestamp(text: text).date)
        let expected = Double(seconds - 978_307_200) + Double(nanoseconds) / 1e9
        #expect(date.timeIntervalSinceReferenceDate == expected)
    }

    @Test(
        "Anything else is no date",
        arguments: [
            "",
            "Z",
            "2025",
            "2025-05-04",
            "2025-05-04T07:08:09",
            "2025-05-04T07:08Z",
            "2025-05-04 07:08:09Z",
            "2025-05-04t07:08:09z",
            "2025-05-04T07:08:09,5Z",
            "2025-00-04T07:08:09Z",
            "2025-13-04T07:08:09Z",
            "2025-05-00T07:08:09Z",
            "2025-05-32T07:08:09Z",
            "2025-04-31T07:08:09Z",
            "2025-02-29T07:08:09Z",
            "1900-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2025-05-04T24:00:00Z",
            "2025-05-04T07:60:09Z",
            "2025-05-04T07:08:61Z",
            "2025-05-04T07:08:09+24:00",
            "2025-05-04T07:08:09+02:60",
            "2025-05-04T07:08:09+02",
            "2025-05-04T07:08:09+2:00",
            "2025-05-04T07:08:09 Z",
            "2025-05-04T07:08:09  +0000",
            "2025-05-04T07:08:09ZZ",
            " 2025-05-04T07:08:09Z",
            "2025-05-04T07:08:09Z ",
            "2025-05-04T07:08:09.1234567891Z",
            "20250504T070809Z",
            "+2025-05-04T07:08:09Z",
            "12025-05-04T07:08:09Z",
            "-025-05-04T07:08:09Z",
            "2025-5-4T7:8:9Z",
            "２０２５-05-04T07:08:09Z",
            "2025-05-04T07:08:0\u{0}Z",
            "Sun, 4 May 2025 09:08:09 +0200",
            "1746342489",
            "2025-05-04T07:08:09+02:00Z",
        ])
    func refuses(text: String) {
        #expect(EventTimestamp(text: text).date == nil)
        #expect(EventTimestamp(text: text).text == text)
    }

    @Test("Timestamps are equal if their texts are, and keep them")
    func equality() throws {
        let zulu = EventTimestamp(text: "2025-01-01T00:00:00Z")
        let offset = EventTimestamp(text: "2025-01-01T00:00:00+00:00")
        #expect(zulu != offset)
        #expect(zulu.date == offset.date)
        let encoded = try JSONEncoder().encode([offset])
        #expect(String(decoding: encoded, as: UTF8.self) == #"["2025-01-01T00:00:00+00:00"]"#)
        #expect(offset.description == offset.text)
    }

    @Test(
        "A date becomes text with milliseconds, rounded to the nearest",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (0.001, "1970-01-01T00:00:00.001Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
            (-0.0004, "1970-01-01T00:00:00.000Z"), (-1.5, "1969-12-31T23:59:58.500Z"),
            (1_746_342_489.123, "2025-05-04T07:08:09.123Z"), (1_746_342_489.998, "2025-05-04T07:08:09.998Z"),
            (1_746_342_489.999, "2025-05-04T07:08:09.999Z"), (1_746_342_489.9996, "2025-05-04T07:08:10.000Z"),
            (1_746_342_489.0625, "2025-05-04T07:08:09.063Z"), (1_746_342_489.1875, "2025-05-04T07:08:09.188Z"),
            (951_782_400, "2000-02-29T00:00:00.000Z"), (253_402_300_799.999, "9999-12-31T23:59:59.999Z"),
            (-2_203_891_200, "1900-03-01T00:00:00.000Z"), (-62_135_596_800, "0001-01-01T00:00:00.000Z"),
            (1e300, "9999-12-31T23:59:59.999Z"), (-1e300, "0000-01-01T00:00:00.000Z"),
            (Double.infinity, "9999-12-31T23:59:59.999Z"), (-Double.infinity, "0000-01-01T00:00:00.000Z"),
            (Double.nan, ""),
        ])
    func writes(seconds: Double, text: String) {
        #expect(EventTimestamp(Date(timeIntervalSince1970: seconds)).text == text)
    }

    @Test("Every millisecond of a second survives text, date and text")
    func allMilliseconds() {
        for millisecond in 0..<1000 {
            let digits = String(1000 + millisecond).dropFirst()
            for start in ["1899-12-31T23:59:59.", "2025-05-04T07:08:09.", "9999-12-31T23:59:59."] {
                let text = start + digits + "Z"
                #expect(EventTimestamp(text: text).date.map { EventTimestamp($0).text } == text)
            }
        }
    }

    @Test("Random moments read and write as Foundation does")
    func againstFoundation() throws {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let seconds = Int.random(in: -11_644_473_600...32_503_680_000, using: &generator)
            let millisecond = Double(Int.random(in: 0...999, using: &generator)) / 1000
            let written = EventTimestamp(Date(timeIntervalSinceReferenceDate: Double(seconds) + millisecond)).text
            let read = try style.parse(written)
            #expect(abs(read.timeIntervalSinceReferenceDate - Double(seconds) - millisecond) < 0.000_5)
            let date = try #require(EventTimestamp(text: written).date)
            #expect(abs(date.timeIntervalSince(read)) < 0.000_5)
        }
    }
}
