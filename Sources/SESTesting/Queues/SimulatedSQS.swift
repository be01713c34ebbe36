public import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Amazon SQS in memory, behind a consumer's transport: queues with visibility time-outs and dead-letter queues.
///
/// Time is that of a ``SimulatedClock``: a message that is hidden comes again, and a call that waits for messages ends, when the
/// clock is moved so far; such a call ends at once when a message arrives. A message is deleted, and its visibility changed,
/// only by the receipt handle of the last time it was received.
///
/// ```swift
/// let sqs = SimulatedSQS(clock: simulator.clock)
/// let queue = await sqs.createQueue("events")
/// let consumer = try SQSQueueConsumer(
///     queueURL: queue, credentials: StaticCredentialProvider(sqs.credentials), transport: sqs.transport,
///     configuration: sqs.configuration)
/// ```
public actor SimulatedSQS {
    /// The region it plays.
    public nonisolated let region: Region
    /// The account it plays, twelve digits.
    public nonisolated let accountID: String
    /// Its time.
    public nonisolated let clock: SimulatedClock
    /// The credentials it accepts.
    public nonisolated let credentials: AWSCredentials

    /// The names of the operations that were called, in order; those that a fault kept from it aren't among them.
    public internal(set) var calls: [String] = []

    var queues: [String: SimulatedQueue] = [:]
    var faults: [(effect: SimulatedFault.Effect, operation: String?, remaining: Int)] = []
    var random: SeededGenerator
    nonisolated let arrivals = ArrivalSignal()

    /// Creates a region's queues.
    ///
    /// - Parameters:
    ///   - region: The region it plays; a consumer of another is refused.
    ///   - accountID: The account it plays, twelve digits.
    ///   - seed: What all randomness comes from.
    ///   - clock: Its time.
    ///   - credentials: The credentials it accepts.
    public init(
        region: Region = .euWest1, accountID: String = "123456789012", seed: UInt64 = 1,
        clock: SimulatedClock = SimulatedClock(), credentials: AWSCredentials = SESSimulator.defaultCredentials
    ) {
        self.region = region
        self.accountID = accountID
        self.clock = clock
        self.credentials = credentials
        random = SeededGenerator(seed: seed)
    }

    /// The host of SQS in the region.
    public nonisolated var host: String { "sqs.\(region).\(region.partition.dnsSuffix)" }

    /// What consumers reach it by.
    public nonisolated var transport: any HTTPTransport { SimulatedSQSTransport(sqs: self) }

    /// A configuration of calls on its clock, whose waits take as little as they can.
    public nonisolated var configuration: SESv2Client.Configuration {
        SESv2Client.Configuration(
            now: { [clock] in clock.date }, clock: clock, random: { 0 }, settings: AWSSettings())
    }

    // MARK: Queues

    /// Creates a queue, or changes one.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - deadLetterQueue: The URL of the queue that gets what was received too often; nil for none.
    ///   - maximumReceiveCount: How often a message is received before it goes there.
    /// - Returns: Its URL.
    @discardableResult
    public func createQueue(
        _ name: String, deadLetterQueue: String? = nil, maximumReceiveCount: Int = 3
    ) -> String {
        let url = "https://\(host)/\(accountID)/\(name)"
        queues[url, default: SimulatedQueue()].deadLetterURL = deadLetterQueue
        queues[url]?.maximumReceiveCount = deadLetterQueue == nil ? .max : maximumReceiveCount
        return url
    }

    /// Deletes a queue with all that is on it.
    ///
    /// - Parameter url: The queue's URL.
    public func deleteQueue(_ url: String) {
        queues[url] = nil
    }

    /// Puts a message on a queue; on one that isn't there it is lost.
    ///
    /// - Parameters:
    ///   - body: What it holds.
    ///   - url: The queue's URL.
    /// - Returns: The message's id.
    @discardableResult
    public func send(_ body: String, to url: String) -> String {
        let id = random.uuid()
        queues[url]?.messages.append(
            SimulatedQueueMessage(id: id, body: body, sentAt: clock.date, visibleFrom: clock.now))
        arrivals.arrived()
        return id
    }

    /// What is on a queue, hidden or not, in the order it was sent: each message's body, and how often it was received.
    ///
    /// - Parameter url: The queue's URL.
    public func messages(on url: String) -> [(body: String, receiveCount: Int)] {
        (queues[url]?.messages ?? []).map { ($0.body, $0.receiveCount) }
    }

    /// How many messages of a queue are hidden.
    ///
    /// - Parameter url: The queue's URL.
    public func hiddenCount(on url: String) -> Int {
        (queues[url]?.messages ?? []).count { $0.visibleFrom > clock.now }
    }

    // MARK: Faults

    /// Lets something go wrong in the next calls.
    ///
    /// - Parameters:
    ///   - fault: What goes wrong; a fault "processed" is a lost answer, as of a `ReceiveMessage` whose messages are hidden then.
    ///   - operation: Only in calls of this operation, such as `DeleteMessageBatch`; any by default.
    ///   - times: In how many calls.
    public func inject(_ fault: SimulatedFault, on operation: String? = nil, times: Int = 1) {
        guard times > 0 else { return }
        faults.append((fault.effect, operation, times))
    }

    /// Forgets the faults that haven't happened yet.
    public func clearFaults() {
        faults = []
    }

    /// Refuses single entries of the next batches, as of `DeleteMessageBatch`, in an answer whose call succeeds.
    ///
    /// - Parameters:
    ///   - code: The reason's name.
    ///   - isSenderFault: Whether repeating doesn't help.
    ///   - count: How many entries.
    ///   - operation: The batches of which operation.
    public func refuseEntries(_ count: Int, of operation: String, code: String, senderFault isSenderFault: Bool) {
        refusedEntries = (operation, code, isSenderFault, count)
    }

    var refusedEntries: (operation: String, code: String, isSenderFault: Bool, remaining: Int)?

    func takeFault(for operation: String) -> SimulatedFault.Effect? {
        guard let index = faults.firstIndex(where: { $0.operation == nil || $0.operation == operation }) else {
            return nil
        }
        faults[index].remaining -= 1
        defer { if faults[index].remaining <= 0 { faults.remove(at: index) } }
        return faults[index].effect
    }
}
