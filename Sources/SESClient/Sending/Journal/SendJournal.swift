public import SESValues
import Synchronization

/// What a campaign has sent so far, on disk: a campaign that was killed goes on where it was.
///
/// Before a message's request leaves, the journal holds on disk that it is about to; and what became of it, before the run
/// reports it. So after a kill, a crash or a power failure each message is known to have been settled, not to have been tried, or to
/// have been on its way. Those on their way are reported as unknown by the next run and not sent again, unless
/// ``SendOptions/resendsUnknown`` says so.
///
/// It holds the campaign's name, the configuration set, the messages' keys, their ids, and the codes of errors. It holds no
/// recipients and no content: choose keys that hold none either. The file is readable and writable by its owner alone.
///
/// One run has a journal at a time, in one process. The file is free for another one from the moment when the journal
/// is closed, or isn't held any more: a run lets go of it before it tells its end. One whose iteration was left holds
/// it until the calls that are on their way have ended; ``close()`` doesn't wait for them.
public final class SendJournal: Sendable {
    /// How a message stands.
    enum Standing: Equatable {
        /// Not sent, and to be sent.
        case released
        /// On its way, or it was when its run ended.
        case open
        case sent(messageID: String)
        case refused(SESv2Error.Code)
        case unknown(SESv2Error.Code)
    }

    /// What a run is told of a message it comes to.
    enum Claim: Equatable {
        /// It is to be sent.
        case free
        /// It was settled, or is on its way since, an earlier run.
        case taken(Standing)
        /// This run has come to one of the same key.
        case twice
    }

    fileprivate struct Entry {
        var standing: Standing
        /// The run that came to it last.
        var run = 0
    }

    fileprivate struct State {
        var entries: [String: Entry] = [:]
        var run = 0
        var isRunning = false
    }

    /// The campaign's name.
    @export(implementation) public let campaign: String
    /// The configuration set that the campaign is sent with.
    @export(implementation) public let configurationSet: ConfigurationSetName?
    private let file: JournalFile
    private let state: Mutex<State>
    private let writer: JournalWriter

    /// Opens a campaign's journal, or creates it.
    ///
    /// A last record that was cut off while it was written is taken off. A file that isn't this campaign's journal
    /// stays as it is. It takes as much memory as the keys and ids in it, however large the file is.
    ///
    /// - Parameters:
    ///   - path: The file, on a disk of this machine; its folder must be there. It must be a regular file or a link to
    ///     one.
    ///   - campaign: The campaign's name, 1 to 256 bytes: a journal of another one is refused.
    ///   - configurationSet: The set that the campaign is sent with: a journal of another one is refused.
    /// - Throws: ``SESv2Error``: `journalRefused` if another run or process has it, it is another campaign's or no
    ///   file of bytes; `invalidRequest` for a name of another length, and then nothing is created; `journalCorrupt`
    ///   naming the place if a record was changed, `journalFailed` if the file can't be read or written.
    public convenience init(
        path: String, campaign: String, configurationSet: ConfigurationSetName?
    ) throws(SESv2Error) {
        try Self.check(campaign: campaign, configurationSet)
        let file = try JournalFile(path: path)
        try self.init(campaign: campaign, configurationSet: configurationSet, file: file) {
            bytes throws(SESv2Error) in try file.append(bytes)
        }
    }

    /// Opens a journal that is written by other means than the file's own.
    init(
        campaign: String, configurationSet: ConfigurationSetName?, file: JournalFile,
        write: @escaping @Sendable ([UInt8]) throws(SESv2Error) -> Void
    ) throws(SESv2Error) {
        try Self.check(campaign: campaign, configurationSet)
        self.campaign = campaign
        self.configurationSet = configurationSet
        self.file = file
        let header = JournalRecord.campaign(campaign, configurationSet: configurationSet?.rawValue)
        var state = State()
        var reading = JournalReading(header: header, path: file.path)
        try file.read { piece throws(SESv2Error) in try reading.read(piece) { state.take($0) } }
        try reading.end()
        try file.keepFromOthers()
        var checksum = reading.checksum
        if reading.byteCount < reading.readByteCount { try file.truncate(to: reading.byteCount) }
        if reading.byteCount == 0 { try file.append(checksum.line(header)) }
        self.state = Mutex(state)
        writer = JournalWriter(after: checksum, write: write)
    }

