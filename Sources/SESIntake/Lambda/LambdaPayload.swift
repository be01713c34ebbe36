import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads and writes what Lambda hands to a function and takes from it.
enum LambdaPayload {
    /// The most bytes of a payload: Lambda's own limit is 6 MB, for a call that is waited for.
    static let maximumByteCount = 16 << 20

    /// - Throws: ``SESIntakeError`` with the code `tooLarge` or `malformedDelivery`.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from payload: Data, as name: String
    ) throws(SESIntakeError) -> Value {
        guard payload.count <= maximumByteCount else {
            throw SESIntakeError(.tooLarge, message: "the payload has more than \(maximumByteCount) bytes")
        }
        do { return try JSONDecoder().decode(type, from: payload) } catch {
            // The decoder's own words may quote the payload.
            throw SESIntakeError(.malformedDelivery, message: "the payload must be what Lambda gets from \(name)")
        }
    }

    static func encode(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and Base64 always encode; an object that names nothing stands for what can't happen rather than a crash.
        return (try? encoder.encode(value)) ?? Data("{}".utf8)
    }

    /// The records in a body, one failure for one that is too large.
    static func records(in body: Data) -> [SESRecord] {
        (try? SESEvent.decodeRecords(from: body, maximumByteCount: max(body.count, maximumByteCount))) ?? []
    }
}
