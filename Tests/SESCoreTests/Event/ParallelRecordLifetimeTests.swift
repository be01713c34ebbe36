import Foundation
import SESCore
import Synchronization
import Testing

@Suite("Reading on several cores begins and ends with who takes the records", .timeLimit(.minutes(5)))
struct ParallelRecordLifetimeTests {
    private static let line = Data("{\"eventType\":\"Send\",\"mail\":{\"messageId\":\"m\"}}\n".utf8)

    /// Pieces, as many as one wants, that count how many were taken and tell when nobody holds their iterator any more.
    private struct Source: AsyncSequence, Sendable {
        struct Broken: Error {}

        let piece: Data
        var error: Broken?
        /// How many pieces there are; after them comes the error, if there is one.
        var count = Int.max
        let taken = Counter()
        let ending = AsyncStream.makeStream(of: Never.self)

        func makeAsyncIterator() -> Iterator { Iterator(source: self, hold: Hold(ending.continuation)) }

        struct Iterator: AsyncIteratorProtocol {
            let source: Source
            let hold: Hold

            mutating func next() async throws -> Data? {
                // One that doesn't look whether it is cancelled.
                guard source.taken.value < source.count else {
                    if let error = source.error { throw error }
                    return nil
                }
                source.taken.increment()
                return source.piece
            }
        }

        final class Hold: Sendable {
            private let end: AsyncStream<Never>.Continuation
            init(_ end: AsyncStream<Never>.Continuation) { self.end = end }
            deinit { end.finish() }
        }
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }
        func increment() { count.withLock { $0 += 1 } }
    }

    /// Ends when nobody reads the source any more.
    private func isGone(_ source: Source) async {
        for await _ in source.ending.stream {}
    }

    private func reader(_ source: Source, batch: Int = 1000) -> SESParallelRecordSequence<Source> {
        source.sesRecordsInParallel(maximumRecordByteCount: 1000, workerCount: 2, batchByteCount: batch)
    }

    @Test("nothing is read before the first record is asked for")
    func lazily() {
        let source = Source(piece: Self.line)
        let iterator = reader(source).makeAsyncIterator()
        withExtendedLifetime(iterator) { #expect(source.taken.value == 0) }
    }

    @Test("pieces are read ahead, but not far")
    func backPressure() async throws {
        let source = Source(piece: Self.line)
        var iterator = reader(source).makeAsyncIterator()
        // Two batches in work, one taken, and one that fills up.
        let ahead = 4 * 1000 / Self.line.count + 8
        for record in 1...3000 {
            #expect(try await iterator.next()?.number == record)
            await Task.yield()
            #expect(source.taken.value <= record + ahead)
        }
    }

    @Test("a whole record is there before the next piece comes", arguments: [1, 10, 1000])
    func promptly(batch: Int) async throws {
        let (pieces, continuation) = AsyncStream.makeStream(of: Data.self)
        var iterator = pieces.sesRecordsInParallel(
            maximumRecordByteCount: 1000, workerCount: 2, batchByteCount: batch
        ).makeAsyncIterator()
        for number in 1...50 {
            continuation.yield(Self.line)
            #expect(try await iterator.next()?.number == number)
        }
        continuation.yield(Self.line.dropLast(3))
        continuation.finish()
        #expect(try await iterator.next()?.failure != nil)
        #expect(try await iterator.next() == nil)
        #expect(try await iterator.next() == nil)
    }

    @Test("an error comes after the records before it, and ends reading", arguments: [0, 1, 7, 500])
    func upstreamError(count: Int) async throws {
        let source = Source(piece: Self.line, error: .init(), count: count)
        var iterator = reader(source).makeAsyncIterator()
        for number in 0..<count { #expect(try await iterator.next()?.number == number + 1) }
        await #expect(throws: Source.Broken.self) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
        await isGone(source)
    }

    @Test("an iterator that is dropped half-way leaves nothing behind", arguments: [1, 30, 1000])
    func dropped(records: Int) async throws {
        let source = Source(piece: Self.line)
        do {
            var iterator = reader(source).makeAsyncIterator()
            for _ in 0..<records { _ = try await iterator.next() }
        }
        await isGone(source)
    }

    @Test("one that waits for a piece is dropped with the pieces")
    func droppedWhileWaiting() async throws {
        let (pieces, continuation) = AsyncStream.makeStream(of: Data.self)
        let (ended, end) = AsyncStream.makeStream(of: Never.self)
        continuation.onTermination = { _ in end.finish() }
        continuation.yield(Self.line)
        do {
            var iterator = pieces.sesRecordsInParallel().makeAsyncIterator()
            #expect(try await iterator.next() != nil)
        }
        for await _ in ended {}
    }

    @Test("cancelling who takes the records cancels all of it")
    func cancelled() async throws {
        let source = Source(piece: Self.line)
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            for try await record in reader(source) where record.number == 100 { begin.yield() }
        }
        for await _ in begun { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        await isGone(source)
    }

    @Test("cancelling wakes who waits for records", arguments: [false, true])
    func cancelledWhileWaiting(isParallel: Bool) async throws {
        let (pieces, continuation) = AsyncStream.makeStream(of: Data.self)
        let (ended, end) = AsyncStream.makeStream(of: Never.self)
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        continuation.onTermination = { _ in end.finish() }
        // What is cut off by cancelling must not look like a broken record.
        continuation.yield(Self.line + Self.line.dropLast(5))
        let task = Task {
            var numbers: [Int] = []
            if isParallel {
                for try await record in pieces.sesRecordsInParallel() {
                    numbers.append(record.number)
                    begin.yield()
                }
            } else {
                for try await record in pieces.sesRecords() {
                    numbers.append(record.number)
                    begin.yield()
                }
            }
            return numbers
        }
        for await _ in begun { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        for await _ in ended {}
    }
}
