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
    /// How much of it is in memory at a time while it is read.
    static let pieceSize = 1 << 16

    let path: String
    /// nil once it is closed; held while it is used, so that it isn't closed under a write.
    private let descriptor: Mutex<Int32?>

    /// Opens a file, or creates it for its owner alone, and locks it.
    ///
    /// One that is there stays as it is: ``keepFromOthers()`` is for who has found out that it is theirs. The lock is
    /// the system's: it ends with the process, however that ends.
    init(path: String) throws(SESv2Error) {
        self.path = path
        descriptor = Mutex(try Self.openLocked(path))
    }

    private static func openLocked(_ path: String) throws(SESv2Error) -> Int32 {
        // Before it is opened: that alone does something to a device or to who waits at a pipe's other end.
        var status = stat()
        if stat(path, &status) == 0 { try checkRegular(status, path) }
        // Should it have become a pipe meanwhile, opening it doesn't wait.
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw failure("can't be opened", path) }
        do throws(SESv2Error) {
            guard fstat(descriptor, &status) == 0 else { throw failure("can't be looked at", path) }
            try checkRegular(status, path)
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                guard errno == EWOULDBLOCK else { throw failure("can't be locked", path) }
                throw SESv2Error(.journalRefused, ownMessage: "\(path) is in use by another run or another process")
            }
            try syncFolder(of: path)
        } catch {
            release(descriptor)
            throw error
        }
        return descriptor
    }

    private static func checkRegular(_ status: stat, _ path: String) throws(SESv2Error) {
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw SESv2Error(.journalRefused, ownMessage: "\(path) is no regular file: a journal must be one")
        }
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

    /// Hands over all that is in it, piece by piece.
    func read(_ take: (ArraySlice<UInt8>) throws(SESv2Error) -> Void) throws(SESv2Error) {
        try withDescriptor { descriptor throws(SESv2Error) in
            var piece = [UInt8](repeating: 0, count: Self.pieceSize)
            var offset = 0
            while true {
                let count = piece.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count, offset) }
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw Self.failure("can't be read", path) }
                if count == 0 { return }
                try take(piece.prefix(count))
                offset += count
            }
        }
    }

    /// Makes it readable and writable by its owner alone.
    func keepFromOthers() throws(SESv2Error) {
        try withDescriptor { descriptor throws(SESv2Error) in
            guard fchmod(descriptor, 0o600) == 0 else { throw Self.failure("can't be kept from others", path) }
        }
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
