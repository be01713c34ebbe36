import SESValues
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Runs through the messages of a source: reads them, paces them, sends them, and remembers what became of them.
final class SendEngine: Sendable {
    /// A failure that would be that of every other message as well.
    struct CommonFailure: Error {
        let underlyingError: any Error
    }

    let client: SESv2Client
    let configurationSet: ConfigurationSetName?
    /// All but the journal.
    let options: SendOptions
    let limiter: SendRateLimiter
    let carrier: any SendCarrier
    let queue: OutcomeQueue
    let gathered = GatheredBatch()
    /// Lets the reader of the source and who watches it start calls in turn.
    let turnstile = Turnstile()
    /// Whether the source may keep those waiting who were read before: one that knows its count has its messages at
    /// hand.
    var sourceMayWait: Bool { source.count == nil }
    let source: SendSource
    /// Where the run keeps what it has sent, until its end.
    private let keptJournal: Mutex<SendJournal?>
    private let isStarted = Mutex(false)

    init(
        client: SESv2Client, configurationSet: ConfigurationSetName?, carrier: any SendCarrier, options: SendOptions,
        source: SendSource
    ) {
        self.client = client
        self.configurationSet = configurationSet
        self.carrier = carrier
        keptJournal = Mutex(options.journal)
        var options = options
        options.journal = nil
        self.options = options
        self.source = source
        let clock = client.configuration.clock
        // A clock that the limiter moves would overtake the other calls under way, which would all arrive at once.
        let pacingClock = options.limiter == nil ? client.configuration.pacingClock : nil
        limiter = options.limiter ?? SendRateLimiter(clock: pacingClock ?? clock)
        queue = OutcomeQueue(
            callLimit: pacingClock == nil ? options.concurrency : 1, batchCount: carrier.batchCount,
            expectedCount: options.expectedCount ?? source.count, clock: clock, date: client.configuration.now)
    }

    /// Begins, in a task of its own.
    ///
    /// - Throws: ``SESv2Error`` if it has begun before: its messages would be sent twice.
    func start() throws(SESv2Error) {
        let isFirst = isStarted.withLock { isStarted in
            defer { isStarted = true }
            return !isStarted
        }
        guard isFirst else {
            throw SESv2Error(.invalidRequest, ownMessage: "a run can be iterated once: it would send all again")
        }
        queue.setStarter(Task { await self.run() })
    }

    private func run() async {
        do {
            try journal?.begin(configurationSet: configurationSet)
        } catch {
            keptJournal.withLock { $0 = nil }
            queue.finish(.failure(error))
            return
        }
        var failure: (any Error)?
        do {
            try await learnRate()
            try await startAll()
        } catch {
            failure = error
        }
        await endGathering()
        await queue.waitUntilIdle()
        endJournal()
        guard let reason = queue.stopReason ?? failure else {
            queue.finish(.success(()))
            return
        }
        queue.finish(.failure(await explained(reason)))
    }

    // MARK: The journal

    var journal: SendJournal? { keptJournal.withLock { $0 } }

    /// Lets go of the journal: who is told of the run's end may open the file.
    private func endJournal() {
        keptJournal.withLock { $0.take() }?.end()
    }

    // MARK: Starting messages

    private func learnRate() async throws {
        guard !limiter.isFixed else { return }
        do {
            limiter.learn(try await client.getAccount().sendQuota)
        } catch let error as SESv2Error
            where ![.noCredentials, .credentialsUnavailable, .invalidSettings].contains(error.code)
        {
            // It may send without being allowed to ask, and is told of wrong credentials by the first send.
        } catch {
            throw error is CancellationError ? error : CommonFailure(underlyingError: error)
        }
    }

    /// Whether a message is to be sent; if not, its outcome is known.
    func isToSend(_ item: SendItem) throws -> Bool {
        if case .entry(let entry) = item.content {
            do {
                try entry.validate(at: FieldPath("BulkEmailEntries").index(item.index))
            } catch {
                let refusal = SESv2Error(
                    .invalidRequest, ownMessage: error.description, operation: carrier.operation,
                    underlyingError: error)
                queue.addUnsent(.refused(refusal), of: item)
                return false
            }
        }
        guard let journal else { return true }
        guard (1...256).contains(item.key.utf8.count) else {
            queue.addUnsent(.refused(wrongKey(item, "must have 1 to 256 bytes")), of: item)
            return false
        }
        switch journal.claim(item.key) {
        case .free: return true
        case .twice:
            queue.addUnsent(.refused(wrongKey(item, "is that of an earlier message")), of: item)
            return false
        case .taken(let standing):
            guard
                let result = SendOutcome.Result(
                    standing, resendsUnknown: options.resendsUnknown, operation: carrier.operation)
            else { return true }
            queue.addUnsent(result, of: item, isFromJournal: true)
            return false
        }
    }

    private func wrongKey(_ item: SendItem, _ rule: String) -> SESv2Error {
        SESv2Error(
            .invalidRequest, ownMessage: "the key of message \(item.index) \(rule)", operation: carrier.operation)
    }

    func start(_ batch: SendBatch) async throws {
        guard !batch.items.isEmpty else { return }
        try await queue.waitForRoom()
        try await limiter.acquire(recipients: batch.recipientCount, together: batch.items.count > 1)
        guard queue.begin(batch.items.count) else { throw queue.stopReason ?? CancellationError() }
        // A task that nobody cancels: what is on its way is waited for.
        Task { await deliver(batch.items) }
    }

    // MARK: The end

    /// What the run ends with for a reason.
    private func explained(_ reason: any Error) async -> any Error {
        guard let failure = reason as? CommonFailure else { return reason }
        let error = failure.underlyingError as? SESv2Error
        var quota: SendQuota?
        var mayContinueAt: Date?
        if error?.code == .dailyQuotaExceeded {
            // This task is cancelled by now.
            quota = await Task { [client] in try? await client.getAccount().sendQuota }.value
            mayContinueAt = (queue.firstSend ?? client.configuration.now()).addingTimeInterval(24 * 3600)
        }
        return SendStop(
            error: error, underlyingError: failure.underlyingError, quota: quota,
            mayContinueAt: mayContinueAt, progress: queue.progress)
    }
}

extension SendOutcome.Result {
    /// What a journal says of a message; nil if it is to be sent.
    init?(_ standing: SendJournal.Standing, resendsUnknown: Bool, operation: String) {
        switch standing {
        case .released: return nil
        case .sent(let messageID): self = .sent(messageID: messageID)
        case .open, .unknown:
            guard !resendsUnknown else { return nil }
            let code: SESv2Error.Code = if case .unknown(let code) = standing { code } else { .outcomeUnknown }
            self = .unknown(
                SESv2Error(
                    code, ownMessage: "it isn't known whether the message was accepted: an earlier run sent it",
                    operation: operation))
        case .refused(let code):
            let error = SESv2Error(
                code, ownMessage: "the message was refused in an earlier run", operation: operation)
            // What was in the way then may be gone.
            guard !error.isSafeToRetry, code != .sendingPaused else { return nil }
            self = .refused(error)
        }
    }
}
