#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Bytes from the middle of a delivery, read without knowing what comes before them.
///
/// It begins at the first place that looks like the border between two records. Whether it is one turns out only when all
/// before it was read; if it isn't, these bytes are read again.
struct RecordBatch: Sendable {
    let bytes: Data
    /// Where reading began; at the end, if no place looks like a border.
    let start: Int
    /// Where the first record begins that doesn't end in these bytes.
    let end: Int
    /// The records between, numbered from 1.
    let records: [SESRecord]
    /// The reader as it is at the end.
    let reader: EventReader

    /// - Parameters:
    ///   - pieces: The bytes.
    ///   - offset: Where in the whole they begin.
    ///   - maximumRecordByteCount: The most bytes one record may have.
    init(_ pieces: [Data], at offset: Int, maximumRecordByteCount: Int) {
        bytes = Self.joined(pieces)
        let start = offset == 0 ? 0 : bytes.withUnsafeBytes(Self.border)
        var reader = EventReader(maximumRecordByteCount: maximumRecordByteCount, startingAt: offset + start)
        end = bytes.withUnsafeBytes { bytes in
            start + reader.read(UnsafeRawBufferPointer(rebasing: bytes[start...]), isLast: false)
        }
        records = reader.takeRecords()
        self.start = start
        self.reader = reader
    }

    private static func joined(_ pieces: [Data]) -> Data {
        if pieces.count == 1, let piece = pieces.first { return piece }
        var bytes = Data(capacity: pieces.reduce(into: 0) { $0 += $1.count })
        for piece in pieces { bytes += piece }
        return bytes
    }

    /// The first place after which an object seems to begin that isn't part of another value.
    ///
    /// That is one at the beginning of a line, or one right after the end of another: both are impossible inside a value,
    /// but for lists whose lines aren't indented, and for strings that end in two braces.
    private static func border(in bytes: UnsafeRawBufferPointer) -> Int {
        var place = 1
        while place < bytes.count, let length = bytes[place...].firstIndex(of: UInt8(ascii: "{")).map({ $0 - place }) {
            place += length
            switch bytes[place - 1] {
            case UInt8(ascii: "\n"): return place
            case UInt8(ascii: "}"):
                let next = place + 1 < bytes.count ? bytes[place + 1] : 0
                if [UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(next) { return place }
            default: break
            }
            place += 1
        }
        return bytes.count
    }
}
