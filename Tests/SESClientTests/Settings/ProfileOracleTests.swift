import Foundation
import SESCore
import Testing

@testable import SESClient
@testable import SESConnection

/// Files that botocore has read, from `.ci/profiles.py`: those of the fixtures, or of the file `SES_PROFILES_ORACLE`
/// names.
@Suite("The shared files, read as botocore reads them")
struct ProfileOracleTests {
    private struct Line: Decodable {
        struct Expected: Decodable {
            var profiles: [String: [String: JSONValue]]
            var ssoSessions: [String: [String: JSONValue]]
            var services: [String: [String: JSONValue]]
        }

        var config: String
        var credentials: String
        var words: String
        var expected: Expected?
        var split: [String]?
    }

    private func lines() throws -> [Line] {
        let fixture = Bundle.module.url(forResource: "Fixtures/botocore-profiles", withExtension: "jsonl")
        let given = ProcessInfo.processInfo.environment["SES_PROFILES_ORACLE"].map { URL(filePath: $0) }
        let data = try Data(contentsOf: #require(given ?? fixture))
        return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Line.self, from: $0) }
    }

    @Test("have the same profiles, sessions and services, and the same faults")
    func profiles() throws {
        let lines = try lines()
        for (number, line) in lines.enumerated() {
            let profiles = try? SharedProfiles(
                config: INIDocument(line.config), credentials: INIDocument(line.credentials))
            let place: Comment = "line \(number + 1)"
            #expect((profiles == nil) == (line.expected == nil), place)
            guard let profiles, let expected = line.expected else { continue }
            let names = Set(profiles.config.keys).union(profiles.credentials.keys)
            let merged = Dictionary(uniqueKeysWithValues: names.map { ($0, values(profiles.profile($0))) })
            #expect(merged == expected.profiles, place)
            #expect(profiles.ssoSessions.mapValues(values) == expected.ssoSessions, place)
            #expect(profiles.services.mapValues(values) == expected.services, place)
        }
        #expect(lines.count >= 150)
        print("\(lines.count) pairs of files")
    }

    @Test("have the same words in a command")
    func words() throws {
        for line in try lines() { #expect(ShellWords.split(line.words) == line.split, "\(line.words)") }
    }

    private func values(_ section: INIDocument.Section?) -> [String: JSONValue] {
        (section?.options ?? [:]).mapValues { value in
            switch value {
            case .text(let text): .string(text)
            case .nested(let options): .object(options.mapValues { .string($0) })
            }
        }
    }
}
