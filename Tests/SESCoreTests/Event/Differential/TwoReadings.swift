import Foundation
import SESCore
import SESEvents

/// What the scanner and Foundation's decoder make of the same bytes.
struct TwoReadings {
    /// How much is compared.
    enum Depth {
        /// What is read, and what it says.
        case values
        /// Also each property that reads a part for itself, the encoding, and what is read of that.
        case everything
    }

    /// The event, if the scanner and the decoder read one.
    let event: SESEvent?
    /// Where they differ; nil if they agree.
    let difference: String?

    init(of bytes: [UInt8], _ depth: Depth) {
        let data = Data(bytes)
        let records: [SESRecord]
        do { records = try SESEvent.decodeRecords(from: data) } catch {
            (event, difference) = (nil, "decodeRecords throws")
            return
        }
        let scanned = records.count == 1 ? records.first?.event : nil
        let decoded = try? JSONDecoder().decode(SESEvent.self, from: data)
        event = scanned
        difference = Self.difference(
            records, scanned, decoded, valueCount: RFC8259.valueCount(of: bytes), bytes, depth)
    }

    /// Compares by one rule: both refuse, or both read equal events. It has these exceptions, and no others:
    ///
    /// 1. `JSONDecoder` looks no closer than it must at what nobody asks for, such as the digits of a number, reads
    ///    UTF-16 and UTF-32, and nests 512 deep. The scanner reads RFC 8259 in UTF-8, 64 deep, whatever is asked for.
    /// 2. The scanner reads deliveries: events one after another, in lists and in envelopes, which `Codable` leaves to its caller, and the
    ///    notices that are no events though they name a type: `Received`.
    /// 3. Of a number from 2^53 on that is not whole the scanner takes the `Double` for an unknown event's member, and nothing
    ///    for an integer. Foundation gives some of them, by how many digits they have, without the fraction as an integer,
    ///    and of that `Codable` can't know.
    private static func difference(
        _ records: [SESRecord], _ scanned: SESEvent?, _ decoded: SESEvent?, valueCount: Int?, _ bytes: [UInt8],
        _ depth: Depth
    ) -> String? {
        guard let valueCount else { return scanned == nil ? nil : "the scanner reads what is no JSON" }
        guard valueCount == 1 else { return decoded == nil ? nil : "the decoder reads more than one value" }
        let isRefusedAsJSON = records.contains { record in
            record.failure.map { $0.rule.hasPrefix("must be JSON") && !$0.rule.hasSuffix("inside") } ?? false
        }
        if isRefusedAsJSON { return "the scanner refuses JSON" }
        switch (scanned, decoded) {
        case (nil, nil): return nil
        case (nil, let decoded?):
            if records.map(\.content) == [.notice(.receivedMail)], decoded.type.rawValue == "Received" { return nil }
            return "only the decoder reads it"
        case (_?, nil): return isEvent(bytes) ? "only the scanner reads it" : nil
        case (let scanned?, let decoded?):
            if scanned != decoded { return hasLargeFraction(bytes) ? nil : "the values differ" }
            return depth == .everything ? deepDifference(scanned, decoded) : nil
        }
    }

    /// Whether the bytes are an object that names a type, rather than something an event is in.
    private static func isEvent(_ bytes: [UInt8]) -> Bool {
        struct Names: Decodable {
            let isThere: Bool
            enum Key: String, CodingKey { case eventType, notificationType }
            init(from decoder: any Decoder) throws {
                guard let object = try? decoder.container(keyedBy: Key.self) else {
                    isThere = false
                    return
                }
                isThere =
                    (try? object.decode(String.self, forKey: .eventType)) != nil
                    || (try? object.decode(String.self, forKey: .notificationType)) != nil
            }
        }
        return (try? JSONDecoder().decode(Names.self, from: Data(bytes)))?.isThere ?? false
    }

    /// Whether something may be a number of the third exception.
    private static func hasLargeFraction(_ bytes: [UInt8]) -> Bool {
        bytes.split { !"0123456789.+-eE".utf8.contains($0) }.contains { text in
            guard !text.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return false }
            return (Double(String(decoding: text, as: UTF8.self)) ?? 0).magnitude >= 0x1p53
        }
    }

    private static func deepDifference(_ scanned: SESEvent, _ decoded: SESEvent) -> String? {
        if scanned.hashValue != decoded.hashValue { return "the hashes differ" }
        let parts: [(String, (SESEvent) -> AnyHashable?)] = [
            ("type", { $0.type }), ("kind", { $0.kind }), ("kind.name", { $0.kind.name }),
            ("discriminator", { $0.discriminator }), ("description", { $0.description }),
            ("deduplicationKey", { $0.deduplicationKey }), ("occurredAt", { $0.occurredAt }),
            ("recipientAddresses", { $0.recipientAddresses }), ("digest", { $0.digest }),
            ("withConfigurationSet", { $0.withConfigurationSet { $0.map { Array($0) } } }),
            ("mail.timestamp", { $0.mail.timestamp }),
            ("mail.timestamp.date", { $0.mail.timestamp.date }), ("mail.messageID", { $0.mail.messageID }),
            ("mail.source", { $0.mail.source }), ("mail.sourceARN", { $0.mail.sourceARN }),
            ("mail.sourceIP", { $0.mail.sourceIP }), ("mail.callerIdentity", { $0.mail.callerIdentity }),
            ("mail.sendingAccountID", { $0.mail.sendingAccountID }), ("mail.destination", { $0.mail.destination }),
            ("mail.headersTruncated", { $0.mail.headersTruncated }), ("mail.headers", { $0.mail.headers }),
            ("mail.headers.count", { $0.mail.headers.count }), ("mail.headers.last", { $0.mail.headers.last }),
            ("mail.headers[name]", { event in event.mail.headers.map { event.mail.headers[$0.name] } }),
            ("mail.commonHeaders", { $0.mail.commonHeaders }), ("mail.tags", { $0.mail.tags }),
            ("mail.tags.dictionary", { $0.mail.tags.dictionary }), ("mail.tags.isEmpty", { $0.mail.tags.isEmpty }),
            (
                "mail.tags[name]",
                { event in event.mail.tags.dictionary.mapValues { _ in 0 }.keys.sorted().map { event.mail.tags[$0] } }
            ),
            ("names of mail.tags", { $0.mail.tags.map(\.name).sorted() }),
            ("no such tag", { $0.mail.tags["no such tag"] }), ("mail.configurationSet", { $0.mail.configurationSet }),
            ("mail.messageTags", { $0.mail.messageTags }), ("mail.autoTags", { $0.mail.autoTags }),
        ]
        for (name, part) in parts where part(scanned) != part(decoded) { return "\(name) differs" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let one = try? encoder.encode(scanned), let other = try? encoder.encode(decoded) else {
            return "one can't be encoded"
        }
        if one != other { return "the encodings differ" }
        if (try? JSONDecoder().decode(SESEvent.self, from: one)) != scanned {
            return "decoding the encoding gives another"
        }
        // What the decoder made may be nested deeper in its encoding; the scanner's own rule 2 holds here too.
        if (try? SESEvent.decodeAll(from: one)) != [scanned] { return "scanning the encoding gives another" }
        return nil
    }
}
