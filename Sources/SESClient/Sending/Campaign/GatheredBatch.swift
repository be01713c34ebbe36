import Synchronization

/// The messages that wait until there are enough for a call, and who watches that they don't wait too long.
final class GatheredBatch: Sendable {
    fileprivate struct State {
        var batch = SendBatch()
        /// How many calls were taken.
        var number = 0
        var alarm: Task<Void, Never>?
    }

    private let state = Mutex(State())

    var batch: SendBatch { state.withLock(\.batch) }
    var alarm: Task<Void, Never>? { state.withLock(\.alarm) }

    /// Adds a message; returns how many there are, and what ``take(_:)`` knows these by.
    func append(_ item: SendItem) -> (count: Int, number: Int) {
        state.withLock { state in
            state.batch.append(item)
            return (state.batch.items.count, state.number)
        }
    }

    /// Keeps the task that watches the messages.
    func setAlarm(_ alarm: Task<Void, Never>) {
        state.withLock { $0.alarm = alarm }
    }

    /// Takes the messages, so that nobody needs to watch them any more.
    func take() -> SendBatch {
        let (batch, alarm) = state.withLock { state in (state.takeBatch(), state.alarm.take()) }
        alarm?.cancel()
        return batch
    }

    /// Takes the messages for the task that watches them; nil if they were taken before.
    func take(_ number: Int) -> SendBatch? {
        state.withLock { $0.number == number ? $0.takeBatch() : nil }
    }
}

extension GatheredBatch.State {
    fileprivate mutating func takeBatch() -> SendBatch {
        number += 1
        defer { batch = SendBatch() }
        return batch
    }
}
