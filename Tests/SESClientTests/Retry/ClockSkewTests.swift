import Foundation
import SESClient
import SESCore
import SESSigning
import Synchronization
import Testing

@Suite("A machine whose clock is wrong")
struct ClockSkewTests {
    static let credentials = SESv2Client.testCredentials
    let clock = WaitingClock()

    /// A service whose clock is right by `clock` and `lead`, and that takes signatures of five minutes around its time.
    private func service(
        ahead lead: Double, name: String? = "InvalidSignatureException", headers: AWSHTTPHeaders = [:],
        tellsDate: Bool = true, secret: String = credentials.secretAccessKey
    ) -> RecordingTransport {
        let credentials = AWSCredentials(accessKeyID: Self.credentials.accessKeyID, secretAccessKey: secret)
        return RecordingTransport { [clock] request, _ in
            let date = clock.date.addingTimeInterval(lead)
            var headers = headers
            if tellsDate { headers["Date"] = HTTPDate.text(date) }
            do {
                try SigV4Verifier(service: "ses", region: "us-east-1").verify(request, at: date) { _ in credentials }
                return AWSHTTPResponse(status: 200, headers: headers, body: Data(#"{"MessageId":"m-1"}"#.utf8))
            } catch {
                headers["x-amzn-ErrorType"] = name
                return AWSHTTPResponse(status: 403, headers: headers, body: Data("{}".utf8))
            }
        }
    }

    private func client(
        _ transport: any HTTPTransport, retry: RetryOptions = RetryOptions(), corrects: Bool = true
    ) throws -> SESv2Client {
        try SESv2Client.test(
            transport,
            configuration: .init(
                now: { [clock] in clock.date }, clock: clock, retry: retry, correctsClockSkew: corrects))
    }

    @Test(
        "calls and sends all the same: the first is repeated once with the service's time, which is kept",
        arguments: [-1200.0, 1200, 86_400, -300.5, 310],
        [
            "InvalidSignatureException", "SignatureDoesNotMatch", "RequestExpired", "RequestInTheFuture",
            "RequestTimeTooSkewed", "AuthFailure", "AccessDeniedException", nil,
        ])
    func healed(lead: Double, name: String?) async throws {
        let transport = service(ahead: lead, name: name)
        let client = try client(transport)
        let copy = client
        try await client.send(.test, configurationSet: "s")
        #expect(transport.requests.count == 2)
        #expect(clock.waits.isEmpty)
        _ = try await copy.getAccount()
        clock.pass(.seconds(3600))
        try await client.send(.test, configurationSet: "s")
        #expect(transport.requests.count == 4)
        #expect(Set(transport.requests.prefix(2).map { $0.headers["amz-sdk-invocation-id"] }).count == 1)
    }

    @Test("learns it from an answer to anything, so that no call need fail first")
    func learnedFromSuccess() async throws {
        let transport = service(ahead: 200)
        let client = try client(transport)
        _ = try await client.getAccount()
        _ = try await client.getAccount()
        #expect(transport.requests.map { $0.headers["X-Amz-Date"] } == ["20260102T030405Z", "20260102T030725Z"])
    }

    @Test("learns it where nothing is repeated too, for the next call")
    func withoutRepetition() async throws {
        let transport = service(ahead: 1200)
        let client = try client(transport, retry: .off)
        let error = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: "s") }
        #expect(error?.code == .credentialsRejected && error?.attempts == 1)
        try await client.send(.test, configurationSet: "s")
        #expect(transport.requests.count == 2)
    }

    @Test("can be left to its fate")
    func optOut() async throws {
        let transport = service(ahead: 1200)
        let client = try client(transport, corrects: false)
        for _ in 0..<2 {
            let error = await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
            #expect(error?.code == .credentialsRejected && error?.attempts == 1)
        }
    }

