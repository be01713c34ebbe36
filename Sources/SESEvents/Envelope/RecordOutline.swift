/// A delivered JSON object, scanned once: an event as far as it could be read on the way, or where its members stand.
struct RecordOutline: ~Copyable {
    let start: Int
    private(set) var end: Int
    private(set) var isReadable = true
    private(set) var eventType: DeliveredType?
    private(set) var notificationType: DeliveredType?
    /// Whether there is an e-mail with an id.
    private var hasMail = false
    private var mailPlace: Int?
    /// The first payload, of which an event has only one.
    private var payload: (member: RecordMember, place: Range<Int>)?
    /// Where other payloads stand, and the members that tell envelopes.
    private var places: [(member: RecordMember, place: Range<Int>)] = []

    /// The event's type; nil if the object is no event.
    var type: DeliveredType? { eventType ?? notificationType }

    /// Scans the object that is next, to its end.
    init(scanning scanner: inout JSONScanner, _ outline: inout EventOutline) throws(JSONFault) {
        start = scanner.offset
        end = start
        guard var members = try scanner.members(RecordMember.self) else {
            isReadable = false
            return
        }
        while let member = try scanner.nextMember(of: &members) {
            let place = scanner.offset
            switch member {
            case .eventType: eventType = try scanner.eventType()
            case .notificationType: notificationType = try scanner.eventType()
            case .mail:
                mailPlace = place
                outline.begin(at: start)
                hasMail = try outline.scanMail(&scanner)
                if case .known(let type) = type { members.expect(type.payload) }
            case .send, .delivery, .bounce, .complaint, .reject, .open, .click, .renderingFailure, .deliveryDelay,
                .subscription:
                try scanner.skipValue()
                if payload == nil {
                    payload = (member, place..<scanner.offset)
                } else {
                    places.append((member, place..<scanner.offset))
                }
            default:
                try scanner.skipValue()
                places.append((member, place..<scanner.offset))
            }
        }
        end = scanner.offset
        isReadable = members.isReadable
    }

    /// Where a member's value stands; nil if there is none.
    func place(of member: RecordMember) -> Range<Int>? {
        if member == .mail { return mailPlace.map { $0..<$0 } }
        if let payload, payload.member == member { return payload.place }
        return places.first { $0.member == member }?.place
    }

    /// The event; nil if there is no e-mail with an id.
    func event(_ scanner: JSONScanner, _ outline: borrowing EventOutline) -> SESEvent? {
        guard hasMail, let type, end - start <= Int32.max else { return nil }
        var payload = start..<start
        if case .known(let name) = type, let place = place(of: name.payload) { payload = place }
        let text = EventText(
            scanner.bytes(start..<end), type: type, discriminator: eventType == nil ? .notificationType : .eventType,
            outline: outline, payload: payload.lowerBound - start..<payload.upperBound - start)
        return SESEvent(text)
    }
}

extension JSONScanner {
    /// The type an event names, in either spelling of a rendering failure; nil if the value is no string.
    fileprivate mutating func eventType() throws(JSONFault) -> DeliveredType? {
        guard next == UInt8(ascii: "\"") else {
            try skipValue()
            return nil
        }
        let token = try stringToken()
        if let name = DeliveredName.table.key(of: token, in: self) { return .known(name) }
        return text(of: token).map { .unknown($0) }
    }
}

extension JSONScanner {
    /// All members of an event but those that every event has.
    mutating func unknownMembers() throws(JSONFault) -> [String: JSONValue] {
        // A member that can't be held is left out, but hides a later one of its name.
        var members: [String: JSONValue?] = [:]
        _ = try forEachMember { (scanner, name) throws(JSONFault) in
            let value = try JSONValue(scanning: &scanner)
            if let name = scanner.text(of: name), members[name] == nil { members[name] = .some(value) }
        }
        return members.filter { !EventKey.common.contains($0.key) }.compactMapValues { $0 }
    }
}

extension JSONValue: Scanned {
    /// Scans any value; nil if something in it can't be held, such as a number beyond `Double`.
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        switch scanner.next {
        case UInt8(ascii: "\""):
            guard let text = try scanner.string() else { return nil }
            self = .string(text)
        case UInt8(ascii: "{"):
            var members: [String: JSONValue] = [:]
            var isWhole = true
            _ = try scanner.forEachMember { (scanner, name) throws(JSONFault) in
                let value = try JSONValue(scanning: &scanner)
                guard let name = scanner.text(of: name) else {
                    isWhole = false
                    return
                }
                // A second member of a name counts for nothing, not even if it can't be held.
                guard members[name] == nil else { return }
                if let value { members[name] = value } else { isWhole = false }
            }
            guard isWhole else { return nil }
            self = .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONValue] = []
            var isWhole = true
            _ = try scanner.forEachElement { (scanner) throws(JSONFault) in
                if let value = try JSONValue(scanning: &scanner) { elements.append(value) } else { isWhole = false }
            }
            guard isWhole else { return nil }
            self = .array(elements)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            switch try scanner.number() {
            case .integer(let value): self = .integer(value)
            case .other(let value): self = Self(value)
            case nil: return nil
            }
        default:
            let first = scanner.next
            try scanner.skipValue()
            self = first == UInt8(ascii: "n") ? .null : .bool(first == UInt8(ascii: "t"))
        }
    }
}
