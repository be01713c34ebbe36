import Foundation
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("The file of a journal", .timeLimit(.minutes(2)))
struct JournalFileTests {
    private let folder: JournalFolder

    init() throws { folder = try JournalFolder() }

    private func refusal(_ name: String = "a.journal", campaign: String = "may") -> SESv2Error? {
        #expect(throws: SESv2Error.self) { try folder.open(name, campaign: campaign) }
    }

    private func mode() throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.file())[.posixPermissions] as? Int
    }

    @Test("A file that is somebody else's stays as it is, mode and bytes")
    func foreign() async throws {
        let journal = try await JournalFixture.bytes()
        var changed = journal
        changed[journal.count - 20] ^= 1
        let large = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
        let others: [([UInt8], SESv2Error.Code)] = [
            (Array("jane@example.org".utf8), .journalRefused), (Array("a,b\nc,d\n".utf8), .journalRefused),
            (large, .journalRefused), ([UInt8](repeating: 0, count: 300_000), .journalRefused),
            (changed, .journalCorrupt),
        ]
        for (bytes, code) in others {
            try folder.write(bytes)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.file())
            #expect(refusal()?.code == code)
            #expect(try folder.bytes() == bytes && mode() == 0o644)
        }
        try folder.write(journal)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file())
        #expect(refusal(campaign: "june")?.code == .journalRefused)
        #expect(try folder.bytes() == journal && mode() == 0o640)
        _ = try folder.open()
        #expect(try mode() == 0o600)
    }

    @Test("What is no regular file is refused at once, also behind a link; a link to a file isn't")
    func kinds() throws {
        #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
        try FileManager.default.createDirectory(atPath: folder.file("folder"), withIntermediateDirectories: false)
        for name in ["pipe", "folder"] {
            let link = name + ".link"
            try FileManager.default.createSymbolicLink(
                atPath: folder.file(link), withDestinationPath: folder.file(name))
            for path in [name, link] {
                let error = refusal(path)
                #expect(error?.code == .journalRefused)
                #expect(error?.message.contains("\(path) is no regular file") == true)
            }
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("a.journal"))
        _ = try folder.open("link")
        _ = try folder.open("a.journal")
    }

    @Test("A campaign that can't be one leaves no file behind")
    func nothingCreated() throws {
        #expect(refusal(campaign: "")?.code == .invalidRequest)
        let set = ConfigurationSetName(rawValue: String(repeating: "s", count: 65))
        let error = #expect(throws: SESv2Error.self) {
            try SendJournal(path: folder.file(), campaign: "may", configurationSet: set)
        }
        #expect(error?.code == .invalidRequest)
        #expect(!FileManager.default.fileExists(atPath: folder.file()))
    }

    @Test("A large one is read in pieces, and takes no more memory than what it says")
    func large() async throws {
        let header = JournalRecord.campaign("may", configurationSet: "promo")
        var checksum = JournalChecksum()
        var bytes = checksum.line(header)
        // The same ten keys, over and over, in lines of many lengths, and the longest that is written.
        for number in 0..<3000 {
            bytes += checksum.line(
                .sent(key: "key \(number % 10)", messageID: String(repeating: "m", count: number % 400)))
        }
        let longest = String(repeating: "\u{10FFFF}", count: 1000)
        bytes += checksum.line(.sent(key: String(repeating: "ä", count: 128), messageID: longest))
        let whole = bytes.count
        bytes += [UInt8](repeating: 0, count: 500_000)
        try folder.write(bytes)

        var reading = JournalReading(header: header, path: "p")
        var keys: [String: Int] = [:]
        var largest = (piece: 0, kept: 0)
        do {
            try JournalFile(path: folder.file()).read { piece throws(SESv2Error) in
                try reading.read(piece) { if case .sent(let key, _) = $0 { keys[key, default: 0] += 1 } }
                largest = (max(largest.piece, piece.count), max(largest.kept, reading.keptByteCount))
            }
        }
        try reading.end()
        #expect(keys.count == 11 && keys.values.reduce(0, +) == 3001)
        #expect(reading.byteCount == whole && reading.readByteCount == bytes.count)
        #expect(largest.piece <= JournalFile.pieceSize && largest.kept <= JournalReading.lineLimit)
        #expect(try folder.open().summary.sent == 11)
        #expect(try folder.bytes().count == whole)
        // With an end it isn't what a kill leaves.
        try folder.write(bytes + [UInt8(ascii: "\n")])
        #expect(refusal()?.message.contains("line 3003, at byte \(whole),") == true)
    }

    @Test("It says the same in whatever pieces it comes", arguments: [1, 2, 7, 64, 1000])
    func pieces(size: Int) async throws {
        let bytes = try await JournalFixture.bytes()
        var reading = JournalReading(header: .campaign("may", configurationSet: "promo"), path: "p")
        var records: [JournalRecord] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            try reading.read(bytes[start..<min(start + size, bytes.count)]) { records.append($0) }
        }
        try reading.end()
        #expect(records == JournalFixture.records && reading.byteCount == bytes.count)
    }
}
