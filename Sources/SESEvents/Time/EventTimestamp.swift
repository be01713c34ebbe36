#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A moment in an event, as the text AWS delivered.
///
/// The spelling is kept, so that encoding gives back AWS's spelling; two timestamps are equal if their texts are.
/// ``date`` reads it when asked. A missing timestamp has the empty text.
public struct EventTimestamp: Sendable, Hashable {
    // The usual spelling says no more than its moment, so events need not keep a text for each.
    private enum Spelling: Sendable, Hashable {
        /// `yyyy-MM-ddTHH:mm:ss.SSSZ`, as milliseconds from 1970.
        case usual(milliseconds: Int64)
        case other(String)
    }

    private let spelling: Spelling

    /// The text as delivered, such as `2025-05-04T07:08:09.123Z`.
    public var text: String {
        switch spelling {
        case .usual(let milliseconds): CivilTime.text(ofMilliseconds: milliseconds)
        case .other(let text): text
        }
    }

    /// Creates a timestamp from its text, which may be anything.
    public init(text: String) {
        var text = text
        let milliseconds = text.withUTF8 { CivilTime.milliseconds(ofUsual: UnsafeRawBufferPointer($0)) }
        spelling = milliseconds.map(Spelling.usual) ?? .other(text)
    }

    /// Creates a timestamp from text in the usual spelling; nil for any other.
    init?(usual text: UnsafeRawBufferPointer) {
        guard let milliseconds = CivilTime.milliseconds(ofUsual: text) else { return nil }
        spelling = .usual(milliseconds: milliseconds)
    }

    /// Creates a timestamp in the spelling of SES: UTC with milliseconds, rounded to the nearest, halves up.
    ///
    /// - Parameter date: The moment; one outside the years 0 to 9999 becomes the nearest in it, and one that is no
    ///   number gives the empty text.
    public init(_ date: Date) {
        spelling = CivilTime.milliseconds(of: date).map(Spelling.usual) ?? .other("")
    }

    /// The milliseconds from 1970 of the usual spelling; nil for any other.
    var usualMilliseconds: Int64? {
        switch spelling {
        case .usual(let milliseconds): milliseconds
        case .other: nil
        }
    }

    /// The moment, or nil if the text is no ISO 8601 date and time with a zone.
    ///
    /// Accepted are a fraction of up to nine digits, the zones `Z`, `+02:00`, `+0200`, `-05:00` and the like, and a
    /// space before an offset; second 60 is the next second. An unusual spelling is read anew at each call.
    public var date: Date? {
        switch spelling {
        case .usual(let milliseconds): CivilTime.date(ofMilliseconds: milliseconds)
        case .other(let text): CivilTime.date(of: text)
        }
    }
}

extension EventTimestamp: CustomStringConvertible {
    /// The text as delivered.
    public var description: String { text }
}

extension EventTimestamp: Codable {
    /// Decodes any string.
    public init(from decoder: any Decoder) throws {
        self.init(text: try decoder.singleValueContainer().decode(String.self))
    }

    /// Encodes the text as delivered.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
