import Foundation
import SESClient
import SESMonitoring
import SESSigning
import Testing

@Suite("A webhook of Slack")
struct SlackWebhookTests {
    static let url = "https://hooks.slack.com/services/T000/B000/hushhush"

    private func failure(_ body: () async throws -> Void) async -> SESMonitoringError? {
        await #expect(throws: SESMonitoringError.self) { try await body() }
    }

    @Test("posts an alert as blocks within Slack's limits")
    func blocks() async throws {
        let transport = AlertTransport(200)
        try await SlackWebhook(Self.url, transport: transport, clock: AlertClock()).post(.example())
        let request = try #require(transport.requests.first)
        #expect(request.url == Self.url)
        #expect(request.method == "POST")
        #expect(request.headers["Content-Type"] == "application/json; charset=utf-8")
        let message = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: Any])
        #expect(
            message["text"] as? String
                == ":large_orange_circle: Bounce rate of promo-may2025: 6.2 % (62 of 1,000 recipients in 24h), above 5 %. "
                + "Most: example.com (40). Why: 5.1.1 General (50).")
        let blocks = try #require(message["blocks"] as? [[String: Any]])
        #expect(
            blocks.map { $0["type"] as? String } == ["header", "section", "section", "section", "section", "context"])
        let header = try #require(blocks[0]["text"] as? [String: Any])
        #expect(header["text"] as? String == ":large_orange_circle: Alert: bounce rate above 5 % in promo-may2025")
        let fields = try #require(blocks[2]["fields"] as? [[String: Any]])
        #expect(
            fields.compactMap { $0["text"] as? String } == [
                "*Subject*\n`promo-may2025`", "*Window*\n24h", "*Measured*\n6.2 %", "*Limit*\n5 %", "*Sent to*\n1,000",
                "*Delivered*\n938", "*Bounces*\n62", "*Complaints*\n0",
            ])
        #expect((blocks[3]["text"] as? [String: Any])?["text"] as? String == "*Top domains*\n`example.com`  40")
        let context = try #require((blocks[5]["elements"] as? [[String: Any]])?.first?["text"] as? String)
        #expect(context.hasPrefix("<!date^1746181230^"))
        #expect(context.contains("2025-05-02T10:20:30Z"))
    }

    @Test("shows what is over, and how urgent it was, by colour")
    func colours() async throws {
        for (alert, emoji) in [
            (MonitorAlert.example(state: .cleared), ":large_green_circle: Over"),
            (.example(severity: .warning), ":large_yellow_circle: Warning"),
            (.example(severity: .critical), ":red_circle: Critical"),
        ] {
            let transport = AlertTransport(200)
            try await SlackWebhook(Self.url, transport: transport, clock: AlertClock()).post(alert)
            #expect(String(decoding: transport.requests[0].body, as: UTF8.self).contains(emoji))
        }
    }

    @Test(
        "lets no name from outside format, link or notify, with a combining mark behind each sign or without",
        arguments: ["", "\u{FE0F}", "\u{301}"])
    func hostile(_ mark: String) async throws {
        let signs = "<!channel> & <https://evil.example|x> `*_~\n> \u{202E}" + String(repeating: "é<&", count: 4000)
        let nasty = signs.map { "\($0)\("<>&`".contains($0) ? mark : "")" }.joined()
        let alert = MonitorAlert.example(
            set: nasty, part: .tag(name: nasty, value: nasty), name: "<!here> & rule",
            domains: Array(repeating: RankedName(name: nasty, count: 1), count: 9),
            reasons: [RankedName(name: nasty, count: 1)])
        let transport = AlertTransport(200)
        try await SlackWebhook(Self.url, transport: transport, clock: AlertClock()).post(alert)
        let message = try #require(
            try JSONSerialization.jsonObject(with: transport.requests[0].body) as? [String: Any])
        let blocks = try #require(message["blocks"] as? [[String: Any]])
        #expect(blocks.count <= 50)
        var texts = [(type: "mrkdwn", text: try #require(message["text"] as? String), limit: 3000)]
        for block in blocks {
            let isHeader = block["type"] as? String == "header"
            let objects =
                [block["text"] as? [String: Any]].compactMap(\.self) + (block["fields"] as? [[String: Any]] ?? [])
                + (block["elements"] as? [[String: Any]] ?? [])
            for object in objects {
                let limit = isHeader ? 150 : block["fields"] == nil ? 3000 : 2000
                texts.append((try #require(object["type"] as? String), try #require(object["text"] as? String), limit))
            }
        }
        #expect(texts.count == 14)
        for (type, text, limit) in texts {
            #expect(text.unicodeScalars.count <= limit)
            let scalars = text.unicodeScalars
            #expect(!scalars.contains("\u{202E}"))
            // The one link is the message's own date.
            let rest = text.hasPrefix("<!date^") ? scalars.drop { $0 != ">" }.dropFirst() : scalars[...]
            #expect(!rest.contains("<"))
            #expect(!rest.contains(">"))
            for piece in rest.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
                #expect(["amp;", "lt;", "gt;"].contains { piece.starts(with: $0.unicodeScalars) })
            }
            // Marked-up text has names in code only: each line's marks of code are in pairs around them.
            for line in type == "mrkdwn" && !text.hasPrefix(":") ? scalars.split(separator: "\n") : [] {
                let marks = line.count { $0 == "`" }
                #expect(marks == 0 || marks == 2)
            }
        }
        #expect(message["mrkdwn"] as? Bool == false)
    }

    @Test("waits as Slack asks, though not for ever, and tries again")
    func throttled() async throws {
        let clock = AlertClock()
        let transport = AlertTransport(429, 429, 200, headers: ["Retry-After": "31"])
        try await SlackWebhook(Self.url, transport: transport, clock: clock, random: { 0 }).post(.example())
        #expect(transport.requests.count == 3)
        #expect(clock.waits == [.seconds(31), .seconds(31)])
        let patient = AlertClock()
        let asking = AlertTransport(429, 200, headers: ["Retry-After": "86400"])
        try await SlackWebhook(Self.url, transport: asking, clock: patient).post(.example())
        #expect(patient.waits == [.seconds(120)])
    }

    @Test("tries again after failures that may pass, with longer and longer waits, and gives up")
    func failing() async throws {
        let clock = AlertClock()
        let transport = AlertTransport { _, number in
            guard number > 0 else {
                throw HTTPTransportError(.connectionFailed, requestMayHaveBeenSent: false, message: Self.url)
            }
            return AWSHTTPResponse(status: 503)
        }
        let webhook = try SlackWebhook(Self.url, transport: transport, clock: clock, random: { 1 })
        let error = await failure { try await webhook.post(.example()) }
        #expect(error?.code == .notDelivered)
        #expect(error?.message == "Slack answered 503 (4 attempts)")
        #expect(transport.requests.count == 4)
        #expect(clock.waits == [.seconds(1), .seconds(2), .seconds(4)])
    }

    @Test("doesn't repeat what is refused, and tells Slack's word for it", arguments: [400, 403, 404, 410, 302])
    func refused(_ status: Int) async throws {
        let transport = AlertTransport(status, headers: ["Location": "https://evil.example/"], body: "no_service")
        let webhook = try SlackWebhook(Self.url, transport: transport, clock: AlertClock())
        let error = await failure { try await webhook.post(.example()) }
        #expect(error?.message == "Slack refused with \(status): no_service")
        #expect(transport.requests.count == 1)
        let other = AlertTransport(status, body: "<html>\(Self.url)</html>")
        let silent = await failure {
            try await SlackWebhook(Self.url, transport: other, clock: AlertClock()).post(.example())
        }
        #expect(silent?.message == "Slack refused with \(status)")
    }

    @Test("posts at most one message a second")
    func pace() async throws {
        let clock = AlertClock()
        let webhook = try SlackWebhook(Self.url, transport: AlertTransport(200), clock: clock)
        for _ in 0..<3 { try await webhook.post(.example()) }
        #expect(clock.waits == [.seconds(1), .seconds(1)])
    }

    @Test(
        "is only at Slack",
        arguments: [
            "http://hooks.slack.com/services/hush", "https://hooks.slack.com.evil.example/hush",
            "https://evil.example/hush",
            "https://hooks.slack.com@evil.example/hush", "https://user:hush@hooks.slack.com/x",
            "https://hooks.slack.com:8443/hush",
            "hooks.slack.com/hush", "", "https://hooks.slack.com/hush#fragment", "ftp://127.0.0.1/hush",
            "https:///hush",
            "http://127.0.0.1.evil.example/hush", "https://evil.example/hooks.slack.com/hush",
            "https://xhooks.slack.com/hush",
            "https://hooks.slack.com", "https://hooks.slack.com/", "https://hooks.slack-gov.com//",
            "https://hooks.slack.com/?hush",
        ])
    func addresses(_ url: String) {
        let error = #expect(throws: SESMonitoringError.self) { try SlackWebhook(url) }
        #expect(error?.code == .invalidSettings)
        #expect(error?.description.contains("hush") == false)
        #expect(error?.description.contains("evil") == false)
    }

    @Test("says that the path is missing")
    func pathMissing() {
        let error = #expect(throws: SESMonitoringError.self) { try SlackWebhook("https://hooks.slack.com/") }
        #expect(error?.description.contains("must have the path") == true)
        #expect(throws: Never.self) { try SlackWebhook("http://127.0.0.1:8080") }
    }

    @Test(
        "takes the addresses that Slack gives",
        arguments: [url, "https://hooks.slack-gov.com/services/x", "https://HOOKS.slack.com:443/x"])
    func taken(_ url: String) {
        #expect(throws: Never.self) { try SlackWebhook(url) }
    }

    @Test("shows its address in no print and in no error")
    func secrecy() async throws {
        let url = URL(string: Self.url)
        let below = NSError(domain: NSURLErrorDomain, code: -1004, userInfo: [NSURLErrorFailingURLErrorKey: url as Any])
        for thrown in [
            HTTPTransportError(
                .invalidRequest, requestMayHaveBeenSent: false, message: Self.url, underlyingError: below),
            below as any Error,
        ] {
            let webhook = try SlackWebhook(
                Self.url, transport: AlertTransport { _, _ in throw thrown }, clock: AlertClock())
            #expect(!AlertPrints.all(of: webhook).contains("hush"))
            #expect(!AlertPrints.all(of: [webhook]).contains("hush"))
            let error = try #require(await failure { try await webhook.post(.example()) })
            #expect(!AlertPrints.all(of: error).contains("hush"))
            #expect(!"\(error.localizedDescription)".contains("hush"))
        }
    }

    @Test("posts over a real connection, and follows no redirect")
    func server() async throws {
        let server = try AlertServer { _, number in number == 0 ? (500, [:], "") : (200, [:], "ok") }
        defer { server.stop() }
        try await SlackWebhook("\(server.url)/services/x", random: { 0 }).post(.example())
        #expect(server.requests.map(\.line) == ["POST /services/x HTTP/1.1", "POST /services/x HTTP/1.1"])
        #expect(server.requests[0].body == server.requests[1].body)
        let elsewhere = try AlertServer()
        defer { elsewhere.stop() }
        let redirecting = try AlertServer(307, ["Location": elsewhere.url])
        defer { redirecting.stop() }
        let error = await failure { try await SlackWebhook("\(redirecting.url)/x").post(.example()) }
        #expect(error?.message == "Slack refused with 307: ok")
        #expect(elsewhere.requests.isEmpty)
    }
}
