import Foundation
import SESClient
import SESMonitoring
import SESSigning
import Testing

@Suite("A webhook of one's own")
struct AlertWebhookTests {
    static let url = "https://ops.example.com/alerts?key=hush"
    static let secret = "hush-0123456789abcdef"
    static let now = Date(timeIntervalSince1970: 1_746_181_230.9)

    private func webhook(
        _ transport: any HTTPTransport, clock: any Clock<Duration> = AlertClock()
    ) throws -> AlertWebhook {
        try AlertWebhook(
            Self.url, secret: Self.secret, transport: transport, now: { Self.now }, clock: clock, random: { 0 })
    }

    @Test("posts the alert in JSON, signed, with an id")
    func post() async throws {
        let transport = AlertTransport(204)
        let alert = MonitorAlert.example()
        try await webhook(transport).post(alert)
        let request = try #require(transport.requests.first)
        #expect(request.url == Self.url)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        #expect(try decoder.decode(MonitorAlert.self, from: request.body) == alert)
        #expect(String(decoding: request.body, as: UTF8.self).contains(#""date":"2025-05-02T10:20:30Z""#))
        let signature = try #require(request.headers["Alert-Signature"])
        #expect(signature.hasPrefix("t=1746181230,v1="))
        #expect(AlertWebhook.isValid(request.body, signature: signature, secret: Self.secret, now: Self.now))
        #expect(request.headers["Alert-Id"]?.count == 64)
    }

    @Test("signs as openssl does")
    func reference() {
        // printf '1746181230.{"a":1}' | openssl dgst -sha256 -hmac hush-0123456789abcdef
        let signature = "t=1746181230,v1=5f68d0bae8f6c8ba89249141b4c18faa0fba19fde38c88b530f2228bd5e7068d"
        #expect(
            AlertWebhook.isValid(Data(#"{"a":1}"#.utf8), signature: signature, secret: Self.secret, now: Self.now))
    }

    @Test("what is forged, changed or old isn't valid")
    func forged() async throws {
        let transport = AlertTransport(200)
        try await webhook(transport).post(.example())
        let request = transport.requests[0]
        let signature = try #require(request.headers["Alert-Signature"])
        func isValid(
            body: Data? = nil, _ signature: String, secret: String = Self.secret, after seconds: Double = 0,
            tolerance: Int = 300
        ) -> Bool {
            AlertWebhook.isValid(
                body ?? request.body, signature: signature, secret: secret,
                now: Self.now.addingTimeInterval(seconds), tolerance: tolerance)
        }
        #expect(isValid(signature, after: 299))
        #expect(isValid(signature, after: -299))
        #expect(!isValid(signature, after: 301))
        #expect(!isValid(signature, after: -302))
        #expect(!isValid(body: request.body + [0x20], signature))
        #expect(!isValid(signature, secret: Self.secret + "x"))
        #expect(!isValid(signature, secret: ""))
        let code = signature.split(separator: "=")[2]
        #expect(!isValid("t=1746181231,v1=\(code)"))
        #expect(isValid("t=1746181230,v1=\(String(repeating: "0", count: 64)),v1=\(code),v2=x"))
        for broken in [
            "", "t=1746181230", "v1=\(code)", "t=,v1=\(code)", "t=-1,v1=\(code)", "t=1,t=1746181230,v1=\(code)",
            "t=1746181230,v1=", "t=1746181230,v1=\(code.dropLast())", "t=1746181230,v1",
            "t=99999999999999999999,v1=\(code)",
            signature + String(repeating: ",v2=x", count: 1000),
        ] {
            #expect(!isValid(broken), "\(broken)")
        }
    }

    @Test("posts again what may not have arrived, with the same id and a new time")
    func again() async throws {
        let transport = AlertTransport { _, number in
            if number == 0 { throw HTTPTransportError(.connectionLost, requestMayHaveBeenSent: true, message: "") }
            return AWSHTTPResponse(status: number == 1 ? 500 : 200)
        }
        let clock = AlertClock()
        try await webhook(transport, clock: clock).post(.example())
        #expect(transport.requests.count == 3)
        #expect(Set(transport.requests.map { $0.headers["Alert-Id"] }).count == 1)
        #expect(Set(transport.requests.map(\.body)).count == 1)
        #expect(clock.waits == [.milliseconds(500), .seconds(1)])
        let other = AlertTransport(200)
        try await webhook(other).post(.example(id: "another"))
        #expect(other.requests[0].headers["Alert-Id"] != transport.requests[0].headers["Alert-Id"])
    }

    @Test("shows neither address nor secret", arguments: [400, 500])
    func secrecy(_ status: Int) async throws {
        let webhook = try webhook(AlertTransport(status, body: Self.secret))
        #expect(!AlertPrints.all(of: webhook).contains("hush"))
        let error = await #expect(throws: SESMonitoringError.self) { try await webhook.post(.example()) }
        #expect(error?.code == .notDelivered)
        #expect(error.map { AlertPrints.all(of: $0) }?.contains("hush") == false)
        for (url, secret) in [
            ("https://h/hush", "hush"), ("http://example.com/hush", Self.secret), ("hush", Self.secret),
        ] {
            let error = #expect(throws: SESMonitoringError.self) { try AlertWebhook(url, secret: secret) }
            #expect(error?.code == .invalidSettings)
            #expect(error.map { AlertPrints.all(of: $0) }?.contains("hush") == false)
        }
    }

    @Test("ends when its task is cancelled")
    func cancelled() async throws {
        let webhook = try webhook(
            AlertTransport { _, _ in
                try await Task.sleep(for: .seconds(600)); throw CancellationError()
            })
        let task = Task { try await webhook.post(.example()) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("posts over a real connection")
    func server() async throws {
        let server = try AlertServer(200)
        defer { server.stop() }
        try await AlertWebhook("\(server.url)/alerts", secret: Self.secret).post(.example())
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /alerts HTTP/1.1")
        let signature = try #require(request.header("Alert-Signature"))
        #expect(AlertWebhook.isValid(request.body, signature: signature, secret: Self.secret))
    }
}
