import Foundation
import SESClient
import SESMonitoring
import SESSigning
import Testing

@Suite("A topic for alerts")
struct AlertTopicTests {
    static let arn: ARN = "arn:aws:sns:eu-west-1:123456789012:alerts"
    static let credentials = AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "hush")
    static let published =
        #"<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>"#

    private func topic(
        _ transport: any HTTPTransport, of arn: ARN = arn, loopbackURL: String? = nil
    ) throws -> AlertTopic {
        try AlertTopic(
            arn, credentials: StaticCredentialProvider(Self.credentials), transport: transport,
            configuration: .init(random: { 0 }, settings: AWSSettings()), loopbackURL: loopbackURL)
    }

    private func form(_ body: Data) -> [String: String] {
        var components = URLComponents()
        components.percentEncodedQuery = String(decoding: body, as: UTF8.self)
        return Dictionary(
            (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { one, _ in one })
    }

    @Test("gets a signed Publish, in the region of its ARN")
    func publish() async throws {
        let transport = AlertTransport(200, body: Self.published)
        let alert = MonitorAlert.example()
        try await topic(transport).post(alert)
        let request = try #require(transport.requests.first)
        #expect(request.url == "https://sns.eu-west-1.amazonaws.com/")
        let verifier = SigV4Verifier(service: "sns", region: "eu-west-1")
        #expect(throws: Never.self) { try verifier.verify(request, at: Date()) { _ in Self.credentials } }
        let form = form(request.body)
        #expect(form["Action"] == "Publish")
        #expect(form["Version"] == "2010-03-31")
        #expect(form["TopicArn"] == Self.arn.rawValue)
        #expect(form["Subject"] == "[alert] bounce rate above 5 % in promo-may2025: promo-may2025")
        #expect(form["MessageStructure"] == "json")
        #expect(form["MessageAttributes.entry.1.Name"] == "severity")
        #expect(form["MessageAttributes.entry.1.Value.StringValue"] == "alert")
        #expect(form["MessageAttributes.entry.3.Value.StringValue"] == "promo-may2025")
        #expect(form["MessageGroupId"] == nil)
        let messages = try JSONDecoder().decode([String: String].self, from: Data((form["Message"] ?? "").utf8))
        #expect(messages["default"]?.hasPrefix(alert.summary) == true)
        #expect(messages["sms"].map { $0.count <= 140 } == true)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        #expect(try decoder.decode(MonitorAlert.self, from: Data((messages["sqs"] ?? "").utf8)) == alert)
    }

    @Test("keeps SNS's rule for subjects whatever the names are")
    func subject() async throws {
        let transport = AlertTransport(200, body: Self.published)
        try await topic(transport).post(
            .example(set: "é\nBcc: x", name: String(repeating: "<ü>", count: 40)))
        let subject = try #require(form(transport.requests[0].body)["Subject"])
        #expect(subject.utf8.count == 99)
        #expect(subject.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }

    @Test("of the kind FIFO gets what keeps the order and drops copies")
    func fifo() async throws {
        let transport = AlertTransport(200, body: Self.published)
        try await topic(transport, of: "arn:aws-cn:sns:cn-north-1:123456789012:alerts.fifo").post(.example())
        let form = form(transport.requests[0].body)
        #expect(transport.requests[0].host == "sns.cn-north-1.amazonaws.com.cn")
        #expect(form["MessageGroupId"]?.count == 64)
        #expect(form["MessageDeduplicationId"]?.count == 64)
    }

    @Test("repeats what SNS throttles or fails at, and tells its name for a refusal")
    func errors() async throws {
        func answer(_ code: String) -> String {
            "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>\(code)</Code>"
                + "<Message>about \(Self.arn)</Message></Error><RequestId>r-1</RequestId></ErrorResponse>"
        }
        let table: [(Int, String, SESMonitoringError.Code, String, Int)] = [
            (403, answer("AuthorizationError"), .serviceRefused, "Amazon SNS Publish: AuthorizationError", 1),
            (404, answer("NotFound"), .serviceRefused, "Amazon SNS Publish: NotFound", 1),
            (400, answer("Throttling"), .notDelivered, "Amazon SNS Publish: Throttling", 3),
            (500, answer("InternalError"), .notDelivered, "Amazon SNS Publish: InternalError", 3),
            (403, answer("SignatureDoesNotMatch"), .serviceRefused, "Amazon SNS Publish: SignatureDoesNotMatch", 1),
            (503, "<html><body>busy</body></html>", .notDelivered, "Amazon SNS Publish: serviceFailure", 3),
        ]
        for (status, body, code, message, attempts) in table {
            let transport = AlertTransport(status, body: body)
            let error = await #expect(throws: SESMonitoringError.self) { try await topic(transport).post(.example()) }
            #expect(error?.code == code)
            #expect(error?.message == message)
            #expect(transport.requests.count == attempts, "\(message)")
        }
    }

    @Test(
        "is a topic's ARN and nothing else",
        arguments: [
            "alerts", "arn:aws:sqs:eu-west-1:123456789012:alerts", "arn:aws:sns:eu-west-1:123456789012:alerts:sub",
            "arn:aws:sns:eu-west-1.evil.example/:123456789012:alerts", "arn:aws:sns:eu-west-1:1234:alerts",
            "arn:aws-cn:sns:eu-west-1:123456789012:alerts", "arn:aws:sns::123456789012:alerts",
            "arn:aws:sns:eu-west-1:123456789012:a/b", "arn:aws:sns:eu-west-1:123456789012:",
        ])
    func addresses(_ arn: String) {
        let error = #expect(throws: SESMonitoringError.self) { try topic(AlertTransport(200), of: ARN(rawValue: arn)) }
        #expect(error?.code == .invalidSettings)
    }

    @Test(
        "is never called elsewhere than at Amazon SNS or loopback",
        arguments: ["https://evil.example", "x", "http://10.0.0.1"])
    func elsewhere(_ url: String) {
        let error = #expect(throws: SESMonitoringError.self) { try topic(AlertTransport(200), loopbackURL: url) }
        #expect(error?.code == .invalidSettings)
    }

    @Test("gets alerts over a real connection")
    func server() async throws {
        let server = try AlertServer(200, body: Self.published)
        defer { server.stop() }
        let topic = try AlertTopic(
            Self.arn, credentials: StaticCredentialProvider(Self.credentials),
            configuration: .init(settings: AWSSettings()), loopbackURL: server.url)
        try await topic.post(.example())
        #expect(server.requests.map(\.line) == ["POST / HTTP/1.1"])
        #expect(form(server.requests[0].body)["Action"] == "Publish")
        #expect(!AlertPrints.all(of: topic).contains("hush"))
    }
}
