import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The members of a message, read by the form that SNS gives them.
struct EnvelopeMembers {
    private let object: StrictJSONObject

    init(_ object: StrictJSONObject) {
        self.object = object
    }

    static func fault(_ name: String, _ rule: String) -> SESIntakeError {
        SESIntakeError(.malformedDelivery, message: "\(name) \(rule)")
    }

    /// A member that must be there.
    func text(_ name: String) throws(SESIntakeError) -> String {
        guard case .string(let text)? = object[name] else { throw Self.fault(name, "must be there, as a string") }
        return text
    }

    /// A member that may be missing, of one line; null stands for a missing one, as Lambda writes it.
    func line(_ name: String) throws(SESIntakeError) -> String? {
        switch object[name] {
        case nil, .null?: return nil
        case .other?: throw Self.fault(name, "must be a string")
        case .string(let text)?:
            guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
                throw Self.fault(name, "must be one line")
            }
            return text
        }
    }

    /// A member of ASCII letters, digits and a few other characters.
    func token(_ name: String, alsoWith others: String, upTo limit: Int) throws(SESIntakeError) -> String {
        let text = try text(name)
        guard (1...limit).contains(text.utf8.count),
            text.utf8.allSatisfy({ $0.isASCIIAlphanumeric || others.utf8.contains($0) })
        else { throw Self.fault(name, "must be 1 to \(limit) ASCII letters, digits and '\(others)'") }
        return text
    }

    /// The time, in SNS's own spelling: what is signed is the text.
    func timestamp() throws(SESIntakeError) -> String {
        let text = try text("Timestamp")
        guard text.utf8.count <= 40, text.utf8.last == UInt8(ascii: "Z"),
            text.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "-:.".utf8.contains($0) })
        else { throw Self.fault("Timestamp", "must be an ISO 8601 time in UTC") }
        return text
    }

    /// The signature, in the one way of writing it in Base64.
    func signature() throws(SESIntakeError) -> Data {
        let text = try text("Signature")
        guard text.utf8.count <= 1400, let data = Data(base64Encoded: text), !data.isEmpty,
            data.base64EncodedString() == text
        else { throw Self.fault("Signature", "must be Base64") }
        return data
    }
}
