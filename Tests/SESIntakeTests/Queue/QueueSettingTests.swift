import Foundation
import SESTesting
import Testing

@testable import SESIntake

@Suite("A queue's address and options")
struct QueueSettingTests {
    private func address(
        _ url: String, _ region: Region? = nil, endpoint: String? = nil
    ) -> (region: Region, endpoint: String)? {
        (try? SQSQueueAddress(queueURL: url, region: region, endpointURL: endpoint)).map { ($0.region, $0.endpointURL) }
    }

    @Test(
        "hosts of Amazon SQS",
        arguments: [
            ("https://sqs.eu-west-1.amazonaws.com/123456789012/q", "eu-west-1", "https://sqs.eu-west-1.amazonaws.com"),
            (
                "https://SQS.eu-west-1.amazonaws.com:443/123456789012/q", "eu-west-1",
                "https://sqs.eu-west-1.amazonaws.com"
            ),
            ("https://eu-west-1.queue.amazonaws.com/1/q", "eu-west-1", "https://sqs.eu-west-1.amazonaws.com"),
            ("https://sqs.cn-north-1.amazonaws.com.cn/1/q", "cn-north-1", "https://sqs.cn-north-1.amazonaws.com.cn"),
            ("https://sqs.us-east-1.api.aws/1/q", "us-east-1", "https://sqs.us-east-1.api.aws"),
            ("https://sqs-fips.us-east-1.amazonaws.com/1/q", "us-east-1", "https://sqs-fips.us-east-1.amazonaws.com"),
        ])
    func hosts(url: String, region: String, endpoint: String) {
        #expect(address(url)?.region.rawValue == region)
        #expect(address(url)?.endpoint == endpoint)
    }

