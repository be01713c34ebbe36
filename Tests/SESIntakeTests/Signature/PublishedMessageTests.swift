#if CryptoSupport
import Foundation
import Testing

@testable import SESIntake

/// Messages that Amazon SNS really signed, which aren't part of this repository.
///
/// `SES_SNS_MESSAGES` names the folder: three messages and the certificate they name, from aws/aws-sdk-java-v2.
@Suite("Messages that SNS signed", .enabled(if: PublishedMessages.folder != nil, "SES_SNS_MESSAGES isn't set"))
struct PublishedMessageTests {
    private static let topic: ARN = "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic"
    private static let date = Date(timeIntervalSince1970: 1_772_827_200)

    private func verifier(
        at date: Date = date, maximumAge: Duration = .seconds(3600),
        _ transport: RecordingTransport = PublishedMessages.transport
    ) throws -> SNSVerifier {
        try SNSVerifier(
            topics: [Self.topic], options: SNSIntakeOptions(maximumAge: maximumAge), transport: transport, now: { date }
        )
    }

    @Test("hold at their own time, by Amazon's own authorities", arguments: PublishedMessages.names)
    func hold(name: String) async throws {
        let transport = PublishedMessages.transport
        let message = try await verifier(transport).verify(try PublishedMessages.body(name))
        #expect(message.topicARN == Self.topic)
        #expect(message.signatureVersion == .one)
        #expect((message.subject == "My message subject") == name.contains("with-subject"))
        #expect((message.kind == .subscriptionConfirmation) == name.contains("subscription"))
        #expect(transport.requests.count == 1)
    }

    @Test("don't hold after their certificate's end, nor before its beginning", arguments: PublishedMessages.names)
    func ended(name: String) async throws {
        let body = try PublishedMessages.body(name)
        for seconds in [1_762_732_799.0, 1_792_022_401] {
            let date = Date(timeIntervalSince1970: seconds)
            // The age and the skew are another matter.
            let options = SNSIntakeOptions(maximumAge: .seconds(1e9), allowedClockSkew: .seconds(1e9))
            let verifier = try SNSVerifier(
                topics: [Self.topic], options: options, transport: PublishedMessages.transport, now: { date })
            #expect(await refusal(of: body, by: verifier) == .certificateRefused)
        }
        let last = try SNSVerifier(
            topics: [Self.topic], options: SNSIntakeOptions(maximumAge: .seconds(1e9)),
            transport: PublishedMessages.transport,
            now: { Date(timeIntervalSince1970: 1_792_022_399) })
        #expect(await refusal(of: body, by: last) == nil)
    }

    @Test(
        "with any bit of any byte altered are refused, unless nothing that is signed differs",
        arguments: PublishedMessages.names)
    func altered(name: String) async throws {
        let body = try PublishedMessages.body(name)
        let verifier = try verifier()
        let original = try await verifier.verify(body)
        var harmless = 0
        for index in body.indices {
            for bit in [0, 2, 5] {
                var other = body
                other[index] ^= 1 << UInt8(bit)
                guard let message = try? await verifier.verify(other) else { continue }
                #expect(message.hasSameContent(as: original), "byte \(index)")
                harmless += 1
            }
        }
        // White space between the members, and the address to unsubscribe, which isn't signed and never read.
        #expect(harmless < body.count)
    }

    @Test("with a member taken away, emptied or made another's are refused", arguments: PublishedMessages.names)
    func members(name: String) async throws {
        let verifier = try verifier()
        var members = try JSONDecoder().decode([String: String].self, from: try PublishedMessages.body(name))
        members["UnsubscribeURL"] = nil
        for (member, value) in members {
            for other in [nil, "", value + " ", " " + value, value.lowercased() + "x", String(value.dropLast())] {
                var altered = members
                altered[member] = other
                #expect(await refusal(of: try JSONEncoder().encode(altered), by: verifier) != nil, "\(member)")
            }
        }
        #expect(await refusal(of: try JSONEncoder().encode(members), by: verifier) == nil)
    }

    @Test("are refused where another authority is trusted, another topic taken, version 2 required, or the age is over")
    func refused() async throws {
        let body = try PublishedMessages.body("notification-with-subject.json")
        let signed = try await SignedTopic()
        let transport = PublishedMessages.transport
        let date = Self.date
        func code(_ topic: ARN, _ roots: SNSTrustRoots, _ options: SNSIntakeOptions) async throws -> SESIntakeError
            .Code?
        {
            await refusal(
                of: body,
                by: try SNSVerifier(
                    topics: [topic], options: options, trustRoots: roots, transport: transport, now: { date }))
        }
        let old = SNSIntakeOptions(maximumAge: .seconds(3600))
        #expect(try await code(Self.topic, .amazon, old) == nil)
        #expect(try await code(Self.topic, try signed.trustRoots, old) == .certificateRefused)
        #expect(try await code("arn:aws:sns:us-west-2:131990247566:other", .amazon, old) == .foreignTopic)
        #expect(try await code(Self.topic, .amazon, SNSIntakeOptions(maximumAge: .seconds(60))) == .tooOld)
        let strict = SNSIntakeOptions(requiresSignatureVersion2: true, maximumAge: .seconds(3600))
        #expect(try await code(Self.topic, .amazon, strict) == .signatureVersion)
    }
}

/// The folder of them.
enum PublishedMessages {
    static let folder = ProcessInfo.processInfo.environment["SES_SNS_MESSAGES"]

    static var names: [String] {
        guard let folder else { return [] }
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".json") }
            .sorted()
    }

    static func body(_ name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: folder ?? "").appending(path: name))
    }

    /// Serves the certificate at the one address it has.
    static var transport: RecordingTransport {
        RecordingTransport { request, _ in
            guard request.method == "GET", request.scheme == "https", request.host == "sns.us-west-2.amazonaws.com",
                request.query == nil, let certificate = try? body(String(request.path.dropFirst()))
            else { return AWSHTTPResponse(status: 404) }
            return AWSHTTPResponse(status: 200, body: certificate)
        }
    }
}
#endif
