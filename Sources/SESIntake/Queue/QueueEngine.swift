import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Takes messages from a queue, keeps them from others while they are in hand, and gives them back or has them deleted.
///
/// Its tasks are nobody's children: cancelling who takes deliveries begins a shutdown, which takes its time.
actor QueueEngine {
    enum Phase { case idle, running, draining, ended }

    /// A message that is in hand.
    struct Held {
        let messageID: String
        let receipt: String
        let receiveCount: Int
        let sentAt: Date?
        let records: [SESRecord]
        /// For each record the key of its event; nil for a notice.
        let keys: [QueueMemory.Key?]
        /// What it has in hand, once it was handed out.
        var claimed: [QueueMemory.Key] = []
        var task: Task<Void, Never>?
    }

    struct Deletion {
        let messageID: String
        let receipt: String
    }

    let calls: SQSCalls
    let queueURL: String
    let options: QueueOptions
    let report: @Sendable (QueueReport) -> Void

    var phase = Phase.idle
    var held: [UInt64: Held] = [:]
    /// Those that nobody has taken yet, in their order.
    private var ready: [UInt64] = []
    /// Those with an event that another message has in hand.
    private var parked: [UInt64] = []
    private var lastID: UInt64 = 0
    private var memory: QueueMemory
    var deletions: [Deletion] = []
    /// Calls that a shutdown waits for.
    var callsUnderway = 0
    var lingering: Task<Void, Never>?
    private(set) var failure: SESIntakeError?
    private var poller: Task<Void, Never>?
    var heart: Task<Void, Never>?
    private var waiters: [CheckedContinuation<Void, Never>] = []

    init(
        _ calls: SQSCalls, queueURL: String, options: QueueOptions, report: @escaping @Sendable (QueueReport) -> Void
    ) {
        self.calls = calls
        self.queueURL = queueURL
        self.options = options
        self.report = report
        memory = QueueMemory(window: options.deduplicationWindow, capacity: options.rememberedEvents)
    }

    var clock: any Clock<Duration> { calls.configuration.clock }
    var now: Date { calls.configuration.now() }

    // MARK: Waiting for a change

    func changed() {
        let all = waiters
        waiters = []
        for waiter in all { waiter.resume() }
    }

    /// Waits until something may have changed.
    func change() async {
        await withCheckedContinuation { waiters.append($0) }
    }

    // MARK: Handing out

    /// Begins to take messages.
    ///
    /// - Returns: False if it takes some already, or was shut down.
    func start() -> Bool {
        guard phase == .idle else { return false }
        phase = .running
        poller = Task { await poll() }
        heart = Task { await beat() }
        return true
    }

    /// The next message that is to be handled; nil once there will be none.
    func next() async -> QueueDelivery? {
        while phase == .running {
            if !ready.isEmpty {
                let id = ready.removeFirst()
                if let delivery = handOut(id) { return delivery }
                continue
            }
            await change()
        }
        return nil
    }

    /// Notes who works on a message, to be cancelled when the grace is over.
    func attach(_ task: Task<Void, Never>, to id: UInt64) {
        held[id]?.task = task
    }

    private func handOut(_ id: UInt64) -> QueueDelivery? {
        guard let message = held[id] else { return nil }
        // What was handled while the message waited is left out here, too.
        let fresh = zip(message.records, message.keys).filter { _, key in
            key.map { !memory.isHandled($0, at: now) } ?? true
        }
        return QueueDelivery(
            messageID: message.messageID, queueURL: queueURL, receiveCount: message.receiveCount,
            sentAt: message.sentAt, records: fresh.map(\.0), hold: QueueHold(id, self))
    }

    // MARK: Taking in

    /// So many deletions and the like may wait for Amazon SQS before no more messages are taken.
    private static let maximumCallsUnderway = 100

    private func poll() async {
        var failures = 0
        while phase == .running {
            let free = options.concurrency - held.count
            guard free > 0, callsUnderway < Self.maximumCallsUnderway else {
                await change()
                continue
            }
            do {
                let messages = try await calls.receive(atMost: min(free, options.maximumMessages), options)
                failures = 0
                for message in messages { take(message) }
                changed()
            } catch {
                guard phase == .running else { return }
                let (known, isFinal) = SQSCalls.failure(error)
                if isFinal { return fail(known) }
                failures += 1
                let delay = pause(afterFailures: failures)
                report(.callFailed(known, retryAfter: delay))
                try? await clock.sleep(for: delay)
            }
        }
    }

    /// Half of 1, 2, 4 … 20 seconds, and a random part of the other half.
    func pause(afterFailures count: Int) -> Duration {
        let ceiling = Duration.seconds(min(1 << min(count - 1, 5), 20))
        return ceiling * (0.5 + 0.5 * min(max(calls.configuration.random(), 0), 1))
    }

    private func take(_ message: SQSWire.Received.Message) {
        let count = message.attributes?["ApproximateReceiveCount"].flatMap(Int.init) ?? 1
        let sent = message.attributes?["SentTimestamp"].flatMap(Double.init)
            .map { Date(timeIntervalSince1970: $0 / 1000) }
        lastID += 1
        do throws(SESIntakeError) {
            let records = try QueueContent.records(in: message.body, topics: options.topics)
            held[lastID] = Held(
                messageID: message.messageId, receipt: message.receiptHandle, receiveCount: count, sentAt: sent,
                records: records, keys: records.map { $0.event.map(QueueMemory.key) })
            if phase == .running { admit(lastID) } else { release(lastID, after: .zero) }
        } catch {
            report(.poison(messageID: message.messageId, receiveCount: count, reason: error))
        }
    }

    /// Gets a message ready, unless its events were handled or are being handled.
    private func admit(_ id: UInt64) {
        guard let message = held[id] else { return }
        let keys = message.keys.compactMap { $0 }
        if memory.isUnderway(keys, besides: id) {
            parked.append(id)
            return
        }
        let fresh = keys.filter { !memory.isHandled($0, at: now) }
        if fresh.isEmpty, !keys.isEmpty, message.records.count == keys.count {
            report(.duplicate(messageID: message.messageID))
            return acknowledge(id)
        }
        memory.begin(fresh, by: id)
        held[id]?.claimed = fresh
        ready.append(id)
    }

    private func admitParked() {
        let all = parked
        parked = []
        for id in all { admit(id) }
    }

    // MARK: Settling

    func acknowledge(_ id: UInt64) {
        guard let message = held.removeValue(forKey: id) else { return }
        memory.handled(message.claimed, at: now)
        enqueue(Deletion(messageID: message.messageID, receipt: message.receipt))
        settled()
    }

    func release(_ id: UInt64, after delay: Duration?) {
        guard let message = withdraw(id) else { return }
        if let delay { giveBack([message], after: delay) }
        settled()
    }

    private func withdraw(_ id: UInt64) -> Held? {
        guard let message = held.removeValue(forKey: id) else { return nil }
        memory.abandon(message.claimed, by: id)
        return message
    }

    private func settled() {
        if phase == .running { admitParked() }
        changed()
    }

    /// Notes that a handler threw.
    func failed(_ id: UInt64, with error: any Error) {
        guard let message = held[id] else { return }
        report(.handlerFailed(messageID: message.messageID, receiveCount: message.receiveCount, error: error))
        release(id, after: options.delay(afterReceives: message.receiveCount))
    }

    /// Notes that the queue refuses to be worked with, and begins to end.
    func fail(_ error: SESIntakeError) {
        if failure == nil { failure = error }
        beginShutdown()
    }

    // MARK: Shutdown

    /// Begins to end: no message is taken from now on, and those that nobody works on are given back.
    func beginShutdown() {
        switch phase {
        case .idle:
            phase = .ended
            changed()
        case .running:
            phase = .draining
            poller?.cancel()
            let untouched = ready + parked
            (ready, parked) = ([], [])
            giveBack(untouched.compactMap(withdraw), after: .zero)
            changed()
            Task { await drain() }
        case .draining, .ended: break
        }
    }

    /// Waits for the end.
    func ended() async {
        while phase != .ended { await change() }
    }

    private func drain() async {
        let grace = Task { [clock, options] in
            guard (try? await clock.sleep(for: options.shutdownGrace)) != nil else { return }
            self.graceIsOver()
        }
        // What a call brings that couldn't be stopped any more is given back by it.
        await poller?.value
        while !held.isEmpty { await change() }
        grace.cancel()
        lingering?.cancel()
        flush()
        while callsUnderway > 0 || !deletions.isEmpty { await change() }
        heart?.cancel()
        phase = .ended
        changed()
    }

    private func graceIsOver() {
        let left = held.keys.compactMap(withdraw)
        for message in left { message.task?.cancel() }
        giveBack(left, after: .zero)
        changed()
    }
}
