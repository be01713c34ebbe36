import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Bionic)
import Bionic
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that one process has for itself, and appends to.
final class JournalFile: Sendable {
    let path: String
    /// nil once it is closed; held while it is used, so that it isn't closed under a write.
    private let descriptor: Mutex<Int32?>

    /// Opens a file, or creates it for its owner alone, and locks it.
    ///
    /// The lock is the system's: it ends with the process, however that ends.
    init(path: String) throws(SESv2Error) {
        self.path = path
        descriptor = Mutex(try Self.openLocked(path))
    }

    private static func openLocked(_ path: String) throws(SESv2Error) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("can't be opened", path) }
        do throws(SESv2Error) {
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                guard errno == EWOULDBLOCK else { throw failure("can't be locked", path) }
                throw SESv2Error(.journalRefused, ownMessage: "\(path) is in use by another run or another process")
            }
            guard fchmod(descriptor, 0o600) == 0 else { throw failure("can't be kept from others", path) }
            try syncFolder(of: path)
        } catch {
            release(descriptor)
            throw error
        }
        return descriptor
    }

    deinit { close() }

    /// Lets go of the file and its lock, after a write that is under way; what is tried afterwards fails.
    func close() {
        descriptor.withLock { descriptor in
            if let open = descriptor.take() { Self.release(open) }
        }
    }

    /// Unlocks before it closes: a child that a process has just forked has the file open as well until it runs its
    /// program, and would keep the lock for as long.
    private static func release(_ descriptor: Int32) {
        flock(descriptor, LOCK_UN)
        systemClose(descriptor)
    }

    /// Uses the open file.
    private func withDescriptor(_ use: (Int32) throws(SESv2Error) -> Void) throws(SESv2Error) {
        try descriptor.withLock { descriptor throws(SESv2Error) in
            guard let descriptor else {
                throw SESv2Error(.journalFailed, ownMessage: "\(path) was closed")
            }
            try use(descriptor)
        }
    }

    /// All that is in it.
    func read() throws(SESv2Error) -> [UInt8] {
        var bytes: [UInt8] = []
        try withDescriptor { descriptor throws(SESv2Error) in
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = chunk.withUnsafeMutableBytes {
                    systemRead(descriptor, $0.baseAddress, $0.count, bytes.count)
                }
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw Self.failure("can't be read", path) }
                if count == 0 { return }
                bytes += chunk.prefix(count)
            }
        }
        return bytes
    }

    /// Cuts it to this length.
    func truncate(to byteCount: Int) throws(SESv2Error) {
        try withDescriptor { descriptor throws(SESv2Error) in
            guard ftruncate(descriptor, off_t(byteCount)) == 0 else { throw Self.failure("can't be cut", path) }
            try sync(descriptor)
        }
    }

    /// Appends bytes, and returns when they are on the disk.
    func append(_ bytes: [UInt8]) throws(SESv2Error) {
        try withDescriptor { descriptor throws(SESv2Error) in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Self.failure("can't be written", path) }
                rest = rest.dropFirst(count)
            }
            try sync(descriptor)
        }
    }

    private func sync(_ descriptor: Int32) throws(SESv2Error) {
        #if canImport(Darwin)
        // On Apple's systems fsync leaves the bytes in the disk's own memory.
        if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
        #endif
        guard fsync(descriptor) == 0 else { throw Self.failure("can't be brought to the disk", path) }
    }

    /// Makes sure that a file that was just created is still there after a power failure.
    private static func syncFolder(of path: String) throws(SESv2Error) {
        let end = path.lastIndex(of: "/")
        let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("is in a folder that can't be opened", path) }
        defer { systemClose(descriptor) }
        // Some file systems don't do this for folders, nor need it.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("can't be brought to the disk", path) }
    }

    private static func failure(_ what: String, _ path: String) -> SESv2Error {
        let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
        return SESv2Error(.journalFailed, ownMessage: "\(path) \(what): \(reason)")
    }
}

/// `pread`, `write` and `close`, by names that no method hides.
private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int, _ offset: Int) -> Int {
    pread(descriptor, start, count, off_t(offset))
}

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, start, count)
}

private func systemClose(_ descriptor: Int32) {
    close(descriptor)
}
