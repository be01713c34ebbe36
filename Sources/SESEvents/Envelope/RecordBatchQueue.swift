import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What lies between the pieces that arrive and the records that are taken: batches that are being read, in their order.
///
/// It holds a bounded number of bytes: whoever adds more waits until some are taken.
final class RecordBatchQueue: Sendable {
    /// What is to be taken next.
    enum Portion: Sendable {
        case batch(Task<RecordBatch, Never>)
        /// Too few bytes to be worth a task.
        case pieces([Data])
    }

    /// How the records are read.
    struct Options: Sendable {
        /// How many batches may be read, or wait to be taken, at once; at least 1.
        let batchCount: Int
        let batchByteCount: Int
        let maximumRecordByteCount: Int
    }

    fileprivate struct State {
        /// The pieces that are in no batch yet.
        var pieces: [Data] = []
        var byteCount = 0
        /// Where in the whole these pieces begin.
        var offset = 0
        var batches: [Task<RecordBatch, Never>] = []
        var end: Result<Void, any Error>?
        /// Who waits until there is room.
        var adder: CheckedContinuation<Void, Never>?
        /// Who waits until there is something to take.
        var taker: CheckedContinuation<Void, Never>?
    }

    private let options: Options
    private let state = Mutex(State())

    init(_ options: Options) {
        self.options = options
    }

    /// Adds a piece, and waits until there is room for the next.
    ///
    /// It returns at once when its task is cancelled.
    func add(_ piece: Data) async {
        let taker = state.withLock { state in
            state.add(piece)
            state.startBatches(options)
            return state.taker.take()
        }
        taker?.resume()
        await wait(\.adder) { [options] in $0.byteCount >= options.batchByteCount }
    }

    /// Says that no piece follows, and why.
    func finish(_ end: Result<Void, any Error>) {
        let taker = state.withLock { state in
            state.end = end
            return state.taker.take()
        }
        taker?.resume()
    }

    /// Takes what comes next, and waits for it; nil at the end.
    ///
    /// - Throws: The error that the pieces ended with, after all that came before it; `CancellationError`.
    func next() async throws -> Portion? {
        while true {
            try Task.checkCancellation()
            let (portion, end, adder) = state.withLock { state in
                (state.take(options), state.end, state.byteCount < options.batchByteCount ? state.adder.take() : nil)
            }
            adder?.resume()
            if let portion { return portion }
            if let end {
                try end.get()
                return nil
            }
            await wait(\.taker) { $0.pieces.isEmpty && $0.batches.isEmpty && $0.end == nil }
        }
    }

    /// Waits until it is woken, or the task is cancelled, as long as there is a reason to.
    private func wait(
        _ place: any WritableKeyPath<State, CheckedContinuation<Void, Never>?> & Sendable,
        while isBlocked: @Sendable (borrowing State) -> Bool
    ) async {
        guard state.withLock({ isBlocked($0) }) else { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mayWait = state.withLock { state in
                    // Cancelled before this, nobody would wake it.
                    guard !Task.isCancelled, isBlocked(state) else { return false }
                    state[keyPath: place] = continuation
                    return true
                }
                if !mayWait { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0[keyPath: place].take() }?.resume()
        }
    }
}

extension RecordBatchQueue.State {
    /// Pieces up to this size are put together: each costs some work of its own.
    private static let smallByteCount = 8 << 10

    mutating func add(_ piece: Data) {
        byteCount += piece.count
        if let last = pieces.last, last.count + piece.count <= Self.smallByteCount {
            pieces[pieces.count - 1] += piece
        } else if !piece.isEmpty {
            pieces.append(piece)
        }
    }

    /// Starts to read as much as may be read at once.
    mutating func startBatches(_ options: RecordBatchQueue.Options) {
        while batches.count < options.batchCount, byteCount >= options.batchByteCount {
            let offset = offset
            let pieces = takePieces(options.batchByteCount)
            let maximum = options.maximumRecordByteCount
            batches.append(Task { RecordBatch(pieces, at: offset, maximumRecordByteCount: maximum) })
        }
    }

    mutating func take(_ options: RecordBatchQueue.Options) -> RecordBatchQueue.Portion? {
        if !batches.isEmpty {
            let batch = batches.removeFirst()
            startBatches(options)
            return .batch(batch)
        }
        return byteCount == 0 ? nil : .pieces(takePieces(byteCount))
    }

    /// Takes so many bytes, or all there are, without copying them.
    private mutating func takePieces(_ wanted: Int) -> [Data] {
        var taken: [Data] = []
        var missing = wanted
        var whole = 0
        for piece in pieces {
            guard piece.count <= missing else { break }
            taken.append(piece)
            missing -= piece.count
            whole += 1
        }
        pieces.removeFirst(whole)
        if missing > 0, let piece = pieces.first {
            taken.append(piece.prefix(missing))
            pieces[0] = piece.dropFirst(missing)
            missing = 0
        }
        byteCount -= wanted - missing
        offset += wanted - missing
        return taken
    }
}
