import Foundation
import Testing

@testable import SESIntake

/// Seeded, so that a failure comes again; `SES_FUZZ_ITERATIONS` raises the count.
@Suite("Fuzz: whatever is posted, nothing forged is taken")
struct WebhookFuzzTests {
    static let iterations = ProcessInfo.processInfo.environment["SES_FUZZ_ITERATIONS"].flatMap { Int($0) } ?? 1500

    @Test("altered bodies and header fields: no crash, no fetch, and what is taken is what was signed")
    func altered() async throws {
        let signed: [Envelope] = [.notification, .confirmation, .notification.with("Subject", nil)]
        let transport = RecordingTransport(500)
        let webhook = try FlowUnderTest(signed: signed, confirmation: .never, transport: transport)
        let topics = try SNSTopicList([Envelope.topic])
        let originals = try signed.map { SNSMessage(try SNSEnvelope($0.body, topics: topics)) }
        var mutator = Mutator(seed: 6)
        var taken = 0
        for round in 0..<Self.iterations {
            if round % 64 == 0 { await Task.yield() }
            let envelope = mutator.element(of: signed)
            let body = Data(mutator.mutated(Array(envelope.body)))
            let headers = mutator.headers(envelope.headers)
            let answer = await webhook.receive(body, method: "POST", headers: headers)
            #expect([200, 400, 403, 413].contains(answer.response.status))
            #expect(answer.response.body.isEmpty)
            if let message = try? await webhook.flow.check.message(in: body) {
                taken += 1
                #expect(
                    originals.contains { $0.hasSameContent(as: message) }, "\(String(decoding: body, as: UTF8.self))")
            }
        }
        #expect(taken > 0, "no altered body was harmless, so the check of what is taken was never made")
        #expect(transport.requests.isEmpty)
    }

    @Test("bytes at random: no crash, nothing taken")
    func random() async throws {
        let webhook = try FlowUnderTest()
        var mutator = Mutator(seed: 7)
        for _ in 0..<Self.iterations / 4 {
            let bytes = (0..<mutator.number(below: 200)).map { _ in UInt8(mutator.number(below: 256)) }
            #expect(await webhook.receive(Data(bytes)).refusal != nil)
        }
        #expect(webhook.checks.value == 0)
    }
}

extension SNSMessage {
    /// Whether all that is signed is the same.
    func hasSameContent(as other: SNSMessage) -> Bool {
        kind == other.kind && messageID == other.messageID && topicARN == other.topicARN && token == other.token
            && timestamp == other.timestamp && message.utf8.elementsEqual(other.message.utf8)
            && (subject.map { Array($0.utf8) } == other.subject.map { Array($0.utf8) })
    }
}

extension Mutator {
    /// Header fields with none to two faults.
    mutating func headers(_ headers: [(name: String, value: String)]) -> [(name: String, value: String)] {
        var headers = headers
        for _ in 0..<number(below: 3) {
            guard !headers.isEmpty else { break }
            let index = number(below: headers.count)
            switch number(below: 4) {
            case 0: headers.remove(at: index)
            case 1: headers.append(headers[index])
            case 2: headers[index].name = String(decoding: mutated(Array(headers[index].name.utf8)), as: UTF8.self)
            default: headers[index].value = String(decoding: mutated(Array(headers[index].value.utf8)), as: UTF8.self)
            }
        }
        return headers
    }
}
