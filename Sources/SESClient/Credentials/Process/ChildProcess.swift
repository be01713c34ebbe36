import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A program that runs once for what it prints: no input, and its standard error goes nowhere.
final class ChildProcess: Sendable {
    enum Result {
        case output(Data)
        /// It ended by itself with a status other than 0, or with the number of the signal that ended it, negative.
        case exit(Int)
        case tooMuch
        case notStarted
    }

    private struct State {
        var continuation: CheckedContinuation<Result, any Error>?
        var runningID: Int32?
        var isStopped = false
    }

    private static let maximumOutput = 1 << 20

    private let path: String
    private let arguments: [String]
    private let environment: [String: String]
    private let state = Mutex(State())

    init(path: String, arguments: [String], environment: [String: String]) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
    }

    /// Runs the program to its end; kills it when the task is cancelled.
    func run() async throws -> Result {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isStopped = state.withLock { state in
                    if !state.isStopped { state.continuation = continuation }
                    return state.isStopped
                }
                if isStopped {
                    continuation.resume(throwing: CancellationError())
                } else {
                    // Reading and waiting block: they have a thread of their own, not one of the few that tasks share.
                    Thread { self.runBlocking() }.start()
                }
            }
        } onCancel: {
            stop()
        }
    }

    private func stop() {
        let continuation = state.withLock { state in
            state.isStopped = true
            // Under the lock, so that the id is still this child's.
            if let id = state.runningID { Self.kill(id) }
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(throwing: CancellationError())
    }

    private func finish(_ result: Result) {
        let continuation = state.withLock { state in
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(returning: result)
    }

    #if os(macOS) || os(Linux)
    private func runBlocking() {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return finish(.notStarted) }
        state.withLock { state in
            state.runningID = process.processIdentifier
            if state.isStopped { Self.kill(process.processIdentifier) }
        }
        var output = Data()
        while output.count <= Self.maximumOutput,
            let part = try? pipe.fileHandleForReading.read(upToCount: 65536), !part.isEmpty
        {
            output.append(part)
        }
        let isTooMuch = output.count > Self.maximumOutput
        if isTooMuch { Self.kill(process.processIdentifier) }
        // Programs it has started itself may still write: nobody reads that, and they must not wait for somebody who
        // does.
        try? pipe.fileHandleForReading.close()
        process.waitUntilExit()
        state.withLock { $0.runningID = nil }
        let status = Int(process.terminationStatus)
        if isTooMuch {
            finish(.tooMuch)
        } else if process.terminationReason == .exit, status == 0 {
            finish(.output(output))
        } else {
            finish(.exit(process.terminationReason == .exit ? status : -status))
        }
    }

    /// Kills a program, with those it has started if it leads a group of its own.
    private static func kill(_ id: Int32) {
        let target = getpgid(id) == id ? -id : id
        #if canImport(Glibc)
        _ = Glibc.kill(target, SIGKILL)
        #elseif canImport(Musl)
        _ = Musl.kill(target, SIGKILL)
        #else
        _ = Darwin.kill(target, SIGKILL)
        #endif
    }
    #else
    private func runBlocking() { finish(.notStarted) }
    private static func kill(_ id: Int32) {}
    #endif
}
