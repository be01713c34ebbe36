#if CryptoSupport
import Foundation
import SESTesting
import Testing

@testable import SESIntake

@Suite("Fuzz: no altered message passes the real signature")
struct SignatureFuzzTests {
    @Test("what passes says what was signed, and nothing is fetched but the certificate")
    func altered() async throws {
        let signed = try await SignedTopic()
        let verifier = try signed.verifier()
        let bodies = [
            try await signed.notification(), try await signed.notification(version: "2"),
            try await signed.confirmation(),
        ]
        var originals: [SNSMessage] = []
        for body in bodies { originals.append(try await verifier.verify(body)) }
        var mutator = Mutator(seed: 8)
        var taken = 0
        for _ in 0..<WebhookFuzzTests.iterations {
            let body = Data(mutator.mutated(Array(mutator.element(of: bodies))))
            guard let message = try? await verifier.verify(body) else { continue }
            taken += 1
            #expect(originals.contains { $0.hasSameContent(as: message) }, "\(String(decoding: body, as: UTF8.self))")
        }
        #expect(taken > 0)
        let hosts = Set(signed.transport.requests.map(\.host))
        #expect(hosts == ["sns.eu-west-1.amazonaws.com", "crt.simulated.amazontrust.com"])
        #expect(signed.transport.requests.allSatisfy { $0.method == "GET" })
    }
}
#endif
