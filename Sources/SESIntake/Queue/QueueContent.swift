import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a message's body turned out to hold.
enum QueueContent {
    /// Amazon SQS takes 1 MiB.
    private static let maximumByteCount = 4 << 20

    /// Reads a body: an event as it is, in the envelope of SNS or in that of EventBridge.
    ///
    /// - Throws: ``SESIntakeError`` with the code `malformedDelivery` or `foreignTopic`; it never holds what stood there.
    static func records(in body: String, topics: Set<ARN>?) throws(SESIntakeError) -> [SESRecord] {
        let data = Data(body.utf8)
        if let topics {
            guard let topic = (try? JSONDecoder().decode(Envelope.self, from: data))?.topicARN, topics.contains(topic)
            else {
                throw SESIntakeError(
                    .foreignTopic, message: "the message doesn't say that it is of one of the topics that are taken")
            }
        }
        let records: [SESRecord]
        do {
            records = try SESEvent.decodeRecords(from: data, maximumByteCount: maximumByteCount)
        } catch {
            throw malformed(error.description, error)
        }
        guard !records.isEmpty else { throw malformed("the message holds no record", nil) }
        for record in records {
            switch record.content {
            case .failure(let error): throw malformed(error.description, error)
            // Deleting what nobody understands would hide that it comes.
            case .notice(.text): throw malformed("the message is a text that isn't JSON", nil)
            default: break
            }
        }
        return records
    }

    private static func malformed(_ message: String, _ error: SESValueError?) -> SESIntakeError {
        SESIntakeError(.malformedDelivery, message: message, underlyingError: error)
    }

    private struct Envelope: Decodable {
        var topicARN: ARN

        enum CodingKeys: String, CodingKey {
            case topicARN = "TopicArn"
        }
    }
}
