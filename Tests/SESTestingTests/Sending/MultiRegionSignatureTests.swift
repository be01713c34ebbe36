#if CryptoSupport
import SESClient
import SESCore
import SESSigning
import SESTesting
import Testing

@Suite("The simulator takes sends through multi-region endpoints")
struct MultiRegionSignatureTests {
    private static func email() -> Email {
        var email = Email(from: "shop@example.com", to: ["jane@example.org"], subject: "May", text: "Hi")
        email.endpointID = "abc.def"
        return email
    }

    @Test("one that is signed for all regions is accepted in each")
    func accepted() async throws {
        for region in [Region.euWest1, .usEast1] {
            let simulator = SESSimulator(region: region)
            let sent = try await SESv2Client(simulator: simulator).send(Self.email(), configurationSet: nil)
            #expect(await simulator.sentMails.map(\.messageID) == [sent.messageID])
        }
    }

    @Test("one that is signed with another secret is refused")
    func refused() async throws {
        let caller = SESSimulator()
        let own = caller.credentials
        let simulator = SESSimulator(
            credentials: AWSCredentials(accessKeyID: own.accessKeyID, secretAccessKey: "another secret"))
        let client = try SESv2Client(
            region: .euWest1, credentials: StaticCredentialProvider(own),
            transport: SimulatorTransport(simulator: simulator),
            configuration: .init(now: { [clock = simulator.clock] in clock.date }))
        let error = await #expect(throws: SESv2Error.self) {
            try await client.send(Self.email(), configurationSet: nil)
        }
        #expect(error?.code == .credentialsRejected)
        #expect(await simulator.sentMails.isEmpty)
    }
}
#endif
