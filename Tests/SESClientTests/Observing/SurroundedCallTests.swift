import Foundation
import SESClient
import SESCore
import SESSigning
import Synchronization
import Testing

@Suite("An observer around a call")
struct SurroundedCallTests {
    @TaskLocal private static var places: [String] = []

    /// Says where everything of a call happens.
    private final class Place: SESCallObserver {
        let name: String
        let turns: Int
        private let heard = Mutex<[String: [String]]>([:])
        var heardIn: [String: [String]] { heard.withLock { $0 } }

        init(_ name: String, turns: Int = 1) {
            self.name = name
            self.turns = turns
        }

        func surround(_ call: ObservedCall, _ body: () async -> Void) async {
            await SurroundedCallTests.$places.withValue(SurroundedCallTests.places + [name]) {
                for _ in 0..<turns { await body() }
            }
        }
        func callStarted(_ call: ObservedCall) { note("start") }
        func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) { note("attempt") }
        func callEnded(_ ending: ObservedEnding, of call: ObservedCall) { note("end") }

        private func note(_ moment: String) {
            heard.withLock { $0[moment, default: []].append(contentsOf: SurroundedCallTests.places) }
        }
    }

    private struct Credentials: CredentialProvider {
        let seen: Shared<[String]>
        func credentials() async throws -> AWSCredentials {
            seen.change { $0 = SurroundedCallTests.places }
            return SESv2Client.testCredentials
        }
    }

    @Test("has the transport, the credentials and what is told inside it, the first observer outermost")
    func order() async throws {
        let seen = Shared<[String]>([])
        let asked = Shared<[String]>([])
        let transport = RecordingTransport { _, _ in
            seen.change { $0 = SurroundedCallTests.places }
            return AWSHTTPResponse(status: 200, headers: [:], body: Data(#"{"MessageId":"m-1"}"#.utf8))
        }
        let (outer, inner) = (Place("outer"), Place("inner"))
        let client = try SESv2Client.test(
            transport, credentials: Credentials(seen: asked), configuration: .init(observers: [outer, inner]))
        try await client.send(.test, configurationSet: nil)
        let both = ["outer", "inner"]
        #expect(seen.value == both)
        #expect(asked.value == both)
        #expect(outer.heardIn == ["start": both, "attempt": both, "end": both])
        #expect(inner.heardIn == outer.heardIn)
    }

    @Test("can neither keep a call from running nor run it twice", arguments: [0, 2])
    func turns(_ turns: Int) async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport, configuration: .init(observers: [Place("odd", turns: turns)]))
        #expect(try await client.send(.test, configurationSet: nil).messageID == "m-1")
        #expect(transport.requests.count == 1)
    }

    @Test("doesn't change what a call throws")
    func failure() async throws {
        let transport = RecordingTransport(404, ["x-amzn-ErrorType": "NotFoundException"], body: "{}")
        let client = try SESv2Client.test(transport, configuration: .init(observers: [Place("a")]))
        let error = await #expect(throws: SESv2Error.self) { try await client.getConfigurationSet("s") }
        #expect(error?.code == .notFound)
        #expect(error?.attempts == 1)
    }
}
