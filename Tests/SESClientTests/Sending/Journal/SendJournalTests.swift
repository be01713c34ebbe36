import Foundation
import Synchronization
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("The journal of a campaign", .timeLimit(.minutes(2)))
struct SendJournalTests {
    private let folder: JournalFolder

    init() throws { folder = try JournalFolder() }

    private func code(_ open: () throws -> SendJournal) -> SESv2Error? {
        do {
            _ = try open()
            return nil
        } catch {
            return error as? SESv2Error
        }
    }

    @Test(
        "A record is read as it was written",
        arguments: JournalFixture.records + [
            .campaign("May sale", configurationSet: nil), .campaign("", configurationSet: "-"), .intent(key: ""),
            .intent(key: "\u{0}\u{7F}%20"),
        ])
    func roundTrip(record: JournalRecord) {
        #expect(JournalRecord(text: record.text) == record)
        #expect(record.text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    }

    @Test(
        "A line that isn't a record is none",
        arguments: ["", "i", "i a b", "q a", "s a", "i %", "i %4", "i %zz", "i %FF", "j 2 a b"])
    func noRecord(text: String) {
        #expect(JournalRecord(text: text) == nil)
    }

    @Test("What was written is there when it is opened again, and can be gone on with")
    func reopen() async throws {
        try folder.write(try await JournalFixture.bytes())
        for more in 0..<3 {
            let journal = try folder.open()
            #expect(journal.summary.sent == 2 + more && journal.summary.refused == 1 && journal.summary.unknown == 1)
            #expect(journal.unknownKeys == ["2"])
            try journal.begin(configurationSet: "promo")
            #expect(journal.claim("0") == .taken(.sent(messageID: "m-0")))
            #expect(journal.claim("0") == .twice)
            #expect(journal.claim("key 1 %ä\n") == .taken(.refused(.messageRejected)))
            #expect(journal.claim("2") == .taken(.unknown(.outcomeUnknown)))
            #expect(journal.claim("3") == .free)
            #expect(journal.claim("new") == .free)
            try await journal.write([.sent(key: "more-\(more)", messageID: "m")])
        }
    }

    @Test("It is its owner's alone, and holds what it says and nothing else")
    func form() async throws {
        try folder.write([])
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.file())
        do {
            let journal = try folder.open()
            try await journal.write([.intent(key: "k")])
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file())
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let lines = String(decoding: try folder.bytes(), as: UTF8.self).split(separator: "\n")
        #expect(lines.map { $0.dropFirst(9) } == ["j 1 may =promo", "i k"])
    }

