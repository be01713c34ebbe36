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

    init(maximumRecordByteCount: Int) {
        self.maximumRecordByteCount = maximumRecordByteCount
        reader = EventReader(maximumRecordByteCount: maximumRecordByteCount)
    }

    /// The records read since the last time this was called.
    mutating func takeRecords() -> [SESRecord] { reader.takeRecords() }

    /// Reads what follows.
    mutating func read(_ piece: Data) {
        piece.withUnsafeBytes { read($0) }
    }

    /// Reads what is left, after the last piece.
    mutating func readEnd() {
        _ = left.withUnsafeBytes { reader.read($0) }
        left = []
    }

    /// Reads what follows, of which most was read already, if it was read from the right place.
    mutating func read(_ batch: RecordBatch) {
        batch.bytes.withUnsafeBytes { bytes in
            read(UnsafeRawBufferPointer(rebasing: bytes[..<batch.start]))
            guard batch.start < bytes.count else { return }
            if reader.isAtBorder(after: left, before: bytes[batch.start]) {
                reader.goOn(after: batch.reader, batch.records)
                keep(bytes[batch.end...])
            } else {
                read(UnsafeRawBufferPointer(rebasing: bytes[batch.start...]))
            }
        }
    }

    private mutating func read(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        if left.isEmpty {
            let used = reader.read(bytes, isLast: false)
            return keep(bytes[used...])
        }
        left += bytes
        // Reading the beginning of a record anew for each of many small pieces would take quadratic time.
        guard left.count / 2 >= attempted || left.count > maximumRecordByteCount || nesting.ends(in: left) else { return }
        let used = left.withUnsafeBytes { reader.read($0, isLast: false) }
        left.removeFirst(used)
        attempted = left.count
        nesting = RecordNesting()
    }

    private mutating func keep(_ rest: Slice<UnsafeRawBufferPointer>) {
        left.removeAll(keepingCapacity: true)
        left += rest
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
