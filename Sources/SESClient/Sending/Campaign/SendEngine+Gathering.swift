extension SendEngine {
    /// Starts all messages of the source.
    func startAll() async throws {
        try await source.walk { item in
            if let stop = queue.stopReason { throw stop }
            if try isToSend(item) { try await gather(item) }
            // Before it, the source isn't asked for more.
            try await queue.waitForRoom()
        }
        try await turnstile.enter()
        defer { turnstile.leave() }
        try await start(gathered.take())
    }

    /// Adds a message to those that wait for a call, and starts the call once it is full.
    private func gather(_ item: SendItem) async throws {
        try await turnstile.enter()
        defer { turnstile.leave() }
        if !hasRoom(gathered.batch, for: item) { try await start(gathered.take()) }
        let (count, number) = gathered.append(item)
        if count >= carrier.batchCount {
            try await start(gathered.take())
        } else if count == 1, sourceMayWait {
            gathered.setAlarm(Task { await self.startLate(number) })
        }
    }

    func hasRoom(_ batch: SendBatch, for item: SendItem) -> Bool {
        batch.hasRoom(
            for: item, countLimit: carrier.batchCount, recipientLimit: min(limiter.largestBatch, carrier.batchCount))
    }

    /// Starts a call that isn't full, if it still isn't when its messages have waited long enough.
    private func startLate(_ number: Int) async {
        // Longer than any source is waited for, and short enough for any clock.
        let wait = min(options.batchWait, .seconds(24 * 3600))
        do {
            if wait > .zero { try await client.configuration.clock.sleep(for: wait) }
            try await turnstile.enter()
            defer { turnstile.leave() }
            if let batch = gathered.take(number) { try await start(batch) }
        } catch {
            // Somebody else has started it, or the run is to stop and says itself why.
        }
    }

    /// Sees to it that no call is started any more.
    func endGathering() async {
        let alarm = gathered.alarm
        alarm?.cancel()
        await alarm?.value
    }
}
