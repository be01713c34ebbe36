#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a counter needs to know of any event, read without making texts of it.
package struct EventDigest: Sendable, Hashable {
    /// The type of an event; `unknown` for one that this release doesn't know.
    package enum Kind: UInt8, Sendable {
        // The numbers are part of fingerprints, which are stored.
        case unknown = 0
        case send = 1
        case delivery = 2
        case bounce = 3
        case complaint = 4
        case reject = 5
        case open = 6
        case click = 7
        case renderingFailure = 8
        case deliveryDelay = 9
        case subscription = 10
    }

    /// The type.
    package var kind: Kind
    /// A ``Fingerprint`` that tells apart what ``SESEvent/deduplicationKey`` does; 0 for an event of unknown type.
    package var identity: UInt64 = 0
    /// The ``Fingerprint`` of the e-mail's id.
    package var message: UInt64 = 0
    /// When it happened, as ``SESEvent/occurredAt``, in milliseconds from 1970.
    package var milliseconds: Int64?
    /// How many recipients it is about: the count of ``SESEvent/recipientAddresses``.
    package var recipientCount = 0
    /// Whether an open or a click is a machine's, as ``SESEvent/Open/isLikelyAutomatic`` says.
    package var isAutomatic = false
    /// What was clicked, unless a machine did.
    package var link: String?
    /// How long a delivery took.
    package var processingTimeMillis: Int?

    init(kind: Kind) { self.kind = kind }
}

/// Brings the fields of the deduplication key together, in the same order for an event in memory and for its text.
struct DigestWriter {
    var fingerprint = Fingerprint()
    /// A sum, as the recipients' order doesn't matter.
    private var recipientSum: UInt64 = 0
    private(set) var recipientCount = 0

    mutating func addRecipient(_ address: UnsafeRawBufferPointer) {
        var one = Fingerprint()
        if MailboxParser.isPlain(address.bindMemory(to: UInt8.self)) {
            one.combine(address)
        } else {
            one.combine(MailboxParser.bareAddress(in: String(decoding: address, as: UTF8.self)))
        }
        recipientSum &+= one.value
        recipientCount += 1
    }

    mutating func addRecipient(_ address: String) {
        var address = address
        address.withUTF8 { addRecipient(UnsafeRawBufferPointer($0)) }
    }

    /// Begins with what every event has, once the recipients are known.
    mutating func begin(_ kind: EventDigest.Kind, message: UInt64, timestamp: EventTimestamp?) {
        fingerprint.combine(UInt64(kind.rawValue))
        fingerprint.combine(message)
        timestamp?.combine(into: &fingerprint)
        fingerprint.combine(UInt64(recipientCount))
        fingerprint.combine(recipientSum)
    }

    /// Adds a map in any order.
    mutating func add(_ map: [String: [String]]) {
        var sum: UInt64 = 0
        for (name, values) in map {
            var one = Fingerprint()
            one.combine(name)
            one.combine(UInt64(values.count))
            for value in values { one.combine(value) }
            sum &+= one.value
        }
        fingerprint.combine(UInt64(map.count))
        fingerprint.combine(sum)
    }
}

extension EventTimestamp {
    /// When it is, in milliseconds from 1970; nil if the text is no moment.
    package var milliseconds: Int64? {
        usualMilliseconds ?? date.map { Int64(($0.timeIntervalSince1970 * 1000).rounded(.down)) }
    }

    fileprivate func combine(into fingerprint: inout Fingerprint) {
        if let milliseconds = usualMilliseconds {
            fingerprint.combine(UInt64(bitPattern: milliseconds))
        } else {
            fingerprint.combine(text)
        }
    }
}

extension EventDigest {
    /// Reads an event in memory.
    init(_ mail: SESEvent.Mail, _ kind: SESEvent.Kind, recipients: [String]) {
        self.init(kind: kind.digestKind)
        guard self.kind != .unknown else { return }
        let timestamp = kind.timestamp
        var id = Fingerprint()
        id.combine(mail.messageID)
        message = id.value
        milliseconds = timestamp?.milliseconds ?? mail.timestamp.milliseconds
        var writer = DigestWriter()
        for recipient in recipients { writer.addRecipient(recipient) }
        recipientCount = writer.recipientCount
        writer.begin(self.kind, message: message, timestamp: timestamp)
        kind.addDetails(to: &writer)
        identity = writer.fingerprint.value
        switch kind {
        case .delivery(let delivery): processingTimeMillis = delivery.processingTimeMillis
        case .open(let open): isAutomatic = Self.isAutomatic(open.userAgent, .open)
        case .click(let click):
            isAutomatic = Self.isAutomatic(click.userAgent, .click)
            if !isAutomatic { link = click.link }
        default: break
        }
    }
}

extension EventDigest {
    private static func isAutomatic(_ agent: String, _ kind: Kind) -> Bool {
        var agent = agent
        return agent.withUTF8 { UserAgentTable.isAutomatic(UnsafeRawBufferPointer($0), kind) }
    }
}

extension SESEvent.Kind {
    fileprivate var digestKind: EventDigest.Kind {
        switch self {
        case .send: .send
        case .delivery: .delivery
        case .bounce: .bounce
        case .complaint: .complaint
        case .reject: .reject
        case .open: .open
        case .click: .click
        case .renderingFailure: .renderingFailure
        case .deliveryDelay: .deliveryDelay
        case .subscription: .subscription
        case .unknown: .unknown
        }
    }

    fileprivate func addDetails(to writer: inout DigestWriter) {
        switch self {
        case .send, .delivery, .unknown: break
        case .bounce(let bounce): writer.fingerprint.combine(bounce.feedbackID)
        case .complaint(let complaint): writer.fingerprint.combine(complaint.feedbackID)
        case .reject(let reject): writer.fingerprint.combine(reject.reason)
        case .open(let open):
            writer.fingerprint.combine(open.ipAddress)
            writer.fingerprint.combine(open.userAgent)
        case .click(let click):
            writer.fingerprint.combine(click.ipAddress)
            writer.fingerprint.combine(click.userAgent)
            writer.fingerprint.combine(click.link)
            writer.add(click.linkTags)
        case .renderingFailure(let failure):
            writer.fingerprint.combine(failure.templateName)
            writer.fingerprint.combine(failure.errorMessage)
        case .deliveryDelay(let delay): writer.fingerprint.combine(delay.type.rawValue)
        case .subscription(let subscription):
            writer.fingerprint.combine(subscription.contactList)
            writer.fingerprint.combine(subscription.source)
            let preferences = subscription.newTopicPreferences
            writer.fingerprint.combine(preferences?.unsubscribeAll.map(String.init) ?? "")
            let topics = preferences?.topicSubscriptionStatus ?? []
            writer.fingerprint.combine(UInt64(topics.count))
            for topic in topics {
                writer.fingerprint.combine(topic.topicName)
                writer.fingerprint.combine(topic.subscriptionStatus.rawValue)
            }
        }
    }
}
