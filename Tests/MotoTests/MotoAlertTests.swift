import Foundation
import SESClient
import SESMonitoring
import SESSigning
import Testing

@Suite("Alerts on moto's Amazon SNS", .enabled(if: MotoServer.url != nil, "needs a moto server and SES_MOTO_URL"))
struct MotoAlertTests {
    /// Calls a service of moto by the Query protocol; moto finds the service and the region in a signature's scope.
    private func call(_ service: String, _ parameters: KeyValuePairs<String, String>) async throws -> String {
        let url = try #require(MotoServer.url.flatMap { URLComponents(string: $0) })
        let form = parameters.map { "\(PercentEncoding.encode($0.key))=\(PercentEncoding.encode($0.value))" }
        var request = AWSHTTPRequest(
            method: "POST", scheme: "http", host: try #require(url.host), port: url.port,
            headers: ["Content-Type": "application/x-www-form-urlencoded"],
            body: Data(form.joined(separator: "&").utf8))
        SigV4Signer(service: service, region: "ap-south-1")
            .sign(&request, with: AWSCredentials(accessKeyID: "id", secretAccessKey: "key"), at: Date())
        let response = try await DefaultTransport.shared.execute(request, limits: TransportLimits())
        let text = String(decoding: response.body, as: UTF8.self)
        try #require(response.status == 200, "\(text)")
        return text
    }

    private func element(_ name: String, in xml: String) throws -> String {
        let start = try #require(xml.firstRange(of: "<\(name)>")?.upperBound)
        let end = try #require(xml[start...].firstRange(of: "</\(name)>")?.lowerBound)
        return String(xml[start..<end]).replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    private static let alert = MonitorAlert(
        id: "1", state: .raised, rule: .bounceRate(above: 0.05, in: "moto-alerts", severity: .critical),
        subject: .set("moto-alerts"), date: Date(timeIntervalSince1970: 1_746_181_230),
        windowStart: Date(timeIntervalSince1970: 1_746_097_200), value: 0.062, threshold: 0.05,
        figures: MonitorFigures(), topDomains: [RankedName(name: "a&b.example <x>", count: 3)])

    private func topic(_ arn: String) throws -> AlertTopic {
        try AlertTopic(
            ARN(rawValue: arn),
            credentials: StaticCredentialProvider(AWSCredentials(accessKeyID: "id", secretAccessKey: "key")),
            configuration: .init(settings: AWSSettings()), loopbackURL: MotoServer.url)
    }

    @Test("arrive on a queue that is subscribed, as the alert's JSON")
    func arrives() async throws {
        try await MotoServer.reset()
        let arn = try element("TopicArn", in: await call("sns", ["Action": "CreateTopic", "Name": "moto-alerts"]))
        let queue = try element(
            "QueueUrl", in: await call("sqs", ["Action": "CreateQueue", "QueueName": "moto-alerts"]))
        _ = try await call(
            "sns",
            [
                "Action": "Subscribe", "TopicArn": arn, "Protocol": "sqs",
                "Endpoint": arn.replacing(":sns:", with: ":sqs:"),
                "Attributes.entry.1.key": "RawMessageDelivery", "Attributes.entry.1.value": "true",
                "Attributes.entry.2.key": "FilterPolicy", "Attributes.entry.2.value": #"{"severity":["critical"]}"#,
            ])
        try await topic(arn).post(Self.alert)
        let received = try await call("sqs", ["Action": "ReceiveMessage", "QueueUrl": queue])
        let body = try element("Body", in: received)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        #expect(try decoder.decode(MonitorAlert.self, from: Data(body.utf8)) == Self.alert)
    }

    @Test("for a topic that isn't there are refused with SNS's own name for it")
    func missing() async throws {
        let topic = try topic("arn:aws:sns:ap-south-1:123456789012:moto-nowhere")
        let error = await #expect(throws: SESMonitoringError.self) { try await topic.post(Self.alert) }
        #expect(error?.code == .serviceRefused)
        #expect(error?.message == "Amazon SNS Publish: NotFound")
    }
}
