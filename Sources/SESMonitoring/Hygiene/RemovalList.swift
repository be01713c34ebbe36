/// The addresses that are to be taken off mailing lists, as events tell: whose mail bounces, who complained, who unsubscribed.
///
/// It is the same however events are ordered, however often they come, and however lists of several processes are merged.
///
/// An address is bare, and its domain is in lower case: `Jane@Example.org` is `Jane@example.org`, and not `jane@example.org`, as
/// only her mail server knows whether these are one. Addresses of SES's mailbox simulator are left out.
///
/// ```swift
/// var list = RemovalList()
/// list.record(events)
/// for removal in list.removals where removal.isCertain { try await unsubscribe(removal.address) }
/// let report = try await list.sync(to: ses)
/// ```
///
/// Printing it shows how many addresses there are, and none of them. As `Codable` it has them all: keep the file as you keep the
/// mailing list.
public struct RemovalList: Sendable, Hashable {
    var records: [String: RemovalRecord] = [:]

    /// Creates a list without addresses.
    public init() {}

    /// Creates a list of what events tell.
    public init(_ events: some Sequence<SESEvent>) {
        record(events)
    }

    /// Adds what events tell.
    public mutating func record(_ events: some Sequence<SESEvent>) {
        for event in events { record(event) }
    }

    /// Adds what an event tells; nothing if it tells of no removal and of no return.
    ///
    /// - Hard bounces (AWS: `Permanent`) of any subtype, also those by which SES holds mail back, except `UnsubscribedRecipient`: an
    ///   unsubscription is an event of its own, which a later return undoes.
    /// - Complaints, also those by which SES holds mail back after an earlier one; no reports that an e-mail is no spam.
    /// - Changes of a subscription: who wants no mail of a contact list or a topic is added, who wants it again is taken off. Of two
    ///   at one moment the refusal counts, and so does one whose time can't be read, whatever came before or after: until
    ///   ``forget(_:)``. An unsubscription by the header (`UnsubscribeHeader`) that tells no preferences is from the whole list.
    public mutating func record(_ event: SESEvent) {
        switch event.kind {
        case .bounce(let bounce) where bounce.isHard && bounce.subType != .unsubscribedRecipient:
            record(
                bounce.recipients.map(\.address), event,
                isCertain: bounce.subType != .emailValidationSuppressed && bounce.subType != .onTenantSuppressionList,
                \.bounce)
        case .complaint(let complaint) where complaint.isComplaint || complaint.isHeldBack:
            record(
                complaint.recipients.map(\.address), event,
                isCertain: complaint.recipients.count == 1 && complaint.subType != .onTenantSuppressionList, \.complaint
            )
        case .subscription(let subscription):
            record(subscription, event)
        default: break
        }
    }

    /// Adds what another list has.
    public mutating func merge(_ other: RemovalList) {
        for (address, record) in other.records { records[address, default: RemovalRecord()].merge(record) }
    }

    /// This list and another in one.
    public func merged(with other: RemovalList) -> RemovalList {
        var list = self
        list.merge(other)
        return list
    }

    /// Forgets an address, such as one that works again.
    ///
    /// Events that tell of it, or merging with a list that has it, bring it back.
    ///
    /// - Returns: Whether it was there.
    @discardableResult
    public mutating func forget(_ address: String) -> Bool {
        guard let key = Self.key(of: address), let record = records.removeValue(forKey: key) else { return false }
        return !record.reasons.isEmpty
    }

    /// Every address with every reason, sorted by both.
    public var removals: [Removal] {
        records.keys.sorted().flatMap { address in removals(at: address) }
    }

    /// The reasons to remove an address, however its domain is spelled; empty if there is none.
    public func removals(of address: String) -> [Removal] { Self.key(of: address).map { removals(at: $0) } ?? [] }

    /// How many addresses are to be removed, whatever the reason and how sure it is.
    public var count: Int { records.values.count { !$0.reasons.isEmpty } }

    /// Whether no address is to be removed.
    public var isEmpty: Bool { count == 0 }

    private func removals(at address: String) -> [Removal] {
        (records[address]?.reasons ?? []).map { reason, occurrence in
            Removal(
                address: address, reason: reason, isCertain: occurrence.isCertain, first: occurrence.first.date,
                last: occurrence.last.date, configurationSets: occurrence.configurationSets.sorted())
        }
    }
}

