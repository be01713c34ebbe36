#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SESEvent {
    /// When it happened: the timestamp of the payload or, where that has none or one that cannot be read, of the
    /// e-mail.
    ///
    /// Sends, rejects, rendering failures and events of an unknown type always have that of the e-mail. Nil if neither
    /// can be read.
    public var occurredAt: Date? { kind.timestamp?.date ?? mail.timestamp.date }

    /// The event's place among others of the same e-mail, which is not that of their arrival: SES, SNS and EventBridge
    /// promise no order.
    public var order: Order { Order(self) }

    /// What decides which of two events came first.
    ///
    /// The earlier ``SESEvent/occurredAt`` comes first; an event without a date comes after all that have one. At the
    /// same moment the order is that of cause and effect: send; reject and rendering failure; delivery delay; delivery
    /// and bounce; open; click; complaint and subscription; unknown types. What is still equal is ordered by
    /// ``SESEvent/deduplicationKey``, so that the same events always come in the same sequence; only repetitions of one
    /// event are equal.
    public struct Order: Comparable, Hashable, Sendable {
        private let date: Date?
        private let stage: Int
        // The bytes, as strings that Unicode calls equal may differ in theirs.
        private let key: [UInt8]

        fileprivate init(_ event: SESEvent) {
            date = event.occurredAt
            stage = event.kind.stage
            key = Array(event.deduplicationKey.utf8)
        }

        /// Whether the first event came before the second.
        public static func < (one: Self, other: Self) -> Bool {
            if one.date != other.date {
                guard let date = one.date else { return false }
                guard let otherDate = other.date else { return true }
                return date < otherDate
            }
            if one.stage != other.stage { return one.stage < other.stage }
            return one.key.lexicographicallyPrecedes(other.key)
        }
    }
}

extension Sequence<SESEvent> {
    /// The events in the order they happened in, whatever the order they came in; see ``SESEvent/Order``.
    public func inOrderOfOccurrence() -> [SESEvent] {
        map { (event: $0, order: $0.order) }.sorted { $0.order < $1.order }.map(\.event)
    }
}

extension SESEvent.Kind {
    /// The payload's own timestamp; nil if its type has none.
    var timestamp: EventTimestamp? {
        switch self {
        case .delivery(let delivery): delivery.timestamp
        case .bounce(let bounce): bounce.timestamp
        case .complaint(let complaint): complaint.timestamp
        case .open(let open): open.timestamp
        case .click(let click): click.timestamp
        case .deliveryDelay(let delay): delay.timestamp
        case .subscription(let subscription): subscription.timestamp
        case .send, .reject, .renderingFailure, .unknown: nil
        }
    }

    /// How far along the way of an e-mail the event stands.
    fileprivate var stage: Int {
        switch self {
        case .send: 0
        case .reject, .renderingFailure: 1
        case .deliveryDelay: 2
        case .delivery, .bounce: 3
        case .open: 4
        case .click: 5
        case .complaint, .subscription: 6
        case .unknown: 7
        }
    }
}
