/// One event that Amazon SES published about one e-mail: what happened, and the e-mail it happened to.
///
/// The same value stands for an event from an event destination of a configuration set and for a feedback
/// notification of an identity, the older form. Read what arrived, in whatever envelope, with
/// ``decodeAll(from:maximumByteCount:)-(Data,_)``; or decode one with any `Decoder`, also as a member of
/// your own types.
///
/// Decoding follows one policy, so that nothing AWS adds or leaves out loses an event:
/// - Required are only a string `mail.messageId` and a string `eventType` or `notificationType` (the first wins).
/// - Everything else is optional or has a default: `""`, `[]`, `[:]`. `null` means missing.
/// - A member of the wrong JSON kind counts as missing, and so does a string that is no text, such as one with half a
///   surrogate pair. An element of the wrong kind in a list is skipped.
/// - A recipient may be a bare string; a boolean may be the string `"true"` or `"false"`, an integer a decimal string;
///   a tag's value may be a bare string instead of a list.
/// - Unknown members are ignored, unknown values of ``BounceType`` and the like are kept, an event of an unknown type
///   keeps all its members (``UnknownEvent``).
/// - If a known type's payload is missing, the payload has its defaults.
/// - `Rendering Failure` is also read in the spelling `RenderingFailure`.
///
/// Encoding writes AWS's own spelling; nil, and an empty list or map that AWS may leave out, is omitted. Decoding
/// what was encoded gives an equal value.
///
/// SES may deliver an event more than once and in any order. `mail.messageID` names the e-mail, not the event.
///
/// An event that was read from a delivery keeps its JSON text, checked, in one allocation, and each part is decoded when it
/// is read; read ``kind`` once rather than often.
///
/// AWS: "Contents of event data that Amazon SES publishes" in the developer guide.
public struct SESEvent: Sendable {
    private struct Values: Sendable, Hashable {
        var mail: Mail
        var kind: Kind
        var discriminator: Discriminator
    }

    private enum Content: Sendable {
        case text(EventText)
        indirect case values(Values)
    }

    private var content: Content

    init(_ text: EventText) {
        content = .text(text)
    }

    /// Creates an event.
    ///
    /// - Parameters:
    ///   - mail: The e-mail the event is about.
    ///   - kind: What happened.
    ///   - discriminator: The member that names the type when the event is encoded.
    public init(mail: Mail, kind: Kind, discriminator: Discriminator = .eventType) {
        content = .values(Values(mail: mail, kind: kind, discriminator: discriminator))
    }

    /// The e-mail the event is about (AWS: `mail`).
    public var mail: Mail {
        get {
            switch content {
            case .text(let text): Mail(text)
            case .values(let values): values.mail
            }
        }
        set { change { $0.mail = newValue } }
    }

    /// What happened, with its details.
    public var kind: Kind {
        get {
            switch content {
            case .text(let text): text.kind
            case .values(let values): values.kind
            }
        }
        set { change { $0.kind = newValue } }
    }

    /// The member that names the type.
    public var discriminator: Discriminator {
        get {
            switch content {
            case .text(let text): text.discriminator
            case .values(let values): values.discriminator
            }
        }
        set { change { $0.discriminator = newValue } }
    }

    /// The recipients that the event is about, as delivered.
    var recipients: [String] {
        switch content {
        case .text(let text): return text.recipients
        case .values(let values):
            switch values.kind {
            case .bounce(let bounce): return bounce.recipients.map(\.emailAddress)
            case .complaint(let complaint): return complaint.recipients.map(\.emailAddress)
            case .deliveryDelay(let delay): return delay.recipients.map(\.emailAddress)
            case .delivery(let delivery): return delivery.recipients
            default: return values.mail.destination
            }
        }
    }

    /// What a counter needs to know of it, at little cost.
    ///
    /// The kind is given too where it is at hand or had to be decoded.
    package var digestAndKind: (digest: EventDigest, kind: Kind?) {
        switch content {
        case .text(let text): text.digestAndKind
        case .values(let values): (EventDigest(values.mail, values.kind, recipients: recipients), values.kind)
        }
    }

    /// What a counter needs to know of it, at little cost.
    package var digest: EventDigest { digestAndKind.digest }

    /// Calls with the UTF-8 of the configuration set's name; with nil if there is none.
    package func withConfigurationSet<Value>(_ body: (UnsafeRawBufferPointer?) -> Value) -> Value {
        switch content {
        case .text(let text): return text.withFirstValue(ofTag: Mail.configurationSetTag, body)
        case .values(let values):
            guard var name = values.mail.tags.firstValue(of: Mail.configurationSetTag) else { return body(nil) }
            return name.withUTF8 { body(UnsafeRawBufferPointer($0)) }
        }
    }

    private var values: Values {
        switch content {
        case .text: Values(mail: mail, kind: kind, discriminator: discriminator)
        case .values(let values): values
        }
    }

    private mutating func change(_ change: (inout Values) -> Void) {
        var values = self.values
        change(&values)
        content = .values(values)
    }

    /// What kind of event it is, by name (AWS: `eventType`, `notificationType`).
    public var type: EventName {
        switch content {
        case .text(let text): text.type.name
        case .values(let values): values.kind.name
        }
    }

    /// The member that names an event's type, which tells event publishing from the older feedback notifications.
    public enum Discriminator: String, Sendable, Hashable {
        /// Event publishing: the event came from an event destination of a configuration set.
        case eventType
        /// Feedback notification of an identity; only bounces, complaints and deliveries, and `mail` has no tags.
        case notificationType
    }
}

extension SESEvent: Hashable {
    /// Whether two events say the same, however they are kept.
    public static func == (one: Self, other: Self) -> Bool { one.values == other.values }

    /// Hashes what the event says.
    public func hash(into hasher: inout Hasher) { hasher.combine(values) }
}

extension SESEvent: CustomStringConvertible {
    /// The type and the mail's id, which can go to a log; recipients, headers and subject can't.
    public var description: String { "SESEvent(\(type), message \(mail.messageID))" }
}
