#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The records of a delivery that arrives in pieces, such as a large file of Firehose, read as they come.
///
/// It reads what ``SESEvent/decodeRecords(from:maximumByteCount:)`` reads; the pieces may end anywhere. It keeps no more than
/// one piece and the beginning of one record, however long the whole is.
public struct SESRecordSequence<Base: AsyncSequence>: AsyncSequence where Base.Element == Data {
    /// A record.
    public typealias Element = SESRecord

    private let base: Base
    private let maximumRecordByteCount: Int

    init(_ base: Base, maximumRecordByteCount: Int) {
        self.base = base
        self.maximumRecordByteCount = maximumRecordByteCount
    }

    /// Starts at the first record.
    public func makeAsyncIterator() -> Iterator {
        Iterator(base: base.makeAsyncIterator(), maximumRecordByteCount: maximumRecordByteCount)
    }

    /// Walks through the records.
    public struct Iterator: AsyncIteratorProtocol {
        private var base: Base.AsyncIterator
        private var reader: PiecewiseReader
        /// The records of a piece, the first one last.
        @usableFromInline
        var records: [SESRecord] = []
        private var isAtEnd = false

        fileprivate init(base: Base.AsyncIterator, maximumRecordByteCount: Int) {
            self.base = base
            reader = PiecewiseReader(maximumRecordByteCount: maximumRecordByteCount)
        }

        /// The next record; nil after the last.
        ///
        /// It waits only for a piece, not for each record.
        ///
        /// - Throws: What the sequence of pieces throws, and `CancellationError` if that ended because the task was
        ///   cancelled; a record that can't be read doesn't throw.
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
                if let piece = try await base.next(isolation: actor) {
                    reader.read(piece)
                } else {
                    isAtEnd = true
                    // What was cut off by that is no broken record.
                    try Task.checkCancellation()
                    reader.readEnd()
                }
                records = reader.takeRecords()
                records.reverse()
            }
        }
    }
}

extension SESRecordSequence: Sendable where Base: Sendable {}

extension AsyncSequence where Element == Data {
    /// The records of what a destination delivered, of which these are the pieces.
    ///
    /// - Parameter maximumRecordByteCount: The most bytes one record may have, 1 MiB by default; a larger one is a failure
    ///   and costs only itself.
    public func sesRecords(maximumRecordByteCount: Int = 1 << 20) -> SESRecordSequence<Self> {
        SESRecordSequence(self, maximumRecordByteCount: maximumRecordByteCount)
    }
}
