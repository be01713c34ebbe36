public import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What Firehose hands to a function that transforms its records, and the reply with what became of each.
///
/// AWS: Amazon Data Firehose Developer Guide, "Transform source data".
public struct LambdaFirehoseEvent: Sendable, Hashable {
    /// One record of the stream.
    public struct Record: Sendable, Hashable {
        /// The record's id, by which the reply names it.
        public let recordID: String
        /// The record's bytes.
        public let data: Data

        /// What the bytes hold, which is mostly one event.
        public var records: [SESRecord] { LambdaPayload.records(in: data) }
        /// The events in the bytes.
        public var events: [SESEvent] { records.compactMap(\.event) }
    }

    /// What is to become of a record.
    @nonexhaustive
    public enum Result: Sendable, Hashable {
        /// The record goes on as it came.
        case unchanged
        /// The record goes on with other bytes; end each with a line end, if it is to be read line by line.
        case changed(Data)
        /// The record is left out on purpose.
        case dropped
        /// The record couldn't be worked on, and goes where Firehose puts failures.
        case failed
    }

    /// The records in their order.
    public let records: [Record]

    /// Reads a payload.
    ///
    /// - Parameter payload: The bytes that Lambda hands over.
    /// - Throws: ``SESIntakeError`` with the code `malformedDelivery` or `tooLarge`.
    public init(_ payload: Data) throws(SESIntakeError) {
        records = try LambdaPayload.decode(Wire.self, from: payload, as: "Firehose").records.map { record in
            Record(recordID: record.recordId, data: record.data)
        }
    }

    /// The events of all records.
    public var events: [SESEvent] { records.flatMap(\.events) }

    /// Decides on one record after the other, and makes the reply.
    ///
    /// - Parameter decide: What is to become of a record; one that it throws for has failed.
    /// - Returns: The bytes to return to Lambda, with every record once.
    public func reply(_ decide: (Record) async throws -> Result) async -> Data {
        var outcomes: [Outcome] = []
        for record in records {
            let result: Result
            do { result = try await decide(record) } catch { result = .failed }
            outcomes.append(Outcome(record, result))
        }
        return LambdaPayload.encode(Reply(records: outcomes))
    }

    private struct Wire: Decodable {
        struct Record: Decodable {
            var recordId: String
            // As Base64.
            var data: Data
        }

        var records: [Record]
    }

    private struct Reply: Encodable {
        var records: [Outcome]
    }

    private struct Outcome: Encodable {
        var recordId: String
        var result: String
        // Firehose wants the bytes back whatever the result.
        var data: Data

        init(_ record: Record, _ result: Result) {
            recordId = record.recordID
            data = record.data
            switch result {
            case .unchanged: self.result = "Ok"
            case .changed(let bytes):
                self.result = "Ok"
                data = bytes
            case .dropped: self.result = "Dropped"
            case .failed: self.result = "ProcessingFailed"
            }
        }
    }
}
