#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Small files with settings, tokens and cached answers.
///
/// Whatever else a path may lead to is refused before it is read: a pipe would never end, nor would a device. Links are
/// followed. The null device, which people name to have no file, counts as missing.
enum SettingsFile {
    /// None of them is ever this large; one that is isn't what it should be.
    static let maximumSize = 1 << 20

    /// A file's content; nil if there is no such file.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - role: What it is for, such as `the config file`; the error begins with it.
    /// - Throws: ``SESv2Error`` with code `invalidSettings` if it isn't a regular file, is too large or can't be read.
    static func data(at path: String, of role: String) throws(SESv2Error) -> Data? {
        switch reading(of: path) {
        case .content(let data): return data
        case .missing: return nil
        case .irregular: throw .invalidSetting("\(role) \(path) isn't a regular file")
        case .large: throw .invalidSetting("\(role) \(path) is larger than \(maximumSize) bytes")
        case .unreadable: throw .invalidSetting("\(role) \(path) can't be read")
        }
    }

    /// A file's content as text; nil if there is no such file.
    ///
    /// - Throws: ``SESv2Error`` with code `invalidSettings` for what isn't UTF-8, and as ``data(at:of:)`` does.
    static func text(at path: String, of role: String) throws(SESv2Error) -> String? {
        guard let data = try data(at: path, of: role) else { return nil }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .invalidSetting("\(role) \(path) isn't UTF-8 text")
        }
        return text
    }

    private enum Reading { case content(Data), missing, irregular, large, unreadable }

    #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
    private static func reading(of path: String) -> Reading {
        // Before it is opened, since opening a pipe or a device can do something to it.
        var info = stat()
        guard stat(path, &info) == 0 else { return .missing }
        if let fault = fault(info) { return fault }
        // Without a wait, and looked at again: it may be another file by now.
        let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else { return errno == ENOENT ? .missing : .unreadable }
        defer { close(file) }
        guard fstat(file, &info) == 0 else { return .unreadable }
        return fault(info) ?? content(of: file)
    }

    private static func fault(_ info: stat) -> Reading? {
        if info.st_mode & S_IFMT != S_IFREG { return isNullDevice(info) ? .missing : .irregular }
        return info.st_size > maximumSize ? .large : nil
    }

    private static func isNullDevice(_ info: stat) -> Bool {
        var null = stat()
        return info.st_mode & S_IFMT == S_IFCHR && stat("/dev/null", &null) == 0 && null.st_rdev == info.st_rdev
    }

    /// All of it, and never more than may be: the file can grow while it is read.
    private static func content(of file: Int32) -> Reading {
        var data = Data()
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = part.withUnsafeMutableBytes { buffer in
                read(file, buffer.baseAddress, buffer.count)
            }
            if count == 0 { return .content(data) }
            guard count > 0 else {
                if errno == EINTR { continue }
                return .unreadable
            }
            guard data.count + count <= maximumSize else { return .large }
            data.append(contentsOf: part.prefix(count))
        }
    }
    #else
    private static func reading(of path: String) -> Reading {
        let files = FileManager.default
        let place = URL(filePath: path).resolvingSymlinksInPath().path
        guard let attributes = try? files.attributesOfItem(atPath: place) else { return .missing }
        guard attributes[.type] as? FileAttributeType == .typeRegular else { return .irregular }
        guard let size = attributes[.size] as? Int, size <= maximumSize else { return .large }
        return files.contents(atPath: place).map { .content($0) } ?? .unreadable
    }
    #endif
}
