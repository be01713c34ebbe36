/// What the bytes of a journal say.
struct JournalReading {
    /// The records after the first line.
    private(set) var records: [JournalRecord] = []
    /// Where the last whole line ends: what stands after it was cut off while it was being written.
    private(set) var byteCount = 0
    /// The checksum up to there.
    private(set) var checksum = JournalChecksum()

    /// Reads a journal.
    ///
    /// A line is written whole, with its end, before anything rests on it. So one without its end is the trace of a process
    /// that was stopped while it wrote, and doesn't count. A whole line that is wrong was changed afterwards: that is an
    /// error, even for the last one, because a message may be sent twice without it.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - header: The first line it must have.
    ///   - path: The file's name, for errors.
    init(_ bytes: [UInt8], header: JournalRecord, path: String) throws(SESv2Error) {
        var start = bytes.startIndex
        var number = 1
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let record = Self.record(bytes[start..<end], &checksum)
            if number == 1 {
                guard case .campaign = record else { throw Self.noJournal(path) }
                guard record == header else { throw Self.foreign(path) }
            } else if let record {
                if case .campaign = record { throw Self.corrupt(path, line: number, at: start) }
                records.append(record)
            } else {
                throw Self.corrupt(path, line: number, at: start)
            }
            start = end + 1
            number += 1
        }
        byteCount = start
        try checkTail(bytes[start...], number, header, path)
    }

    /// Refuses a tail that isn't the beginning of a line.
    private func checkTail(
        _ tail: ArraySlice<UInt8>, _ number: Int, _ header: JournalRecord, _ path: String
    ) throws(SESv2Error) {
        if number == 1 {
            // A file of somebody else's without a line's end isn't ours to cut.
            var checksum = checksum
            guard checksum.line(header).starts(with: tail) else { throw Self.noJournal(path) }
        } else {
            // The last line is whole but for its end, which is another character: that isn't how a write stops.
            var checksum = checksum
            guard Self.record(tail.dropLast(), &checksum) == nil else {
                throw Self.corrupt(path, line: number, at: tail.startIndex)
            }
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

    private static func noJournal(_ path: String) -> SESv2Error {
        SESv2Error(.journalRefused, ownMessage: "\(path) holds something else than a journal of sends")
    }

    private static func foreign(_ path: String) -> SESv2Error {
        SESv2Error(
            .journalRefused, ownMessage: "\(path) is the journal of another campaign or another configuration set")
    }

    private static func corrupt(_ path: String, line: Int, at offset: Int) -> SESv2Error {
        SESv2Error(
            .journalCorrupt,
            ownMessage:
                "\(path) was changed since it was written: line \(line), at byte \(offset), isn't the one that was written"
        )
    }
}