extension RemovalList {
    private mutating func record(
        _ addresses: [String], _ event: SESEvent, isCertain: Bool,
        _ member: WritableKeyPath<RemovalRecord, RemovalOccurrence?>
    ) {
        let occurrence = Self.occurrence(of: event, isCertain: isCertain)
        for key in addresses.compactMap(Self.key) {
            records[key, default: RemovalRecord()].add(occurrence, to: member)
        }
    }

    private mutating func record(_ subscription: SESEvent.Subscription, _ event: SESEvent) {
        // By the header alone one leaves the whole list, and such an event may tell no preferences.
        let ofHeader = SESEvent.TopicPreferences(unsubscribeAll: true)
        let isByHeader = subscription.source == "UnsubscribeHeader"
        guard let preferences = subscription.newTopicPreferences ?? (isByHeader ? ofHeader : nil) else { return }
        let addresses = event.recipientAddresses
        let occurrence = Self.occurrence(of: event, isCertain: addresses.count == 1)
        // Not the e-mail's time instead: whoever agreed since it was sent may have refused since then.
        var refusal = occurrence
        if subscription.timestamp.date == nil { (refusal.first, refusal.last) = (.undated, .undated) }
        let list = subscription.contactList
        for key in addresses.compactMap(Self.key) {
            var record = records[key] ?? RemovalRecord()
            if let isOut = preferences.unsubscribeAll {
                record.wholeLists[list, default: .init()].change(to: isOut, isOut ? refusal : occurrence)
            }
            for status in preferences.topicSubscriptionStatus {
                switch status.subscriptionStatus {
                case .optIn, .optOut:
                    let isOut = status.subscriptionStatus == .optOut
                    record.topics[list, default: [:]][status.topicName, default: .init()].change(
                        to: isOut, isOut ? refusal : occurrence)
                default: break
                }
            }
            records[key] = record
        }
    }

    private static func occurrence(of event: SESEvent, isCertain: Bool) -> RemovalOccurrence {
        let moment = RemovalMoment(event.occurredAt)
        return RemovalOccurrence(
            isCertain: isCertain, first: moment, last: moment,
            configurationSets: event.mail.configurationSet.map { [$0.rawValue] } ?? [])
    }

    /// The form in which addresses are compared; nil for what is no address, or one of the mailbox simulator.
    static func key(of address: String) -> String? {
        let recipient = SESEvent.Recipient(emailAddress: address)
        let bare = recipient.address
        guard !recipient.isMailboxSimulator, let at = bare.lastIndex(of: "@"), at != bare.startIndex,
            bare.index(after: at) != bare.endIndex
        else { return nil }
        return bare[..<at] + bare[at...].lowercased()
    }
}

extension RemovalSubscription {
    fileprivate mutating func change(to isOut: Bool, _ occurrence: RemovalOccurrence) {
        if isOut { optOut(occurrence) } else if occurrence.isCertain { optIn(at: occurrence.last) }
    }
}

extension SESEvent.Complaint {
    /// Whether SES held the e-mail back because of an earlier complaint.
    fileprivate var isHeldBack: Bool { subType == .onAccountSuppressionList || subType == .onTenantSuppressionList }
}

extension RemovalList: SESPrivateContent {
    /// How many addresses there are of each reason, and none of them.
    public var description: String {
        var numbers = (bounces: 0, complaints: 0, unsubscriptions: 0)
        for record in records.values {
            if record.bounce != nil { numbers.bounces += 1 }
            if record.complaint != nil { numbers.complaints += 1 }
            let isOut = record.reasons.contains { $0.reason != .hardBounce && $0.reason != .complaint }
            if isOut { numbers.unsubscriptions += 1 }
        }
        return
            "RemovalList(\(count) addresses: \(numbers.bounces) of hard bounces, \(numbers.complaints) of complaints, "
            + "\(numbers.unsubscriptions) of unsubscriptions)"
    }
}

extension RemovalList: Codable {
    private enum CodingKeys: String, CodingKey { case addresses }

    /// Decodes what was encoded; addresses that were written by hand are brought to the form in which they are compared.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        for (address, record) in try container.decode([String: RemovalRecord].self, forKey: .addresses) {
            guard let key = Self.key(of: address) else { continue }
            records[key, default: RemovalRecord()].merge(record)
        }
    }

    /// Encodes all addresses, with moments as AWS writes them.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(records, forKey: .addresses)
    }
}
