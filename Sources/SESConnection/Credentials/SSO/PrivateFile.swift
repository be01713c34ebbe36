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

/// Files that only their owner may read.
enum PrivateFile {
    struct Fault: Error {}

    /// Puts content in a file's place at once: a reader sees the old file or the new one, and nobody else sees either.
    ///
    /// The new file has mode 0600 from its first moment, beside the old one, and is renamed over it.
    static func replace(_ path: String, with data: Data) throws {
        let new = "\(path).\(UUID().uuidString).tmp"
        #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
        let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Fault() }
        let isWritten = data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return fsync(file) == 0
        }
        close(file)
        guard isWritten, rename(new, path) == 0 else {
            unlink(new)
            throw Fault()
        }
        #else
        try data.write(to: URL(filePath: path), options: .atomic)
        #endif
    }
}