    // The writer's queue may hold the file a moment longer than anybody holds the journal.
    deinit { close() }

    private static func check(
        campaign: String, _ configurationSet: ConfigurationSetName?
    ) throws(SESv2Error) {
        guard (1...256).contains(campaign.utf8.count) else {
            throw SESv2Error(.invalidRequest, ownMessage: "a campaign's name must have 1 to 256 bytes")
        }
        guard configurationSet.map({ $0.rawValue.utf8.count <= 64 }) ?? true else {
            throw SESv2Error(.invalidRequest, ownMessage: "a configuration set's name must have at most 64 bytes")
        }
    }

    /// Lets go of the file: another run or process may open it as soon as this returns.
    ///
    /// It waits for a write to the disk that is under way. What it holds can still be asked for, but nothing can be
    /// written: close it after a run's end. A run that has it ends with `journalFailed`, and the next one takes those
    /// of its messages that were on their way for unknown. Closing it again does nothing.
    public func close() {
        file.close()
    }

    // MARK: What it holds

    /// How many messages stand how.
    public struct Summary: Hashable, Sendable {
        /// Accepted by the service.
        public internal(set) var sent = 0
        /// Surely not accepted.
        public internal(set) var refused = 0
        /// May have been accepted: their outcome is unknown, or they were on their way when their run ended.
        public internal(set) var unknown = 0
    }

    /// How many messages stand how.
    ///
    /// While a run is under way, those on their way count as unknown.
    public var summary: Summary {
        state.withLock { state in
            state.entries.values.reduce(into: Summary()) { summary, entry in
                switch entry.standing {
                case .sent: summary.sent += 1
                case .refused: summary.refused += 1
                case .open, .unknown: summary.unknown += 1
                case .released: break
                }
            }
        }
    }

    /// The keys of messages that may have been accepted, sorted.
    ///
    /// Look for their events to learn what became of them.
    public var unknownKeys: [String] {
        state.withLock { state in
            state.entries.filter { _, entry in
                switch entry.standing {
                case .open, .unknown: true
                default: false
                }
            }.keys.sorted()
        }
    }

    // MARK: For runs

    /// How many times it was written to the disk.
    var groupCount: Int { writer.groupCount }

    /// Begins a run.
    ///
    /// - Throws: ``SESv2Error`` if another one isn't over, or sends with another set.
    func begin(configurationSet: ConfigurationSetName?) throws(SESv2Error) {
        guard configurationSet == self.configurationSet else {
            throw SESv2Error(.journalRefused, ownMessage: "the journal is that of another configuration set")
        }
        let isFree = state.withLock { state in
            guard !state.isRunning else { return false }
            state.isRunning = true
            state.run += 1
            return true
        }
        guard isFree else {
            throw SESv2Error(.journalRefused, ownMessage: "another run has the journal and isn't over")
        }
    }

    /// Ends a run.
    func end() {
        state.withLock { $0.isRunning = false }
    }

    /// Says how a message stands, and that this run has come to it.
    func claim(_ key: String) -> Claim {
        state.withLock { state in
            let entry = state.entries[key] ?? Entry(standing: .released)
            guard entry.run != state.run else { return .twice }
            state.entries[key] = Entry(standing: entry.standing, run: state.run)
            return entry.standing == .released ? .free : .taken(entry.standing)
        }
    }

    /// Writes records down, and returns when they are on the disk.
    func write(_ records: [JournalRecord]) async throws(SESv2Error) {
        state.withLock { state in
            for record in records { state.take(record) }
        }
        try await writer.append(records)
    }
}

extension SendJournal.State {
    fileprivate mutating func take(_ record: JournalRecord) {
        switch record {
        case .campaign: break
        case .intent(let key): set(key, .open)
        case .sent(let key, let messageID): set(key, .sent(messageID: messageID))
        case .refused(let key, let code): set(key, .refused(SESv2Error.Code(code)))
        case .unknown(let key, let code): set(key, .unknown(SESv2Error.Code(code)))
        case .released(let key): set(key, .released)
        }
    }

    private mutating func set(_ key: String, _ standing: SendJournal.Standing) {
        entries[key, default: .init(standing: standing)].standing = standing
    }
}
