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

/// A program that was started and whose end hasn't been fetched.
///
/// Foundation's `Process` fetches the end whenever it comes; from then on the id may be another program's, and nobody
/// can kill it safely. Here the end is waited for and fetched in two steps, so that the owner knows until when the id
/// is the program's: ``terminate()`` must not be called after ``fetchEnd()``.
struct SpawnedProgram {
    #if os(macOS) || os(Linux)
    private let id: pid_t
    private let outputEnd: Int32

    /// Starts a program at the head of a process group of its own; nil if that can't be done.
    ///
    /// It has no input, its standard error goes nowhere, and no other open file of this process is its.
    init?(path: String, arguments: [String], environment: [String: String]) {
        var ends: [Int32] = [-1, -1]
        guard Self.openPipe(&ends), let reading = ends.first, let writing = ends.last else { return nil }
        defer { close(writing) }
        let words = CStrings([path] + arguments)
        let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
        guard let id = Self.spawn(path, words, variables, writing: writing) else {
            close(reading)
            return nil
        }
        self.id = id
        outputEnd = reading
    }

    /// What it writes until it has no more; nil once that is more than the maximum.
    func output(upTo maximum: Int) -> Data? {
        var output = Data()
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while output.count <= maximum {
            let count = part.withUnsafeMutableBytes { read(outputEnd, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return output }
            output.append(contentsOf: part.prefix(count))
        }
        return nil
    }

    func closeOutput() {
        close(outputEnd)
    }

    /// Kills it, with the programs it has started that are still of its group.
    func terminate() {
        _ = kill(-id, SIGKILL)
    }

    /// Waits until it has ended, and leaves its end to be fetched.
    func awaitEnd() {
        var info = siginfo_t()
        while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    }

    /// Its status, or the number of the signal that ended it, negative; nil if somebody else has fetched it.
    func fetchEnd() -> Int? {
        var status: Int32 = 0
        while waitpid(id, &status, 0) != id {
            guard errno == EINTR else { return nil }
        }
        let signal = status & 0x7F
        return Int(signal == 0 ? status >> 8 & 0xFF : -signal)
    }
    #else
    init?(path: String, arguments: [String], environment: [String: String]) { nil }
    func output(upTo maximum: Int) -> Data? { nil }
    func closeOutput() {}
    func terminate() {}
    func awaitEnd() {}
    func fetchEnd() -> Int? { nil }
    #endif
}

#if os(macOS) || os(Linux)
extension SpawnedProgram {
    /// Texts as C has them, for as long as this lives.
    private final class CStrings {
        let pointers: [UnsafeMutablePointer<CChar>?]

        init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

        deinit {
            for pointer in pointers { free(pointer) }
        }
    }

    /// A pipe that no program started elsewhere in this process inherits.
    private static func openPipe(_ ends: inout [Int32]) -> Bool {
        guard pipe(&ends) == 0 else { return false }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return true
    }

    private static func spawn(_ path: String, _ words: CStrings, _ variables: CStrings, writing: Int32) -> pid_t? {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #else
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #endif
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer { posix_spawnattr_destroy(&attributes) }
        // First the output: where this process has closed its own, the pipe may be where another is to come.
        var isReady = posix_spawn_file_actions_adddup2(&actions, writing, STDOUT_FILENO) == 0
        isReady = isReady && posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) == 0
        isReady = isReady && posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0
        var flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        #if canImport(Darwin)
        flags |= Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
        #else
        for file in openFiles() { isReady = isReady && posix_spawn_file_actions_addclose(&actions, file) == 0 }
        #endif
        // What this process does about signals, such as not to end by SIGPIPE, is no business of the program's.
        var signals = sigset_t()
        sigemptyset(&signals)
        isReady = isReady && posix_spawnattr_setsigmask(&attributes, &signals) == 0
        sigfillset(&signals)
        for signal in [SIGKILL, SIGSTOP] { sigdelset(&signals, signal) }
        isReady = isReady && posix_spawnattr_setsigdefault(&attributes, &signals) == 0
        isReady = isReady && posix_spawnattr_setpgroup(&attributes, 0) == 0
        isReady = isReady && posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags)) == 0
        var id: pid_t = 0
        guard isReady, posix_spawn(&id, path, &actions, &attributes, words.pointers, variables.pointers) == 0 else {
            return nil
        }
        return id
    }

    /// What is open beside the three standard files; one that is closed by the time of the start does no harm.
    private static func openFiles() -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }.filter { $0 > STDERR_FILENO }
    }
}
#endif
