#if CryptoSupport
import Foundation
import SESTesting
import Testing
import _CryptoExtras

@testable import SESIntake

@Suite("A signature of SNS")
struct SNSVerifierTests {
    @Test("of either version holds, for every kind of message", arguments: ["1", "2"])
    func good(version: String) async throws {
        let signed = try await SignedTopic()
        let verifier = try signed.verifier()
        let message = try await verifier.verify(try await signed.notification("héllo\n😀", version: version))
        #expect(message.kind == .notification)
        #expect(message.message == "héllo\n😀")
        #expect(message.signatureVersion.rawValue == version)
        _ = try await verifier.verify(try await signed.notification(version: version) { $0["Subject"] = nil })
        #expect(try await verifier.verify(try await signed.confirmation()).kind == .subscriptionConfirmation)
    }

    @Test("of one version doesn't pass for one of the other")
    func otherVersion() async throws {
        let signed = try await SignedTopic()
        for (version, other) in [("1", "2"), ("2", "1")] {
            let body = String(decoding: try await signed.notification(version: version), as: UTF8.self)
            let changed = body.replacing(
                "\"SignatureVersion\" : \"\(version)\"", with: "\"SignatureVersion\" : \"\(other)\"")
            #expect(changed != body)
            #expect(await refusal(of: Data(changed.utf8), by: try signed.verifier()) == .signatureInvalid)
        }
    }

    @Test("of a text without the last line end, or with other members, doesn't hold")
    func otherText() async throws {
        let signed = try await SignedTopic()
        let members = await signed.sns.members("Notification", of: signed.topic, message: "m")
        let signer = await signed.sns.signer
        let right = SimulatedTopicSigner.signedText(members)
        let texts = [
            String(right.dropLast()), right + "\n", right.replacing("\n", with: "\r\n"), "", right.lowercased(),
            right.replacing("Type\nNotification\n", with: ""), "Subject\n\n" + right,
        ]
        let body = String(decoding: try signer.envelope(members, version: "2"), as: UTF8.self)
        let signature = try signer.signature(of: right, version: "2")
        #expect(await refusal(of: Data(body.utf8), by: try signed.verifier()) == nil)
        for text in texts {
            let other = body.replacing(signature, with: try signer.signature(of: text, version: "2"))
            #expect(await refusal(of: Data(other.utf8), by: try signed.verifier()) == .signatureInvalid)
        }
    }

    @Test("by another key doesn't hold")
    func otherKey() async throws {
        let signed = try await SignedTopic()
        var signer = await signed.sns.signer
        signer.key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let body = try await signed.notification(signedBy: signer)
        #expect(await refusal(of: body, by: try signed.verifier()) == .signatureInvalid)
    }

    @Test("doesn't hold for a message that was altered in any member that is signed")
    func altered() async throws {
        let signed = try await SignedTopic()
        let verifier = try signed.verifier()
        for body in [try await signed.notification(), try await signed.confirmation()] {
            let lines = String(decoding: body, as: UTF8.self).split(separator: "\n").map(String.init)
            let names = [
                "Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "Token", "SubscribeURL",
                "Signature",
                "SigningCertURL", "SignatureVersion",
            ]
            for (index, line) in lines.enumerated() where names.contains(where: { line.hasPrefix("  \"\($0)\"") }) {
                for change in [("\" : \"", "\" : \"A"), ("\" : \"", "\" : \" "), ("\" : \"", "\" : \"\\u0000")] {
                    var other = lines
                    other[index] = line.replacing(change.0, with: change.1)
                    #expect(await refusal(of: Data(other.joined(separator: "\n").utf8), by: verifier) != nil, "\(line)")
                }
                var without = lines
                without.remove(at: index)
                #expect(
                    await refusal(of: Data(without.joined(separator: "\n").utf8), by: verifier) != nil,
                    "without \(line)")
            }
        }
    }

    @Test("is refused unread by a size, a depth, a doubled member, a version there isn't, an age")
    func hostileForms() async throws {
        let signed = try await SignedTopic()
        let verifier = try signed.verifier(options: SNSIntakeOptions(maximumByteCount: 100_000))
        let body = String(decoding: try await signed.notification(), as: UTF8.self)
        let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        let cases: [(String, SESIntakeError.Code)] = [
            (body + String(repeating: " ", count: 100_001), .tooLarge),
            (body.replacing("{\n", with: "{\n  \"MessageAttributes\" : \(deep),\n"), .malformedDelivery),
            (body.replacing("{\n", with: "{\n  \"Message\" : \"x\",\n"), .malformedDelivery),
            (body.replacing("\"SignatureVersion\" : \"1\"", with: "\"SignatureVersion\" : \"3\""), .signatureVersion),
        ]
        for (text, code) in cases { #expect(await refusal(of: Data(text.utf8), by: verifier) == code) }
        let foreign = try await signed.notification { $0["TopicArn"] = "arn:aws:sns:eu-west-1:123456789012:other" }
        #expect(await refusal(of: foreign, by: verifier) == .foreignTopic)
        let region = try await signed.notification { $0["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:promo" }
        #expect(await refusal(of: region, by: verifier) == .foreignTopic)
        #expect(
            await refusal(
                of: try await signed.notification { $0["Timestamp"] = "2025-05-01T07:00:00.000Z" }, by: verifier)
                == .tooOld)
        #expect(
            await refusal(
                of: try await signed.notification { $0["Timestamp"] = "2025-05-01T10:00:00.000Z" }, by: verifier)
                == .fromTheFuture)
        #expect(signed.transport.requests.isEmpty)
    }

    @Test(
        "with an address that is no certificate of SNS in the region is refused, and nothing is fetched",
        arguments: URLTricks.all)
    func addresses(url: String) async throws {
        let signed = try await SignedTopic()
        var signer = await signed.sns.signer
        signer.certificateURL = url
        #expect(
            await refusal(of: try await signed.notification(signedBy: signer), by: try signed.verifier())
                == .foreignAddress)
        #expect(signed.transport.requests.isEmpty)
    }

    @Test("of another region's topic that is taken too is refused with this region's certificate")
    func twoRegions() async throws {
        let signed = try await SignedTopic()
        let clock = signed.sns.clock
        let other: ARN = "arn:aws:sns:us-east-1:123456789012:promo"
        let verifier = try SNSVerifier(
            topics: [signed.topic, other], trustRoots: try signed.trustRoots, transport: signed.transport,
            now: { clock.date })
        let body = try await signed.notification { $0["TopicArn"] = other.rawValue }
        #expect(await refusal(of: body, by: verifier) == .foreignAddress)
        #expect(signed.transport.requests.isEmpty)
    }
}
#endif