    @Test(
        "nothing is signed for another host",
        arguments: [
            "http://sqs.eu-west-1.amazonaws.com/1/q", "https://sqs.eu-west-1.amazonaws.com.evil.example/1/q",
            "https://sqs.eu-west-1.amazonaws.com:8443/1/q", "https://sqs.eu-west-1.amazonaws.com@evil.example/1/q",
            "https://evil.example/sqs.eu-west-1.amazonaws.com/q", "https://sqs.eu-west-1.amazonaws.co/1/q",
            "https://sns.eu-west-1.amazonaws.com/1/q", "https://sqs.amazonaws.com/1/q", "https://127.0.0.1/1/q",
            "https://sqs.cn-north-1.amazonaws.com/1/q", "https://sqs.eu-west-1.amazonaws.com.cn/1/q",
            "https://sqs.eu-west-1.amazonaws.com/q", "https://sqs.eu-west-1.amazonaws.com/1/q?x=1", "", "q",
            "https://sqs.eu-west-1.amazonaws.com/1/q.fifo", "https://sqs.eu-west-1.amazonaws.com./1/q",
            "https://user:pw@sqs.eu-west-1.amazonaws.com/1/q", "https://xsqs.eu-west-1.amazonaws.com/1/q",
        ])
    func foreign(url: String) throws {
        let recorder = RecordingTransport(200)
        let error = #expect(throws: SESIntakeError.self) {
            try SQSQueueConsumer(
                queueURL: url, credentials: StaticCredentialProvider(SESSimulator.defaultCredentials),
                transport: recorder, configuration: .init(settings: AWSSettings()))
        }
        #expect(error?.code == .invalidSettings)
        #expect(recorder.requests.isEmpty)
    }

    @Test("an endpoint that is given is called, with the region given or the URL's")
    func endpoint() async throws {
        let local = "http://127.0.0.1:5000"
        #expect(address("\(local)/123456789012/q", endpoint: local) == nil)
        #expect(address("\(local)/123456789012/q", .euWest1, endpoint: local)?.endpoint == local)
        #expect(address("https://sqs.us-west-2.amazonaws.com/1/q", endpoint: local)?.region == .usWest2)
        #expect(address("https://sqs.us-west-2.amazonaws.com/1/q", .euWest1) == nil)
        #expect(throws: SESIntakeError.self) {
            try SQSQueueConsumer(
                queueURL: "https://sqs.us-west-2.amazonaws.com/1/q",
                credentials: StaticCredentialProvider(SESSimulator.defaultCredentials),
                endpointURL: "http://evil.example",
                configuration: .init(settings: AWSSettings()))
        }
    }

    @Test("the address set outside for SES isn't taken for SQS, and requests are those of AWS JSON 1.0")
    func wire() async throws {
        let recorder = RecordingTransport(400, body: #"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"-"}"#)
        let clock = SimulatedClock()
        let consumer = try SQSQueueConsumer(
            queueURL: "https://sqs.eu-west-1.amazonaws.com/123456789012/q",
            credentials: StaticCredentialProvider(SESSimulator.defaultCredentials), transport: recorder,
            options: QueueOptions(maximumMessages: 7, waitTime: .seconds(11), visibilityTimeout: .seconds(40)),
            configuration: .init(
                now: { clock.date }, clock: clock,
                settings: AWSSettings(region: .usEast1, endpointURL: "https://evil.example", usesFIPS: true)))
        await #expect(throws: SESIntakeError.self) { try await consumer.run { _ in } }
        let request = try #require(recorder.requests.first)
        #expect(recorder.requests.count == 1)
        #expect(request.url == "https://sqs.eu-west-1.amazonaws.com/")
        #expect(request.headers["X-Amz-Target"] == "AmazonSQS.ReceiveMessage")
        #expect(request.headers["Content-Type"] == "application/x-amz-json-1.0")
        #expect(request.headers["Authorization"]?.contains("/eu-west-1/sqs/aws4_request") == true)
        let body = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: Any])
        #expect(body["QueueUrl"] as? String == "https://sqs.eu-west-1.amazonaws.com/123456789012/q")
        #expect(body["MaxNumberOfMessages"] as? Int == 7 && body["WaitTimeSeconds"] as? Int == 11)
        #expect(body["VisibilityTimeout"] as? Int == 40)
        #expect(
            body["MessageSystemAttributeNames"] as? [String] == ["ApproximateReceiveCount", "SentTimestamp"])
    }

    @Test("options out of their range are refused by name")
    func ranges() throws {
        let wrong: [(String, QueueOptions)] = [
            ("maximumMessages", QueueOptions(maximumMessages: 0)),
            ("maximumMessages", QueueOptions(maximumMessages: 11)),
            ("waitTime", QueueOptions(waitTime: .seconds(21))), ("waitTime", QueueOptions(waitTime: .seconds(-1))),
            ("waitTime", QueueOptions(waitTime: .milliseconds(1500))),
            ("visibilityTimeout", QueueOptions(visibilityTimeout: .seconds(2))),
            ("visibilityTimeout", QueueOptions(visibilityTimeout: .seconds(43_201))),
            ("concurrency", QueueOptions(concurrency: 0)), ("concurrency", QueueOptions(concurrency: 10_001)),
            ("deduplicationWindow", QueueOptions(deduplicationWindow: .seconds(-1))),
            ("rememberedEvents", QueueOptions(rememberedEvents: -1)),
            ("deleteLinger", QueueOptions(deleteLinger: .seconds(2))),
            ("failureDelay", QueueOptions(failureDelay: .seconds(43_201))),
            ("shutdownGrace", QueueOptions(shutdownGrace: .seconds(-1))), ("topic", QueueOptions(topics: ["promo"])),
        ]
        for (name, options) in wrong {
            let error = #expect(throws: SESIntakeError.self) { try options.validate() }
            #expect(error?.code == .invalidSettings && error?.message.contains(name) == true)
        }
        try QueueOptions().validate()
        let delays = [1, 2, 3, 50].map { QueueOptions(failureDelay: .seconds(60)).delay(afterReceives: $0) }
        #expect(delays == [.seconds(60), .seconds(120), .seconds(240), .seconds(900)])
        #expect(QueueOptions(failureDelay: .seconds(1000)).delay(afterReceives: 3) == .seconds(1000))
    }
}
