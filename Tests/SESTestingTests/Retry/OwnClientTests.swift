import SESClient
import SESTesting
import Synchronization
import Testing

@Suite("A simulator's client with parts of one's own")
struct OwnClientTests {
    /// Gives credentials of old, and the simulator's once those are refused.
    private final class Renewing: CredentialProvider {
        private let credentials: AWSCredentials
        private let refusals = Mutex(0)

        init(_ credentials: AWSCredentials) { self.credentials = credentials }

        var refusalCount: Int { refusals.withLock { $0 } }

        func credentials() async throws -> AWSCredentials {
            refusalCount == 0 ? AWSCredentials(accessKeyID: "AKIDOLD", secretAccessKey: "old") : credentials
        }

        func invalidate(_ credentials: AWSCredentials) async { refusals.withLock { $0 += 1 } }
    }

    private let email = Email(from: "shop@example.com", to: ["jane@example.org"], subject: "s", text: "t")

    @Test("signs with its provider's credentials, renewed when they are refused as expired")
    func provider() async throws {
        let simulator = SESSimulator()
        let provider = Renewing(simulator.credentials)
        let ses = SESv2Client(simulator: simulator, credentials: provider)
        await simulator.inject(.refusal("ExpiredTokenException", message: "expired"), on: SendEmail.self)
        try await ses.send(email, configurationSet: nil)
        #expect(provider.refusalCount == 1)
        #expect(await simulator.sentMails.count == 1)
    }

    @Test("is refused with credentials that aren't the simulator's")
    func foreign() async throws {
        let foreign = StaticCredentialProvider(AWSCredentials(accessKeyID: "AKIDOTHER", secretAccessKey: "other"))
        let ses = SESv2Client(simulator: SESSimulator(), credentials: foreign)
        let error = await #expect(throws: SESv2Error.self) { try await ses.send(email, configurationSet: nil) }
        #expect(error?.code == .credentialsRejected)
    }

    @Test("ends at its own deadline, and says that the mail may have been sent")
    func deadline() async throws {
        let simulator = SESSimulator()
        let ses = SESv2Client(simulator: simulator, deadline: .seconds(3))
        await simulator.inject(.slow(.seconds(5)))
        let error = await #expect(throws: SESv2Error.self) { try await ses.send(email, configurationSet: nil) }
        #expect(error?.code == .outcomeUnknown)
        await simulator.inject(.slow(.seconds(2)))
        try await ses.send(email, configurationSet: nil)
    }

    @Test("reaches it by its transport as well, whatever the client's own time")
    func transport() async throws {
        let simulator = SESSimulator()
        let ses = try SESv2Client(
            region: simulator.region, credentials: StaticCredentialProvider(simulator.credentials),
            transport: simulator.transport, configuration: .init(settings: AWSSettings()))
        try await ses.send(email, configurationSet: nil)
        try await ses.send(email, configurationSet: nil)
        #expect(await simulator.sentMails.count == 2)
    }
}
