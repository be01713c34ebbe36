/// What the bytes of a journal say, read in pieces.
///
/// A line is written whole, with its end, before anything rests on it. So one without its end is the trace of a process
/// that was stopped while it wrote, and doesn't count. A whole line that is wrong was changed afterwards: that is an
/// error, even for the last one, because a message may be sent twice without it.
///
/// It keeps no more than the beginning of one line: what the records come to is for who takes them.
struct JournalReading {
    /// The longest line that a journal has, without its end.
    ///
    /// A key or a name has at most 256 bytes and an id a thousand characters, of which each byte may be written as
    /// three.
    static let lineLimit = 1 << 14

    private let header: JournalRecord
    private let path: String
    /// Where the last whole line ends: what stands after it was cut off while it was being written.
    private(set) var byteCount = 0
    /// The checksum up to there.
    private(set) var checksum = JournalChecksum()
    /// The number of the line that is being read.
    private var number = 1
    /// What there is of it.
    private var line: [UInt8] = []
    /// Whether it is longer than any line, and only its length is kept.
    private var isTooLong = false
    private var lineByteCount = 0

    /// Begins to read a journal.
    ///
    /// - Parameters:
    ///   - header: The first line it must have.
    ///   - path: The file's name, for errors.
    init(header: JournalRecord, path: String) {
        self.header = header
        self.path = path
    }

    /// How many bytes were read.
    var readByteCount: Int { byteCount + lineByteCount }
    /// How many of them are kept.
    var keptByteCount: Int { line.count }

    /// Reads the next piece.
    ///
    /// - Parameters:
    ///   - piece: Any number of bytes.
    ///   - take: Gets the records after the first line.
    mutating func read(_ piece: ArraySlice<UInt8>, _ take: (JournalRecord) -> Void) throws(SESv2Error) {
        var rest = piece
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            try add(rest[..<end])
            try endLine(take)
            rest = rest[(end + 1)...]
        }
        try add(rest)
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) throws(SESv2Error) {
        lineByteCount += bytes.count
        if lineByteCount > Self.lineLimit {
            // Our first line isn't that long. Of another one it depends on whether it has an end.
            guard number > 1 else { throw noJournal }
            isTooLong = true
            line = []
        } else {
            line += bytes
        }
    }

    private mutating func endLine(_ take: (JournalRecord) -> Void) throws(SESv2Error) {
        let record = isTooLong ? nil : Self.record(line[...], &checksum)
        switch record {
        case .campaign? where number == 1:
            guard record == header else { throw foreign }
        case let record? where number > 1:
            if case .campaign = record { throw corrupt }
            take(record)
        default: throw number == 1 ? noJournal : corrupt
        }
        byteCount += lineByteCount + 1
        number += 1
        line.removeAll(keepingCapacity: true)
        lineByteCount = 0
        isTooLong = false
    }

    /// Says that there are no more bytes: refuses a tail that isn't the beginning of a line.
    func end() throws(SESv2Error) {
        var checksum = checksum
        if number == 1 {
            // A file of somebody else's without a line's end isn't ours to cut.
            guard checksum.line(header).starts(with: line) else { throw noJournal }
        } else if !isTooLong {
            // The last line is whole but for its end, which is another character: that isn't how a write stops.
            guard Self.record(line.dropLast(), &checksum) == nil else { throw corrupt }
        }
    }

    /// The record of a line without its end; nil if it isn't one, or not the next.
    private static func record(_ line: ArraySlice<UInt8>, _ checksum: inout JournalChecksum) -> JournalRecord? {
        let text = line.dropFirst(9)
        guard line.count > 9, line[line.startIndex + 8] == UInt8(ascii: " "),
            checksum.next(text) == Array(line.prefix(8))
        else { return nil }
        return String(validating: text, as: UTF8.self).flatMap { JournalRecord(text: $0) }
    }

    private var noJournal: SESv2Error {
        SESv2Error(.journalRefused, ownMessage: "\(path) holds something else than a journal of sends")
    }

    private var foreign: SESv2Error {
        SESv2Error(
            .journalRefused, ownMessage: "\(path) is the journal of another campaign or another configuration set")
    }

    private var corrupt: SESv2Error {
        SESv2Error(
            .journalCorrupt,
            ownMessage:
                "\(path) was changed since it was written: line \(number), at byte \(byteCount), isn't the one that was written"
        )
    }
}
