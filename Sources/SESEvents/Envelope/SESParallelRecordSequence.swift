#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The records of a delivery that arrives in pieces, read on several processor cores.
///
/// It gives exactly the records that ``SESRecordSequence`` gives, in their order. It reads the pieces ahead of whoever takes
/// the records, but not far: it keeps no more than one piece and some batches of 256 KiB, however long the whole is.
///
/// Reading begins with the first call of the iterator's `next(isolation:)`, in a task of its own, and ends with the
/// iterator: at the end, with an error, when the task that iterates is cancelled, or when the iterator is no longer there.
public struct SESParallelRecordSequence<Base: AsyncSequence & Sendable>: AsyncSequence, Sendable
where Base.Element == Data {
    /// A record.
    public typealias Element = SESRecord

    private let base: Base
    private let options: RecordBatchQueue.Options

    init(_ base: Base, _ options: RecordBatchQueue.Options) {
        self.base = base
        self.options = options
    }

    /// Starts at the first record.
    public func makeAsyncIterator() -> Iterator {
        Iterator(base: base, options)
    }

    /// Walks through the records.
    public struct Iterator: AsyncIteratorProtocol {
        private let base: Base
        private let options: RecordBatchQueue.Options
        private var intake: Intake?
        private var reader: PiecewiseReader
        /// The records of a batch, the first one last.
        @usableFromInline
        var records: [SESRecord] = []
        private var isAtEnd = false

        fileprivate init(base: Base, _ options: RecordBatchQueue.Options) {
            self.base = base
            self.options = options
            reader = PiecewiseReader(maximumRecordByteCount: options.maximumRecordByteCount)
        }

        /// The next record; nil after the last.
        ///
        /// It waits only for a batch, not for each record.
        ///
        /// - Throws: What the sequence of pieces throws, after the records before it, and `CancellationError`; a record that
        ///   can't be read doesn't throw.
        @inlinable
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> SESRecord? {
            if let record = records.popLast() { return record }
            try await refill(isolation: actor)
            return records.popLast()
        }

        /// Reads on until there are records, or the end.
        @usableFromInline
        mutating func refill(isolation actor: isolated (any Actor)?) async throws {
            while records.isEmpty, !isAtEnd {
                do {
                    try await readMore(isolation: actor)
                } catch {
                    end()
                    throw error
                }
                records = reader.takeRecords()
                records.reverse()
            }
        }

        private mutating func readMore(isolation actor: isolated (any Actor)?) async throws {
            let intake = intake ?? Intake(base, RecordBatchQueue(options))
            self.intake = intake
            switch try await intake.queue.next() {
            case .batch(let task): reader.read(await task.value)
            case .pieces(let pieces): for piece in pieces { reader.read(piece) }
            case nil:
                try Task.checkCancellation()
                reader.readEnd()
                end()
            }
        }

        private mutating func end() {
            isAtEnd = true
            intake = nil
        }
    }

    /// Brings the pieces into a queue, as long as somebody holds it.
    private final class Intake: Sendable {
        let queue: RecordBatchQueue
        private let task: Task<Void, Never>

        init(_ base: Base, _ queue: RecordBatchQueue) {
            self.queue = queue
            task = Task {
                do {
                    for try await piece in base {
                        await queue.add(piece)
                        if Task.isCancelled { return }
                    }
                    queue.finish(.success(()))
                } catch {
                    queue.finish(.failure(error))
                }
            }
        }

        deinit { task.cancel() }
    }
}

extension AsyncSequence where Self: Sendable, Element == Data {
    /// The records of what a destination delivered, of which these are the pieces, read on several processor cores.
    ///
    /// Use it where reading is what takes the time, such as for large files; for little data ``sesRecords(maximumRecordByteCount:)``
    /// is as fast and takes less memory. The records are the same.
    ///
    /// - Parameters:
    ///   - maximumRecordByteCount: The most bytes one record may have, 1 MiB by default; a larger one is a failure
    ///     and costs only itself.
    ///   - workerCount: How many batches of 256 KiB may be read at once, or wait to be taken; at least 1, by default the
    ///     number of active processor cores.
    public func sesRecordsInParallel(
        maximumRecordByteCount: Int = 1 << 20, workerCount: Int = ProcessInfo.processInfo.activeProcessorCount
    ) -> SESParallelRecordSequence<Self> {
        sesRecordsInParallel(
            maximumRecordByteCount: maximumRecordByteCount, workerCount: workerCount, batchByteCount: 256 << 10)
    }

    /// As the public one, with batches of any size.
    package func sesRecordsInParallel(
        maximumRecordByteCount: Int, workerCount: Int, batchByteCount: Int
    ) -> SESParallelRecordSequence<Self> {
        SESParallelRecordSequence(
            self,
            .init(
                batchCount: Swift.max(workerCount, 1), batchByteCount: Swift.max(batchByteCount, 1),
                maximumRecordByteCount: maximumRecordByteCount))
    }
}
