import Foundation
import Testing

@testable import SESClient
@testable import SESConnection

/// A folder for a test's journals, gone with it.
final class JournalFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "journal-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String = "a.journal") -> String { "\(path)/\(name)" }

    func open(_ name: String = "a.journal", campaign: String = "may") throws -> SendJournal {
        try SendJournal(path: file(name), campaign: campaign, configurationSet: "promo")
    }

    func bytes(_ name: String = "a.journal") throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: file(name))))
    }

    func write(_ bytes: some Sequence<UInt8>, _ name: String = "a.journal") throws {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    }
}

enum JournalFixture {
    static let records: [JournalRecord] = [
        .intent(key: "0"), .intent(key: "key 1 %ä\n"), .sent(key: "0", messageID: "m-0"), .intent(key: "2"),
        .refused(key: "key 1 %ä\n", code: "messageRejected"), .unknown(key: "2", code: "outcomeUnknown"),
        .intent(key: "3"), .released(key: "3"), .intent(key: "4"), .sent(key: "4", messageID: "m-4"),
    ]

    /// The bytes of a journal with these records.
    static func bytes() async throws -> [UInt8] {
        let folder = try JournalFolder()
        do {
            let journal = try folder.open()
            for record in records { try await journal.write([record]) }
        }
        return try folder.bytes()
    }
}
