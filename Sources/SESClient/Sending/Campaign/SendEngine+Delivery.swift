import SESValues

extension SendEngine {
    /// Sends messages that were begun, until each has an outcome or the run stops.
    func deliver(_ items: [SendItem]) async {
        defer { queue.endCall() }
        do {
            try await journal?.write(items.map { .intent(key: $0.key) })
        } catch {
            for _ in items { queue.forget() }
            queue.stop(error)
            return
        }
        await attempt(items, number: 1)
    }

    private func attempt(_ items: [SendItem], number: Int) async {
        let verdicts = await carrier.send(items)
        var outcomes: [(item: SendItem, result: SendOutcome.Result)] = []
        var throttled: [SendItem] = []
        var together: [SendItem] = []
        var stopped: [SendItem] = []
        var failure: (any Error)?
        for (item, verdict) in zip(items, verdicts) {
            switch verdict {
            case .sent(let messageID): outcomes.append((item, .sent(messageID: messageID)))
            case .refused(let error): outcomes.append((item, .refused(error)))
            case .unknown(let error): outcomes.append((item, .unknown(error)))
            case .throttled(let error) where number >= options.throttledAttempts:
                limiter.noteThrottled()
                outcomes.append((item, .refused(error)))
            case .throttled:
                limiter.noteThrottled()
                throttled.append(item)
            case .refusedTogether: together.append(item)
            case .stopped(let error):
                failure = failure ?? error
                stopped.append(item)
            }
        }
        // First, so that as little as possible is started in vain.
        if let failure { queue.stop(CommonFailure(underlyingError: failure)) }
        await settle(outcomes)
        // Those that wait to be tried again aren't on their way meanwhile.
        await release(stopped + throttled + together)
        for _ in stopped { queue.forget() }
        for batch in batches(of: throttled) { await attemptInTurn(batch, number: number + 1) }
        // Halves find the ones that are to blame, and let the others go.
        let middle = together.count / 2
        for half in [together.prefix(middle), together.dropFirst(middle)] {
            for batch in batches(of: Array(half)) { await attemptInTurn(batch, number: number) }
        }
    }

    private func attemptInTurn(_ batch: SendBatch, number: Int) async {
        do {
            try await queue.interruptibly { [limiter] in
                try await limiter.acquire(recipients: batch.recipientCount, together: batch.items.count > 1)
            }
            if let reason = queue.stopReason { throw reason }
            try await journal?.write(batch.items.map { .intent(key: $0.key) })
        } catch {
            for _ in batch.items { queue.forget() }
            // If it is to stop already, the first reason stays.
            queue.stop(error)
            return
        }
        await attempt(batch.items, number: number)
    }

    private func batches(of items: [SendItem]) -> [SendBatch] {
        items.reduce(into: []) { batches, item in
            if let last = batches.last, hasRoom(last, for: item) {
                batches[batches.count - 1].append(item)
            } else {
                var batch = SendBatch()
                batch.append(item)
                batches.append(batch)
            }
        }
    }

    /// Writes outcomes down, then reports them.
    private func settle(_ outcomes: [(item: SendItem, result: SendOutcome.Result)]) async {
        do {
            try await journal?.write(outcomes.map { JournalRecord($0.result, of: $0.item.key) })
        } catch {
            queue.stop(error)
        }
        for outcome in outcomes { queue.add(outcome.result, of: outcome.item) }
    }

    /// Writes down that messages surely weren't sent: the next run would send them.
    private func release(_ items: [SendItem]) async {
        do {
            try await journal?.write(items.map { .released(key: $0.key) })
        } catch {
            queue.stop(error)
        }
    }
}

extension JournalRecord {
    /// What a journal keeps of an outcome.
    fileprivate init(_ result: SendOutcome.Result, of key: String) {
        self =
            switch result {
            // Ids have some sixty characters; a line has its limit, whatever the service may answer.
            case .sent(let messageID): .sent(key: key, messageID: String(messageID.unicodeScalars.prefix(1000)))
            case .refused(let error): .refused(key: key, code: error.code.description)
            case .unknown(let error): .unknown(key: key, code: error.code.description)
            }
    }
}
