import Foundation
import SESNames
import Synchronization

/// A program that runs once for what it prints: no input, and its standard error goes nowhere.
final class ChildProcess: Sendable {
    enum Result {
        case output(Data)
        /// It ended by itself with a status other than 0, or with the number of the signal that ended it, negative.
        case exit(Int)
        case tooMuch
        case notStarted
        /// It ended, and how is lost: this process doesn't keep its children's ends (`SIGCHLD` is ignored).
        case lost
    }

    private struct State {
        var continuation: CheckedContinuation<Result, any Error>?
        var running: SpawnedProgram?
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
            // Under the lock, so that its end hasn't been fetched: until then its id is nobody else's.
            state.running?.terminate()
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

    private func runBlocking() {
        let spawned = SpawnedProgram(path: path, arguments: arguments, environment: environment)
        guard let spawned else { return finish(.notStarted) }
        state.withLock { state in
            state.running = spawned
            if state.isStopped { spawned.terminate() }
        }
        let output = spawned.output(upTo: Self.maximumOutput)
        if output == nil { spawned.terminate() }
        // Programs it has started itself may still write: nobody reads that, and they must not wait for somebody who
        // does.
        spawned.closeOutput()
        spawned.awaitEnd()
        let status = state.withLock { state in
            state.running = nil
            return spawned.fetchEnd()
        }
        switch (output, status) {
        case (nil, _): finish(.tooMuch)
        case (_, nil): finish(.lost)
        case (let output?, 0): finish(.output(output))
        case (_, let status?): finish(.exit(status))
        }
    }
}

extension ChildProcess: SESPrivateContent {}
extension ChildProcess.Result: SESPrivateContent {}
