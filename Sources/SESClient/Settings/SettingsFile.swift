#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Small files with settings, tokens and cached answers.
enum SettingsFile {
    /// None of them is ever this large; one that is isn't what it should be.
    static let maximumSize = 1 << 20

    /// A file's content; nil if there is no such file.
    ///
    /// - Throws: ``SESv2Error`` with code `invalidSettings` if it can't be read.
    static func data(at path: String) throws(SESv2Error) -> Data? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .invalidSetting("the file \(path) can't be read")
        }
        guard data.count <= maximumSize else {
            throw .invalidSetting("the file \(path) is larger than \(maximumSize) bytes")
        }
        return data
    }

    /// A file's content as text; nil if there is no such file.
    static func text(at path: String) throws(SESv2Error) -> String? {
        guard let data = try data(at: path) else { return nil }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .invalidSetting("the file \(path) isn't UTF-8 text")
        }
        return text
    }
}
