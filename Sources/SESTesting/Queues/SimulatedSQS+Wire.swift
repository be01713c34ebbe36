import SESClient
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SimulatedSQS {
    /// An answer, or that there is nothing yet and when to look again.
    enum Answer {
        case response(AWSHTTPResponse)
        case nothing(until: SimulatedClock.Instant)
    }

    static func operation(of request: AWSHTTPRequest) -> String {
        let target = request.headers["X-Amz-Target"] ?? ""
        return target.hasPrefix("AmazonSQS.") ? String(target.dropFirst("AmazonSQS.".count)) : target
    }

    /// Answers a request as the service would.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - began: When it came.
    ///   - isRepeated: Whether it was answered with nothing before.
    func respond(to request: AWSHTTPRequest, since began: SimulatedClock.Instant, isRepeated: Bool) -> Answer {
        do {
            try authenticate(request)
            if !isRepeated { calls.append(Self.operation(of: request)) }
            return try answer(to: request, since: began)
        } catch let refusal as ServiceRefusal {
            return .response(refuse(with: refusal))
        } catch {
            return .response(refuse(with: .serialization))
        }
    }

    func refuse(with refusal: ServiceRefusal) -> AWSHTTPResponse {
        // This protocol has the error's name in the body.
        var body = OrderedJSON()
        if let name = refusal.name { body.add("__type", "com.amazonaws.sqs#\(name)") }
        body.add("message", refusal.message ?? "")
        return answer(refusal.status, body.compact)
    }

    private func authenticate(_ request: AWSHTTPRequest) throws {
        do {
            let verifier = SigV4Verifier(service: "sqs", region: region.rawValue)
            try verifier.verify(request, at: clock.date) { [credentials] in
                $0 == credentials.accessKeyID ? credentials : nil
            }
        } catch {
            throw ServiceRefusal(signing: error)
        }
        guard request.host == host, request.path == "/", request.method == "POST",
            request.headers["Content-Type"] == "application/x-amz-json-1.0"
        else { throw ServiceRefusal("UnknownOperationException", "The request isn't one of AWS JSON 1.0.") }
    }

    private func answer(to request: AWSHTTPRequest, since began: SimulatedClock.Instant) throws -> Answer {
        let input = try JSONDecoder().decode(SimulatedSQSInput.self, from: request.body)
        let operation = Self.operation(of: request)
        if operation == "GetQueueUrl" {
            let url = "https://\(host)/\(accountID)/\(input.queueName ?? "")"
            _ = try queue(url)
            var body = OrderedJSON()
            body.add("QueueUrl", url)
            return .response(answer(200, body.compact))
        }
        let url = input.queueURL ?? ""
        _ = try queue(url)
        switch operation {
        case "ReceiveMessage": return try receive(input, url, since: began)
        case "DeleteMessageBatch": return .response(try batch(input, operation) { delete($0.receipt, url) })
        case "ChangeMessageVisibilityBatch":
            return .response(
                try batch(input, operation) { changeVisibility($0.receipt, $0.visibilityTimeout ?? 0, url) })
        default: throw ServiceRefusal("UnsupportedOperation", "The simulator doesn't answer \(operation).")
        }
    }

    private func queue(_ url: String) throws -> SimulatedQueue {
        guard let queue = queues[url] else {
            throw ServiceRefusal("QueueDoesNotExist", "The specified queue does not exist.")
        }
        return queue
    }

    private func receive(_ input: SimulatedSQSInput, _ url: String, since began: SimulatedClock.Instant) throws
        -> Answer
    {
        let limit = input.maximumMessages ?? 1
        let wait = input.waitTime ?? 0
        guard (1...10).contains(limit), (0...20).contains(wait) else {
            throw ServiceRefusal("InvalidParameterValue", "A number is out of its range.")
        }
        redrive(url)
        guard var queue = queues[url] else { throw ServiceRefusal("QueueDoesNotExist", nil) }
        let timeout = input.visibilityTimeout.map { Duration.seconds($0) } ?? queue.visibilityTimeout
        var received: [Data] = []
        for index in queue.messages.indices where received.count < limit {
            guard queue.messages[index].visibleFrom <= clock.now else { continue }
            queue.messages[index].receiveCount += 1
            queue.messages[index].visibleFrom = clock.now.advanced(by: timeout)
            queue.messages[index].receipt = random.hexadecimal(64)
            received.append(Self.wire(queue.messages[index]))
        }
        let deadline = began.advanced(by: .seconds(wait))
        if received.isEmpty, clock.now < deadline {
            return .nothing(until: min(deadline, queue.nextVisible(after: clock.now) ?? deadline))
        }
        queues[url] = queue
        var body = OrderedJSON()
        if !received.isEmpty {
            body.add(
                "Messages", json: Data("[".utf8) + Data(received.joined(separator: Data(",".utf8))) + Data("]".utf8))
        }
        return .response(answer(200, body.compact))
    }

    /// Moves what would be received once too often.
    private func redrive(_ url: String) {
        guard let queue = queues[url], let target = queue.deadLetterURL, queues[target] != nil else { return }
        let isDead: (SimulatedQueueMessage) -> Bool = { [clock] message in
            message.visibleFrom <= clock.now && message.receiveCount >= queue.maximumReceiveCount
        }
        queues[target]?.messages += queue.messages.filter(isDead)
        queues[url]?.messages.removeAll(where: isDead)
    }

    private static func wire(_ message: SimulatedQueueMessage) -> Data {
        var attributes = OrderedJSON()
        attributes.add("ApproximateReceiveCount", String(message.receiveCount))
        attributes.add("SentTimestamp", String(Int(message.sentAt.timeIntervalSince1970 * 1000)))
        var json = OrderedJSON()
        json.add("MessageId", message.id)
        json.add("ReceiptHandle", message.receipt ?? "")
        json.add("Body", message.body)
        json.add("Attributes", json: attributes.compact)
        return json.compact
    }

    // MARK: Batches

    /// Works on each entry; one that a rule forbids gives the rule's name.
    private func batch(
        _ input: SimulatedSQSInput, _ operation: String, _ work: (SimulatedSQSInput.Entry) -> String?
    ) throws -> AWSHTTPResponse {
        let entries = input.entries ?? []
        guard (1...10).contains(entries.count) else {
            throw ServiceRefusal("TooManyEntriesInBatchRequest", "A batch has 1 to 10 entries.")
        }
        guard Set(entries.map(\.id)).count == entries.count else {
            throw ServiceRefusal("BatchEntryIdsNotDistinct", "The ids must be distinct.")
        }
        var done: [Data] = []
        var failed: [Data] = []
        for entry in entries {
            var json = OrderedJSON()
            json.add("Id", entry.id)
            if let (code, isSenderFault) = takeRefusedEntry(operation) ?? work(entry).map({ ($0, true) }) {
                json.add("Code", code)
                json.add("SenderFault", json: Data("\(isSenderFault)".utf8))
                failed.append(json.compact)
            } else {
                done.append(json.compact)
            }
        }
        var body = OrderedJSON()
        for (name, list) in [("Successful", done), ("Failed", failed)] {
            body.add(name, json: Data("[".utf8) + Data(list.joined(separator: Data(",".utf8))) + Data("]".utf8))
        }
        return answer(200, body.compact)
    }

    private func takeRefusedEntry(_ operation: String) -> (String, Bool)? {
        guard let refused = refusedEntries, refused.operation == operation, refused.remaining > 0 else { return nil }
        refusedEntries?.remaining -= 1
        return (refused.code, refused.isSenderFault)
    }

    /// One with an old receipt handle isn't deleted, and the service doesn't say so.
    private func delete(_ receipt: String, _ url: String) -> String? {
        queues[url]?.messages.removeAll { $0.receipt == receipt }
        return nil
    }

    private func changeVisibility(_ receipt: String, _ seconds: Int, _ url: String) -> String? {
        guard (0...43_200).contains(seconds) else { return "InvalidParameterValue" }
        guard let index = queues[url]?.messages.firstIndex(where: { $0.receipt == receipt }),
            let message = queues[url]?.messages[index]
        else { return "ReceiptHandleIsInvalid" }
        guard message.visibleFrom > clock.now else { return "MessageNotInflight" }
        queues[url]?.messages[index].visibleFrom = clock.now.advanced(by: .seconds(seconds))
        if seconds == 0 { arrivals.arrived() }
        return nil
    }

    private func answer(_ status: Int, _ body: Data) -> AWSHTTPResponse {
        AWSHTTPResponse(
            status: status,
            headers: [
                "x-amzn-RequestId": random.uuid(), "Content-Type": "application/x-amz-json-1.0",
                "Date": HTTPDate.text(clock.date),
            ], body: body)
    }
}