    @Test("gets no help from an answer out of a cache, or from one without a date it can read")
    func uselessDates() async throws {
        let useless = [
            service(ahead: 1200, headers: ["Age": "0"]), service(ahead: 1200, tellsDate: false),
            service(ahead: 1200, headers: ["Date": "yesterday"], tellsDate: false),
        ]
        for transport in useless {
            let client = try client(transport)
            await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
            #expect(transport.requests.count == 1)
        }
    }

    @Test("isn't to blame for a wrong secret: that is refused at once")
    func wrongSecret() async throws {
        for lead in [0.0, 0.9, -0.9] {
            let transport = service(ahead: lead, secret: "another")
            let client = try client(transport)
            await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
            #expect(transport.requests.count == 1)
        }
        let skewed = service(ahead: 1200, secret: "another")
        let client = try client(skewed)
        await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(skewed.requests.count == 2, "once with the right date, and no more")
    }

    @Test("isn't to blame for a refusal without a name when it is only a little off")
    func littleOff() async throws {
        let transport = RecordingTransport { [clock] _, _ in
            AWSHTTPResponse(status: 403, headers: ["Date": HTTPDate.text(clock.date.addingTimeInterval(230))])
        }
        let client = try client(transport)
        await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(transport.requests.count == 1)
    }

    @Test("is not supposed because an answer took long, or because a date has no fractions")
    func slowAnswers() async throws {
        let transport = RecordingTransport { [clock] _, number in
            // Half a second before, or in the middle of a slow exchange.
            clock.pass(.milliseconds(number == 0 ? 500 : 900_000))
            let date = HTTPDate.text(clock.date)
            clock.pass(.seconds(number == 0 ? 0 : 900))
            return AWSHTTPResponse(status: 200, headers: ["Date": date], body: Data("{}".utf8))
        }
        let client = try client(transport)
        for _ in 0..<3 { _ = try await client.getAccount() }
        let dates = transport.requests.map { $0.headers["X-Amz-Date"] }
        #expect(dates == ["20260102T030405Z", "20260102T030405Z", "20260102T033405Z"])
    }

    @Test("that is set right is believed again")
    func setRight() async throws {
        let lead = Mutex(1200.0)
        let transport = RecordingTransport { [clock] _, _ in
            let date = clock.date.addingTimeInterval(lead.withLock { $0 })
            return AWSHTTPResponse(status: 200, headers: ["Date": HTTPDate.text(date)], body: Data("{}".utf8))
        }
        let client = try client(transport)
        _ = try await client.getAccount()
        lead.withLock { $0 = 0 }
        for _ in 0..<2 { _ = try await client.getAccount() }
        let dates = transport.requests.map { $0.headers["X-Amz-Date"] }
        #expect(dates == ["20260102T030405Z", "20260102T032405Z", "20260102T030405Z"])
    }

    @Test("takes the middle between sending and receiving")
    func midpoint() async throws {
        let transport = RecordingTransport { [clock] _, number in
            let date = clock.date.addingTimeInterval(1210)
            if number == 0 { clock.pass(.seconds(20)) }
            return AWSHTTPResponse(status: 200, headers: ["Date": HTTPDate.text(date)], body: Data("{}".utf8))
        }
        let client = try client(transport)
        for _ in 0..<2 { _ = try await client.getAccount() }
        // 1210 by when it was sent and 1190 by when it arrived; 20 seconds have passed.
        #expect(transport.requests.last?.headers["X-Amz-Date"] == "20260102T032425Z")
    }
}

@Suite("The date of an answer")
struct HTTPDateTests {
    @Test(
        "is read in the one form that is written today",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
        ])
    func read(text: String, seconds: Int) {
        #expect(HTTPDate.date(text) == Date(timeIntervalSince1970: Double(seconds)))
        #expect(HTTPDate.text(Date(timeIntervalSince1970: Double(seconds) + 0.9)) == text)
    }

    @Test(
        "in any other form is passed over",
        arguments: [
            "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 31 Apr 2024 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
            "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 0x Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov -194 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT junk",
        ])
    func refused(text: String) {
        #expect(HTTPDate.date(text) == nil)
    }
}
