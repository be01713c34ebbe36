import SESClient

extension QueueEngine {
    // MARK: Visibility

    /// Renews the visibility of what is in hand, as long as the engine lives.
    func beat() async {
        while phase != .ended {
            guard (try? await clock.sleep(for: options.heartbeat)) != nil else { return }
            let all = held.values.map { ($0.messageID, $0.receipt) }
            for batch in all.chunks(of: SQSCalls.batchSize) {
                await renew(batch)
            }
        }
    }

    private func renew(_ batch: [(messageID: String, receipt: String)]) async {
        let seconds = Int(options.visibilityTimeout.components.seconds)
        do {
            let refusals = try await calls.changeVisibility(batch.map(\.receipt), to: seconds)
            for (index, refusal) in refusals where batch.indices.contains(index) {
                // One that was settled meanwhile has nothing to lose.
                guard held.values.contains(where: { $0.receipt == batch[index].receipt }) else { continue }
                report(.visibilityLost(messageID: batch[index].messageID, reason: refusal.code))
            }
        } catch {
            let (known, isFinal) = SQSCalls.failure(error)
            if isFinal { return fail(known) }
            // The next beat comes before the time is over.
            report(.callFailed(known, retryAfter: options.heartbeat))
        }
    }

    /// Lets messages come again after a while.
    func giveBack(_ messages: [Held], after delay: Duration) {
        let seconds = Int(min(max(delay, .zero), .seconds(43_200)).components.seconds)
        for batch in messages.chunks(of: SQSCalls.batchSize) {
            callsUnderway += 1
            Task {
                // If it fails they come when their visibility is over, which loses nothing.
                _ = try? await calls.changeVisibility(batch.map(\.receipt), to: seconds)
                callsUnderway -= 1
                changed()
            }
        }
    }

    // MARK: Deletion

    /// Has a message deleted, together with others that come within the linger.
    func enqueue(_ deletion: Deletion) {
        deletions.append(deletion)
        if deletions.count >= SQSCalls.batchSize || phase != .running || options.deleteLinger == .zero {
            return flush()
        }
        guard lingering == nil else { return }
        lingering = Task { [clock, options] in
            guard (try? await clock.sleep(for: options.deleteLinger)) != nil else { return }
            lingering = nil
            flush()
        }
    }

    /// Deletes what waits to be deleted, in calls that run at the same time.
    func flush() {
        lingering?.cancel()
        lingering = nil
        let all = deletions
        deletions = []
        for batch in all.chunks(of: SQSCalls.batchSize) {
            callsUnderway += 1
            Task {
                await delete(batch)
                callsUnderway -= 1
                changed()
            }
        }
    }

    private static let attempts = 5

    private func delete(_ batch: [Deletion]) async {
        var left = batch
        var failures = 0
        while !left.isEmpty {
            do {
                let refusals = try await calls.delete(left.map(\.receipt))
                for (index, refusal) in refusals where left.indices.contains(index) {
                    guard refusal.isFinal || failures + 1 >= Self.attempts else { continue }
                    report(.notDeleted(messageID: left[index].messageID, reason: refusal.code))
                }
                left = left.indices.compactMap { refusals[$0].map { $0.isFinal } == false ? left[$0] : nil }
            } catch {
                let (known, isFinal) = SQSCalls.failure(error)
                if isFinal || failures + 1 >= Self.attempts {
                    for deletion in left { report(.notDeleted(messageID: deletion.messageID, reason: known.message)) }
                    return isFinal ? fail(known) : ()
                }
                report(.callFailed(known, retryAfter: pause(afterFailures: failures + 1)))
            }
            failures += 1
            guard !left.isEmpty, failures < Self.attempts else { return }
            try? await clock.sleep(for: pause(afterFailures: failures))
        }
    }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