    @Test("Cut at any byte, the records before it count and the one it is in does not")
    func torn() async throws {
        let bytes = try await JournalFixture.bytes()
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        for length in 0...bytes.count {
            try folder.write(bytes.prefix(length))
            let whole = ends.last { $0 <= length } ?? 0
            do {
                let journal = try folder.open()
                let expected = JournalFixture.records.prefix(max(ends.filter { $0 <= length }.count - 1, 0))
                let open = expected.reduce(into: Set<String>()) { open, record in
                    switch record {
                    case .intent(let key), .unknown(let key, _): open.insert(key)
                    case .sent(let key, _), .refused(let key, _), .released(let key): open.remove(key)
                    case .campaign: break
                    }
                }
                #expect(Set(journal.unknownKeys) == open, "cut at \(length)")
                try await journal.write([.sent(key: "after", messageID: "m")])
            }
            // What follows the cut is a whole journal again.
            let after = try folder.bytes()
            if whole > 0 { #expect(after.prefix(whole) == bytes.prefix(whole)) }
            #expect(try folder.open().summary.sent >= 1)
        }
    }

    @Test("Zeros after the last record, as a power failure may leave, are cut")
    func zeros() async throws {
        let bytes = try await JournalFixture.bytes()
        try folder.write(bytes + [UInt8](repeating: 0, count: 4096))
        #expect(try folder.open().summary.sent == 2)
        #expect(try folder.bytes() == bytes)
    }

    @Test("Any byte that is changed is noticed, with its line and place; nothing is cut")
    func corrupt() async throws {
        let bytes = try await JournalFixture.bytes()
        var line = 1
        var start = 0
        for index in bytes.indices {
            for change in [UInt8(1), 0x20, 0x80, bytes[index] ^ UInt8(ascii: "\n")] where change != 0 {
                var changed = bytes
                changed[index] ^= change
                try folder.write(changed)
                let error = code { try folder.open() }
                if line == 1 {
                    #expect(error?.code == .journalRefused, "byte \(index)")
                } else {
                    #expect(error?.code == .journalCorrupt, "byte \(index)")
                    #expect(error?.message.contains("line \(line), at byte \(start),") == true, "byte \(index)")
                }
                #expect(try folder.bytes() == changed)
            }
            if bytes[index] == UInt8(ascii: "\n") {
                line += 1
                start = index + 1
            }
        }
    }

    @Test("A line that is missing, doubled or moved is noticed")
    func lines() async throws {
        let bytes = try await JournalFixture.bytes()
        let lines: [[UInt8]] = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] }
        for index in 1..<(lines.count - 1) {
            var missing = lines
            missing.remove(at: index)
            var doubled = lines
            doubled.insert(lines[index], at: index)
            var moved = lines
            moved.swapAt(index, index + 1)
            for changed in [missing, doubled, moved] {
                try folder.write(changed.joined())
                #expect(code { try folder.open() }?.code == .journalCorrupt)
            }
        }
    }

    @Test("A journal of another campaign or set is refused, and so is what isn't a journal")
    func foreign() async throws {
        _ = try folder.open()
        let bytes = try folder.bytes()
        #expect(code { try folder.open(campaign: "june") }?.code == .journalRefused)
        for set in ["receipts", nil] as [ConfigurationSetName?] {
            let error = code { try SendJournal(path: folder.file(), campaign: "may", configurationSet: set) }
            #expect(error?.code == .journalRefused)
        }
        #expect(try folder.bytes() == bytes)
        for text in ["jane@example.org", "jane@example.org\njoe@example.org\n", "\n"] {
            try folder.write(text.utf8)
            #expect(code { try folder.open() }?.code == .journalRefused)
            #expect(try folder.bytes() == Array(text.utf8))
        }
        #expect(code { try folder.open(campaign: "") }?.code == .invalidRequest)
        #expect(code { try folder.open("missing/a.journal") }?.code == .journalFailed)
    }

    @Test("It is one run's at a time")
    func locked() async throws {
        var first: SendJournal? = try folder.open()
        #expect(code { try folder.open() }?.code == .journalRefused)
        try first?.begin(configurationSet: "promo")
        #expect(throws: SESv2Error.self) { try first?.begin(configurationSet: "promo") }
        first?.end()
        #expect(throws: SESv2Error.self) { try first?.begin(configurationSet: "receipts") }
        try first?.begin(configurationSet: "promo")
        first = nil
        #expect(code { try folder.open() } == nil)
    }

    @Test("It is free for another as soon as nobody holds it, however lately it was written")
    func dropped() async throws {
        for number in 0..<300 {
            let journal = try folder.open()
            try await journal.write([.intent(key: String(number))])
        }
        #expect(try folder.open().unknownKeys.count == 300)
    }

    @Test("It is free for another as soon as it is closed, and takes nothing more")
    func closed() async throws {
        let first = try folder.open()
        try await first.write([.intent(key: "a")])
        first.close()
        first.close()
        let second = try folder.open()
        let error = await #expect(throws: SESv2Error.self) { try await first.write([.intent(key: "b")]) }
        #expect(error?.code == .journalFailed && error?.message.hasSuffix("a.journal was closed") == true)
        #expect(first.unknownKeys.contains("a") && second.unknownKeys == ["a"])
        #expect(code { try folder.open() }?.code == .journalRefused)
    }

    @Test("What waits at a time is brought to the disk together, and none is told before it is there")
    func groups() async throws {
        let written = Shared<[UInt8]>([])
        let told = Shared(0)
        let gate = DispatchSemaphore(value: 0)
        let writer = JournalWriter(after: JournalChecksum()) { bytes throws(SESv2Error) in
            gate.wait()
            written.change { $0 += bytes }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<500 {
                group.addTask {
                    try await writer.append([.intent(key: String(number))])
                    #expect(String(decoding: written.value, as: UTF8.self).contains(" i \(number)\n"))
                    told.change { $0 += 1 }
                }
            }
            await yieldOften()
            #expect(told.value == 0)
            for _ in 0..<500 { gate.signal() }
            try await group.waitForAll()
        }
        #expect(writer.groupCount < 100)
        let lines = written.value.split(separator: UInt8(ascii: "\n"))
        var checksum = JournalChecksum()
        #expect(lines.count == 500 && lines.allSatisfy { checksum.next($0.dropFirst(9)) == Array($0.prefix(8)) })
    }

    @Test("When the disk is full nothing is written any more, and all who wait are told")
    func fullDisk() async throws {
        let count = Mutex(0)
        let writer = JournalWriter(after: JournalChecksum()) { _ throws(SESv2Error) in
            count.withLock { $0 += 1 }
            throw SESv2Error(.journalFailed, message: "full")
        }
        for _ in 0..<3 {
            await #expect(throws: SESv2Error.self) { try await writer.append([.intent(key: "a")]) }
        }
        #expect(count.withLock { $0 } == 1)
    }
}
