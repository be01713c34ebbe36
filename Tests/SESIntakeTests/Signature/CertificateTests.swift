#if CryptoSupport
import Foundation
import SESTesting
import Testing
import _CryptoExtras

@testable import SESIntake

@Suite("The certificate that a signature names")
struct CertificateTests {
    private func terms(_ signed: SignedTopic, name: String = "sns.amazonaws.com") -> SimulatedAuthority.Terms {
        let date = signed.sns.clock.date
        return SimulatedAuthority.Terms(name: name, start: date - 86_400, end: date + 86_400)
    }

    /// What a verifier says of a message whose certificate has these terms.
    private func refusalWith(
        _ signed: SignedTopic, by authority: SimulatedAuthority? = nil,
        _ change: (inout SimulatedAuthority.Terms) -> Void
    ) async throws -> SESIntakeError.Code? {
        var terms = terms(signed)
        change(&terms)
        try await signed.sns.renewCertificate(terms, by: authority)
        return await refusal(of: try await signed.notification(), by: try signed.verifier())
    }

    @Test("is fetched once, with the one between, and kept")
    func fetched() async throws {
        let signed = try await SignedTopic()
        let verifier = try signed.verifier()
        for _ in 0..<3 { _ = try await verifier.verify(try await signed.notification()) }
        #expect(
            signed.transport.requests.map(\.url)
                == [await signed.sns.signer.certificateURL, SimulatedAuthority.intermediateURL])
        #expect(signed.transport.requests.allSatisfy { $0.method == "GET" && $0.body.isEmpty })
        let copy = verifier
        _ = try await copy.verify(try await signed.notification())
        #expect(signed.transport.requests.count == 2)
    }

    @Test("is fetched once by many at the same time", .timeLimit(.minutes(5)))
    func singleFlight() async throws {
        let signed = try await SignedTopic()
        let verifier = try signed.verifier()
        let bodies = try await withThrowingTaskGroup(of: Data.self) { group in
            for number in 0..<40 { group.addTask { try await signed.notification("\(number)") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await withTaskGroup(of: SESIntakeError.Code?.self) { group in
            for body in bodies { group.addTask { await refusal(of: body, by: verifier) } }
            for await code in group { #expect(code == nil) }
        }
        #expect(signed.transport.requests.count == 2)
    }

    @Test("is fetched anew once its time on the shelf is over, and a failure isn't kept")
    func lifetime() async throws {
        let signed = try await SignedTopic()
        let verifier = try signed.verifier(options: SNSIntakeOptions(certificateLifetime: .seconds(60)))
        _ = try await verifier.verify(try await signed.notification())
        signed.sns.clock.advance(by: .seconds(59))
        _ = try await verifier.verify(try await signed.notification())
        #expect(signed.transport.requests.count == 2)
        signed.sns.clock.advance(by: .seconds(1))
        _ = try await verifier.verify(try await signed.notification())
        #expect(signed.transport.requests.count == 4)
        let sns = signed.sns
        let healing = RecordingTransport { request, number in
            if number == 0 { return AWSHTTPResponse(status: 503) }
            return try await sns.transport.execute(request, limits: TransportLimits())
        }
        let other = try signed.verifier(transport: healing)
        #expect(await refusal(of: try await signed.notification(), by: other) == .certificateUnavailable)
        #expect(await refusal(of: try await signed.notification(), by: other) == nil)
    }

    @Test("isn't used after its end, though it is on the shelf")
    func endsOnTheShelf() async throws {
        let signed = try await SignedTopic()
        try await signed.sns.renewCertificate(terms(signed))
        let verifier = try signed.verifier(options: SNSIntakeOptions(certificateLifetime: .seconds(1_000_000)))
        _ = try await verifier.verify(try await signed.notification())
        signed.sns.clock.advance(by: .seconds(86_399))
        _ = try await verifier.verify(try await signed.notification())
        signed.sns.clock.advance(by: .seconds(2))
        #expect(await refusal(of: try await signed.notification(), by: verifier) == .certificateRefused)
    }

    @Test("must hold now, for servers, in SNS's name, from a trusted authority")
    func terms() async throws {
        let signed = try await SignedTopic()
        #expect(try await refusalWith(signed) { _ in } == nil)
        let date = signed.sns.clock.date
        #expect(try await refusalWith(signed) { $0.end = date - 1 } == .certificateRefused)
        #expect(try await refusalWith(signed) { $0.start = date + 1 } == .certificateRefused)
        #expect(try await refusalWith(signed) { $0.isForServers = false } == .certificateRefused)
        let names = [
            "evil.com", "sns.eu-west-1.amazonaws.com", "sns.amazonaws.com.evil.com", "*.amazonaws.com",
            "s3.amazonaws.com", "sns.amazonaws.com.",
            "sns-signing.ap-east-1.amazonaws.com", "",
        ]
        for name in names {
            #expect(try await refusalWith(signed) { $0.name = name } == .certificateRefused, "\(name)")
        }
        let stranger = try SimulatedAuthority(around: date)
        #expect(try await refusalWith(signed, by: stranger) { _ in } == .certificateRefused)
        #expect(try await refusalWith(signed) { $0.issuerURL = nil } == .certificateRefused)
    }

    @Test("is trusted by Amazon's authorities only, if nothing else is said")
    func defaultRoots() async throws {
        let signed = try await SignedTopic()
        #expect(SNSTrustRoots.amazon.roots.count == 5)
        #expect(SNSTrustRoots.amazon.intermediates.count == 1)
        let verifier = try signed.verifier(trusting: .amazon)
        #expect(await refusal(of: try await signed.notification(), by: verifier) == .certificateRefused)
    }

    @Test("has the name of its region, where the region has one of its own")
    func regional() async throws {
        let name = "sns-signing.ap-east-1.amazonaws.com"
        let signed = try await SignedTopic(certificateName: name, region: "ap-east-1")
        #expect(await refusal(of: try await signed.notification(), by: try signed.verifier()) == nil)
        #expect(try await refusalWith(signed) { _ in } == .certificateRefused)
    }

    @Test(
        "isn't looked for where it says its issuer is, unless that is Amazon's",
        arguments: [
            "http://evil.com/x.cer", "http://169.254.169.254/latest", "http://crt.x.amazontrust.com.evil.com/x.cer",
            "ldap://x",
        ])
    func foreignIssuer(url: String) async throws {
        let signed = try await SignedTopic()
        #expect(try await refusalWith(signed) { $0.issuerURL = url } == .certificateRefused)
        #expect(signed.transport.requests.map(\.host) == ["sns.eu-west-1.amazonaws.com"])
    }

    @Test("isn't followed to another place, and must be a certificate and small")
    func answers() async throws {
        let signed = try await SignedTopic()
        let redirect = AWSHTTPResponse(status: 302, headers: ["Location": "https://evil.com/x.pem"])
        let answers: [(AWSHTTPResponse, SESIntakeError.Code)] = [
            (redirect, .certificateRefused), (AWSHTTPResponse(status: 404), .certificateRefused),
            (AWSHTTPResponse(status: 500), .certificateUnavailable),
            (AWSHTTPResponse(status: 429), .certificateUnavailable),
            (AWSHTTPResponse(status: 200), .certificateRefused),
            (AWSHTTPResponse(status: 200, body: Data("<html>".utf8)), .certificateRefused),
            (AWSHTTPResponse(status: 200, body: Data([0xFF, 0xFE])), .certificateRefused),
            (
                AWSHTTPResponse(
                    status: 200, body: Data("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8)),
                .certificateRefused
            ),
            (AWSHTTPResponse(status: 200, body: Data(signed.sns.trustRootPEM.utf8)), .certificateRefused),
            (
                AWSHTTPResponse(status: 200, body: Data(String(repeating: signed.sns.trustRootPEM, count: 9).utf8)),
                .certificateRefused
            ),
            (AWSHTTPResponse(status: 200, body: Data(repeating: 0x2D, count: 65_537)), .certificateUnavailable),
        ]
        for (answer, code) in answers {
            let transport = RecordingTransport { _, _ in answer }
            let verifier = try signed.verifier(transport: transport)
            #expect(await refusal(of: try await signed.notification(), by: verifier) == code)
            #expect(transport.requests.count == 1)
        }
        let lost = RecordingTransport { _, _ in
            throw HTTPTransportError(.connectionLost, requestMayHaveBeenSent: true, message: "lost")
        }
        #expect(
            await refusal(of: try await signed.notification(), by: try signed.verifier(transport: lost))
                == .certificateUnavailable)
    }

    @Test(
        "trust roots that are none are refused",
        arguments: ["", "x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])
    func noRoots(pem: String) {
        let error = #expect(throws: SESIntakeError.self) { try SNSTrustRoots(pem: pem) }
        #expect(error?.code == .invalidSettings)
    }
}
#endif
