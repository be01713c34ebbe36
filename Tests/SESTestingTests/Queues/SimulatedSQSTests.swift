import Foundation
import SESClient
import SESSigning
import SESTesting
import Testing

@Suite("Simulated SQS", .timeLimit(.minutes(1)))
struct SimulatedSQSTests {
    private func call(
        _ sqs: SimulatedSQS, _ operation: String, _ input: [String: Any], credentials: AWSCredentials? = nil
    ) async throws -> (status: Int, body: [String: Any]) {
        var request = AWSHTTPRequest(
            method: "POST", host: sqs.host,
            headers: ["Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "AmazonSQS.\(operation)"],
            body: try JSONSerialization.data(withJSONObject: input))
        SigV4Signer(service: "sqs", region: sqs.region.rawValue)
            .sign(&request, with: credentials ?? sqs.credentials, at: sqs.clock.date)
        let response = try await sqs.transport.execute(request, limits: TransportLimits())
        return (response.status, try JSONSerialization.jsonObject(with: response.body) as? [String: Any] ?? [:])
    }

    private func receive(_ sqs: SimulatedSQS, _ url: String, wait: Int = 0) async throws -> [[String: Any]] {
        let input: [String: Any] = [
            "QueueUrl": url, "MaxNumberOfMessages": 10, "VisibilityTimeout": 30, "WaitTimeSeconds": wait,
        ]
        return try await call(sqs, "ReceiveMessage", input).body["Messages"] as? [[String: Any]] ?? []
    }

    private func entries(_ messages: [[String: Any]], visibility: Int? = nil) -> [[String: Any]] {
        messages.enumerated().map { index, message in
            var entry: [String: Any] = ["Id": "\(index)", "ReceiptHandle": message["ReceiptHandle"] ?? ""]
            entry["VisibilityTimeout"] = visibility
            return entry
        }
    }

    @Test("a message is hidden for its time-out, counted, and goes to the dead-letter queue after the most receives")
    func redrive() async throws {
        let sqs = SimulatedSQS()
        let dead = await sqs.createQueue("dead")
        let url = await sqs.createQueue("q", deadLetterQueue: dead, maximumReceiveCount: 2)
        await sqs.send("body", to: url)
        for count in 1...2 {
            let message = try #require(try await receive(sqs, url).first)
            #expect(message["Body"] as? String == "body")
            #expect((message["Attributes"] as? [String: String])?["ApproximateReceiveCount"] == "\(count)")
            #expect(try await receive(sqs, url).isEmpty)
            #expect(await sqs.hiddenCount(on: url) == 1)
            sqs.clock.advance(by: .seconds(30))
        }
        #expect(try await receive(sqs, url).isEmpty)
        #expect(await sqs.messages(on: url).isEmpty)
        #expect(await sqs.messages(on: dead).map(\.body) == ["body"])
    }

    @Test("only the last receipt handle deletes and changes the visibility")
    func receipts() async throws {
        let sqs = SimulatedSQS()
        let url = await sqs.createQueue("q")
        await sqs.send("body", to: url)
        let old = try await receive(sqs, url)
        let back: [String: Any] = ["QueueUrl": url, "Entries": entries(old, visibility: 0)]
        #expect((try await call(sqs, "ChangeMessageVisibilityBatch", back).body["Successful"] as? [Any])?.count == 1)
        let new = try await receive(sqs, url)
        #expect(new.count == 1)
        let failed = try await call(sqs, "ChangeMessageVisibilityBatch", back).body["Failed"] as? [[String: Any]]
        #expect(failed?.first?["Code"] as? String == "ReceiptHandleIsInvalid")
        _ = try await call(sqs, "DeleteMessageBatch", ["QueueUrl": url, "Entries": entries(old)])
        #expect(await sqs.messages(on: url).count == 1)
        _ = try await call(sqs, "DeleteMessageBatch", ["QueueUrl": url, "Entries": entries(new)])
        #expect(await sqs.messages(on: url).isEmpty)
    }

    @Test("a call waits for a message that arrives, that becomes visible, or for its time")
    func waits() async throws {
        let sqs = SimulatedSQS()
        let url = await sqs.createQueue("q")
        async let arrived = receive(sqs, url, wait: 20)
        while await sqs.calls.isEmpty { await Task.yield() }
        await sqs.send("body", to: url)
        #expect(try await arrived.count == 1)
        for (step, count) in [(Duration.seconds(30), 1), (.seconds(20), 0)] {
            let calls = await sqs.calls.count
            let wait = step == .seconds(30) ? 20 : 20
            if count == 1 { sqs.clock.advance(by: .seconds(15)) }
            async let later = receive(sqs, url, wait: wait)
            while await sqs.calls.count == calls { await Task.yield() }
            sqs.clock.advance(by: count == 1 ? .seconds(15) : step)
            #expect(try await later.count == count)
        }
    }

    @Test("requests with a wrong signature, for another queue or of wrong form are refused")
    func refused() async throws {
        let sqs = SimulatedSQS()
        let url = await sqs.createQueue("q")
        let stranger = AWSCredentials(accessKeyID: "AKIASTRANGER", secretAccessKey: "x")
        #expect(try await call(sqs, "ReceiveMessage", ["QueueUrl": url], credentials: stranger).status == 403)
        let missing = try await call(sqs, "ReceiveMessage", ["QueueUrl": url + "x"])
        #expect(missing.status == 400 && missing.body["__type"] as? String == "com.amazonaws.sqs#QueueDoesNotExist")
        #expect(try await call(sqs, "GetQueueUrl", ["QueueName": "q"]).body["QueueUrl"] as? String == url)
        let twice = Array(repeating: ["Id": "1", "ReceiptHandle": "r"], count: 2)
        #expect(try await call(sqs, "DeleteMessageBatch", ["QueueUrl": url, "Entries": twice]).status == 400)
        #expect(try await call(sqs, "DeleteMessageBatch", ["QueueUrl": url, "Entries": [Any]()]).status == 400)
        #expect(try await call(sqs, "SendMessage", ["QueueUrl": url]).status == 400)
        #expect(
            try await call(sqs, "ReceiveMessage", ["QueueUrl": url, "MaxNumberOfMessages": 11]).status == 400)
    }

    @Test("faults: refused, lost before and after the work")
    func faults() async throws {
        let sqs = SimulatedSQS()
        let url = await sqs.createQueue("q")
        await sqs.send("body", to: url)
        await sqs.inject(.throttle, on: "ReceiveMessage")
        #expect(try await call(sqs, "ReceiveMessage", ["QueueUrl": url]).status == 429)
        await sqs.inject(.connectionReset(processed: false))
        await #expect(throws: HTTPTransportError.self) { try await receive(sqs, url) }
        #expect(await sqs.hiddenCount(on: url) == 0)
        await sqs.inject(.connectionReset(processed: true))
        await #expect(throws: HTTPTransportError.self) { try await receive(sqs, url) }
        #expect(await sqs.hiddenCount(on: url) == 1)
        await sqs.inject(.throttle, times: 3)
        await sqs.clearFaults()
        #expect(try await call(sqs, "ReceiveMessage", ["QueueUrl": url]).status == 200)
    }
}
