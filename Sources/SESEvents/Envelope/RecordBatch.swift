#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Pieces from the middle of a delivery, read without knowing what comes before them.
///
/// Reading begins at the first place that looks like the border between two records. Whether it is one turns out only when
/// all before it was read; if it isn't, these pieces are read again.
struct RecordBatch: Sendable {
    let pieces: [Data]
    /// Where reading began: in which piece, and how many bytes into it; nil if no place looks like a border.
    let start: (piece: Int, place: Int)?
    /// What was read from there to the end.
    private(set) var reader: PiecewiseReader

    /// - Parameters:
    ///   - pieces: The pieces.
    ///   - offset: Where in the whole they begin.
    ///   - maximumRecordByteCount: The most bytes one record may have.
    init(_ pieces: [Data], at offset: Int, maximumRecordByteCount: Int) {
        self.pieces = pieces
        var offset = offset
        var start: (piece: Int, place: Int)? = offset == 0 ? (0, 0) : nil
        for (index, piece) in pieces.enumerated() where start == nil {
            start = piece.withUnsafeBytes(Self.border).map { (index, $0) }
            offset += start?.place ?? piece.count
        }
        self.start = start
        reader = PiecewiseReader(maximumRecordByteCount: maximumRecordByteCount, startingAt: offset)
        guard let start else { return }
        reader.read(pieces[start.piece].dropFirst(start.place))
        for piece in pieces[(start.piece + 1)...] { reader.read(piece) }
    }

    /// The first place in bytes where an object seems to begin that isn't part of another value; nil if there is none.
    ///
    /// That is one at the beginning of a line, or one right after the end of another: neither is possible inside a value,
    /// but for lists whose lines aren't indented, and for strings that end in two braces.
    static func border(in bytes: UnsafeRawBufferPointer) -> Int? {
        var place = 1
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "{") {
                switch bytes[place - 1] {
                case UInt8(ascii: "\n"): return place
                case UInt8(ascii: "}"):
                    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
                    if [UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(next) { return place }
                default: break
                }
            }
            place += 1
        }
        return nil
    }
}
