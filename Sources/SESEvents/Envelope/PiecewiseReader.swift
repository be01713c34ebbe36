#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads records from bytes that come in pieces, and keeps the beginning of a record until its rest is there.
///
/// The time it takes grows with the number of bytes, however small the pieces are.
struct PiecewiseReader {
    private let maximumRecordByteCount: Int
    private var reader: EventReader
    /// The beginning of a record.
    private var left: [UInt8] = []
    /// How many bytes were left over when they were last read.
    private var attempted = 0
    private var nesting = RecordNesting()

    /// - Parameters:
    ///   - maximumRecordByteCount: The most bytes one record may have; a larger one is a failure.
    ///   - base: Where in the whole the first record begins.
    init(maximumRecordByteCount: Int, startingAt base: Int = 0) {
        self.maximumRecordByteCount = maximumRecordByteCount
        reader = EventReader(maximumRecordByteCount: maximumRecordByteCount, startingAt: base)
    }

    /// The records read since the last time this was called.
    mutating func takeRecords() -> [SESRecord] { reader.takeRecords() }

    /// Reads what follows.
    mutating func read(_ piece: Data) {
        piece.withUnsafeBytes { bytes in
            guard !left.isEmpty else { return readAlone(bytes) }
            // Only what belongs to the record that is left over has to be copied to it.
            let border = RecordBatch.border(in: bytes) ?? bytes.count
            readOn(UnsafeRawBufferPointer(rebasing: bytes[..<border]))
            let rest = UnsafeRawBufferPointer(rebasing: bytes[border...])
            if left.isEmpty { readAlone(rest) } else { readOn(rest) }
        }
    }

    /// Reads what is left, after the last piece.
    mutating func readEnd() {
        _ = left.withUnsafeBytes { reader.read($0) }
        left = []
    }

    /// Reads what follows, of which most was read already, if it was read from the right place.
    mutating func read(_ batch: RecordBatch) {
        for (index, piece) in batch.pieces.enumerated() {
            guard index == batch.start?.piece, let border = batch.start?.place else {
                read(piece)
                continue
            }
            read(piece.prefix(border))
            let rest = piece.dropFirst(border)
            if let first = rest.first, reader.isAtBorder(after: left, before: first) {
                return goOn(after: batch.reader)
            }
            read(rest)
        }
    }

    private mutating func goOn(after other: PiecewiseReader) {
        reader.goOn(after: other.reader)
        left = other.left
        attempted = other.attempted
        nesting = other.nesting
    }

    /// Reads what follows where nothing is left over.
    private mutating func readAlone(_ bytes: UnsafeRawBufferPointer) {
        let used = reader.read(bytes, isLast: false)
        left += bytes[used...]
        attempted = left.count
        nesting = RecordNesting()
    }

    /// Reads what is left over with what follows.
    private mutating func readOn(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        left += bytes
        // Reading the beginning of a record anew for each of many small pieces would take quadratic time.
        let isWorthIt = left.count - attempted >= attempted / 8 || left.count > maximumRecordByteCount
        guard isWorthIt || nesting.ends(in: left) else { return }
        let used = left.withUnsafeBytes { reader.read($0, isLast: false) }
        left.removeFirst(used)
        attempted = left.count
        nesting = RecordNesting()
    }
}

/// Follows the nesting of a record whose end has not come yet, each byte once.
///
/// It only tells when reading is worth a try: it checks nothing.
private struct RecordNesting {
    private var followed = 0
    private var depth = 0
    private var isInString = false
    private var isAfterBackslash = false

    /// Whether the record may end in those of its bytes that weren't there before.
    mutating func ends(in bytes: [UInt8]) -> Bool {
        for byte in bytes[min(followed, bytes.count)...] {
            followed += 1
            if follow(byte) { return true }
        }
        return false
    }

    private mutating func follow(_ byte: UInt8) -> Bool {
        if isAfterBackslash {
            isAfterBackslash = false
            return false
        }
        switch byte {
        case UInt8(ascii: "\\"): isAfterBackslash = isInString
        case UInt8(ascii: "\""):
            isInString.toggle()
            return depth == 0 && !isInString
        // No string has a line end, and a line end may be the end of what is no object.
        case UInt8(ascii: "\n"): return isInString || depth == 0
        case UInt8(ascii: "{"), UInt8(ascii: "["): if !isInString { depth += 1 }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if !isInString { depth -= 1 }
            return !isInString && depth <= 0
        default: break
        }
        return false
    }
}
