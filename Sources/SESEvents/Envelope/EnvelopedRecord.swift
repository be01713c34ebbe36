#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One element of the lists that Lambda gets from SNS, SQS and Firehose.
struct EnvelopedRecord: Scanned {
    private enum Key: String, ScannedKey {
        static let table = MemberTable<Self>()

        case body
        case sns = "Sns"
        case data
    }

    /// The body of an SQS message.
    private(set) var body: [UInt8]?
    /// A scanner at the SNS message.
    private(set) var sns: JSONScanner?
    /// What a Firehose record holds, decoded from base64.
    private(set) var data: [UInt8]?

    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(Key.self) else { return nil }
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .body: body = try scanner.stringBytes()
            case .sns:
                let place = scanner
                if try scanner.skipObject() { sns = place }
            case .data: data = try scanner.string().flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) }
            }
        }
        guard members.isReadable else { return nil }
    }
}

/// The detail of an EventBridge event.
struct EventBridgeDetail: Scanned {
    private enum Key: String, ScannedKey {
        static let table = MemberTable<Self>()

        case mail
    }

    /// A scanner at the detail.
    let scanner: JSONScanner
    /// Whether it is about an e-mail.
    private(set) var hasMail = false

    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        self.scanner = scanner
        guard var members = try scanner.members(Key.self) else { return nil }
        while try scanner.nextMember(of: &members) != nil { hasMail = try scanner.skipObject() }
        guard members.isReadable else { return nil }
    }
}

extension RecordOutline {
    /// A string member; nil if there is none.
    func string(_ member: RecordMember, _ scanner: JSONScanner) throws(JSONFault) -> String? {
        guard var scanner = at(member, scanner) else { return nil }
        return try scanner.string()
    }

    /// A string member's bytes, its escapes resolved; nil if there is none.
    func text(_ member: RecordMember, _ scanner: JSONScanner) throws(JSONFault) -> [UInt8]? {
        guard var scanner = at(member, scanner) else { return nil }
        return try scanner.stringBytes()
    }

    func hasObject(_ member: RecordMember, _ scanner: JSONScanner) throws(JSONFault) -> Bool {
        guard var scanner = at(member, scanner) else { return false }
        return try scanner.skipObject()
    }

    func detail(_ scanner: JSONScanner) throws(JSONFault) -> EventBridgeDetail? {
        guard var scanner = at(.detail, scanner) else { return nil }
        return try EventBridgeDetail(scanning: &scanner)
    }

    /// A scanner at a list; nil if there is none.
    func list(_ member: RecordMember, _ scanner: JSONScanner) -> JSONScanner? {
        at(member, scanner).flatMap { $0.next == UInt8(ascii: "[") ? $0 : nil }
    }

    private func at(_ member: RecordMember, _ scanner: JSONScanner) -> JSONScanner? {
        place(of: member).map { place in
            var scanner = scanner
            scanner.move(to: place.lowerBound)
            return scanner
        }
    }
}

extension JSONScanner {
    /// The bytes of a string, its escapes resolved; nil if there is no string, or one that is no text.
    mutating func stringBytes() throws(JSONFault) -> [UInt8]? {
        guard next == UInt8(ascii: "\"") else {
            try skipValue()
            return nil
        }
        let token = try stringToken()
        return token.hasEscapes ? unescaped(token) : [UInt8](bytes(token.start..<token.end))
    }

    /// Goes past a value, and says whether it is an object all of whose names are text.
    mutating func skipObject() throws(JSONFault) -> Bool {
        var isReadable = true
        let isObject = try forEachMember { (scanner, name) throws(JSONFault) in
            if name.hasEscapes, scanner.unescaped(name) == nil { isReadable = false }
            try scanner.skipValue()
        }
        return isObject && isReadable
    }
}
