import Foundation
import SESCore
import Testing

@Suite("Telling machines from people in opens and clicks")
struct IntermediaryTests {
    typealias Kind = SESEvent.Intermediary.Kind

    /// User agent, kind in an open, kind in a click.
    static let agents: [(String, Kind?, Kind?)] = [
        ("Mozilla/5.0", .prefetch, .scanner),
        ("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)", .proxy, .proxy),
        ("YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html", .proxy, .proxy),
        ("", .scanner, .scanner),
        ("Mozilla/5.0 (compatible; Barracuda Sentinel)", .scanner, .scanner),
        ("Mozilla/5.0 (compatible; proofpoint)", .scanner, .scanner),
        ("Mimecast URL Protect", .scanner, .scanner),
        ("MessageLabs Link Following", .scanner, .scanner),
        ("Mozilla/5.0 (Windows NT 6.1) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b", .scanner, .scanner),
        ("Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/126.0.0.0 Safari/537.36", .scanner, .scanner),
        ("curl/8.5.0", .scanner, .scanner),
        ("Wget/1.21.4", .scanner, .scanner),
        ("python-requests/2.32.3", .scanner, .scanner),
        ("Python-urllib/3.12", .scanner, .scanner),
        ("Go-http-client/1.1", .scanner, .scanner),
        ("Java/17.0.2", .scanner, .scanner),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", nil, nil),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36", nil, nil),
        ("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17628; Pro)", nil, nil),
        ("Mozilla/5.0 (with curl/8 somewhere inside)", nil, nil),
        ("Thunderbird", nil, nil),
    ]

    @Test("The user agent names the machine", arguments: agents)
    func agent(text: String, open: Kind?, click: Kind?) {
        #expect(SESEvent.Open(userAgent: text).intermediary?.kind == open)
        #expect(SESEvent.Click(userAgent: text).intermediary?.kind == click)
        #expect(SESEvent.Open(userAgent: text.uppercased()).intermediary?.kind == open)
        #expect(SESEvent.Open(userAgent: text).isLikelyAutomatic == (open != nil && open != .proxy))
        #expect(SESEvent.Click(userAgent: text).isLikelyAutomatic == (click != nil && click != .proxy))
    }

    @Test("It has a name for display")
    func name() {
        #expect(SESEvent.Open(userAgent: "Mozilla/5.0").intermediary?.name == "Apple Mail Privacy Protection")
        #expect(SESEvent.Click(userAgent: "Mozilla/5.0").intermediary?.name != "Apple Mail Privacy Protection")
    }

    /// Seconds after the delivery, user agent, kind within two seconds.
    static let times: [(Double, String, Kind?)] = [
        (0, "Firefox", .timing),
        (1.999, "Firefox", .timing),
        (2, "Firefox", .timing),
        (2.001, "Firefox", nil),
        (3600, "Firefox", nil),
        (-1.5, "Firefox", .timing),
        (-2.001, "Firefox", nil),
        (-86_400, "Firefox", nil),
        (1, "GoogleImageProxy", .timing),
        (60, "GoogleImageProxy", .proxy),
        (1, "curl/8", .scanner),
        (60, "curl/8", .scanner),
    ]

    @Test("What is too soon after the delivery, or just before it, is a machine's", arguments: times)
    func timing(seconds: Double, agent: String, kind: Kind?) {
        let delivery = Date(timeIntervalSince1970: 1_746_342_491)
        let timestamp = EventTimestamp(delivery.addingTimeInterval(seconds))
        let open = SESEvent.Open(timestamp: timestamp, userAgent: agent)
        let click = SESEvent.Click(timestamp: timestamp, userAgent: agent)
        #expect(open.intermediary(deliveredAt: delivery)?.kind == kind)
        #expect(click.intermediary(deliveredAt: delivery)?.kind == kind)
    }

    @Test("The window can be chosen, and without a readable time only the user agent speaks")
    func window() {
        let delivery = Date(timeIntervalSince1970: 1_746_342_491)
        var open = SESEvent.Open(timestamp: EventTimestamp(delivery.addingTimeInterval(5)), userAgent: "Firefox")
        #expect(open.intermediary(deliveredAt: delivery, within: .seconds(10))?.kind == .timing)
        #expect(open.intermediary(deliveredAt: delivery, within: .milliseconds(4_999)) == nil)
        #expect(open.intermediary(deliveredAt: delivery, within: .seconds(-10)) == nil)
        open.timestamp = EventTimestamp(text: "soon")
        #expect(open.intermediary(deliveredAt: delivery, within: .seconds(10)) == nil)
        open.userAgent = "Mozilla/5.0"
        #expect(open.intermediary(deliveredAt: delivery)?.kind == .prefetch)
    }
}
