import Dispatch
import Synchronization

/// Brings records to the disk, all that wait at a time together.
///
/// While one group is on its way to the disk the next one gathers; so the number of disk writes depends on the disk's speed, not
/// on the number of records.
final class JournalWriter: Sendable {
    private struct Group {
        var bytes: [UInt8] = []
        var waiting: [CheckedContinuation<Result<Void, SESv2Error>, Never>] = []
    }

    private struct State {
        var checksum: JournalChecksum
        var gathered = Group()
        var isWriting = false
        /// Why nothing can be written any more: what follows a line that is half written would be lost.
        var failure: SESv2Error?
        var groupCount = 0
    }

    private let write: @Sendable ([UInt8]) throws(SESv2Error) -> Void
    private let queue = DispatchQueue(label: "SendJournal")
    private let state: Mutex<State>

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - checksum: The checksum up to the end of the file.
    ///   - write: Appends bytes, and returns when they are on the disk; is called from one thread at a time, where it may
    ///     take its time.
    init(after checksum: JournalChecksum, write: @escaping @Sendable ([UInt8]) throws(SESv2Error) -> Void) {
        self.write = write
        state = Mutex(State(checksum: checksum))
    }

    /// How many groups were written.
    var groupCount: Int { state.withLock(\.groupCount) }

    /// Appends records, and returns when they are on the disk, whether or not the task is cancelled.
    func append(_ records: [JournalRecord]) async throws(SESv2Error) {
        guard !records.isEmpty else { return }
        let result = await withCheckedContinuation { continuation in
            let (failure, isFirst) = state.withLock { state in
                guard state.failure == nil else { return (state.failure, false) }
                for record in records { state.gathered.bytes += state.checksum.line(record) }
                state.gathered.waiting.append(continuation)
                defer { state.isWriting = true }
                return (nil, !state.isWriting)
            }
            if let failure { continuation.resume(returning: .failure(failure)) }
            if isFirst { queue.async { self.writeAll() } }
        }
        try result.get()
    }

    private func writeAll() {
        while let group = takeGroup() {
            let result = Result { () throws(SESv2Error) in try write(group.bytes) }
            if case .failure(let error) = result { state.withLock { $0.failure = error } }
            for continuation in group.waiting { continuation.resume(returning: result) }
        }
    }

    /// What has gathered; nil if it is nothing, or can't be written any more.
    private func takeGroup() -> Group? {
        let (group, failure) = state.withLock { state in
            defer { state.gathered = Group() }
            state.isWriting = !state.gathered.waiting.isEmpty && state.failure == nil
            if state.isWriting { state.groupCount += 1 }
            return (state.gathered, state.failure)
        }
        if let failure { for continuation in group.waiting { continuation.resume(returning: .failure(failure)) } }
        return failure == nil && !group.waiting.isEmpty ? group : nil
    }
}
