import SESClient
import SESCore
import SESSigning
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The simulator checks who calls")
struct SignatureTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }

    @Test("A request that is signed well is answered")
    func accepts() async throws {
        let answer = try await wire.call("GET", "/v2/email/account")
        #expect(answer.status == 200)
        #expect(answer.requestID?.isEmpty == false)
    }

    @Test("A request without a signature is refused as one without a token")
    func unsigned() async throws {
        var request = wire.request("GET", "/v2/email/account", nil)
        request.headers["Authorization"] = nil
        let answer = try await wire.hand(request)
        #expect(answer.status == 403)
        #expect(answer.name == "MissingAuthenticationTokenException")
    }

    @Test("A signature that isn't one is refused as incomplete")
    func malformed() async throws {
        var request = wire.request("GET", "/v2/email/account", nil)
        request.headers["Authorization"] = "AWS4-HMAC-SHA256 Credential=x"
        #expect(try await wire.hand(request).name == "IncompleteSignatureException")
    }

    @Test("A wrong secret is refused")
    func wrongSecret() async throws {
        var wire = wire
        wire.credentials = AWSCredentials(
            accessKeyID: simulator.credentials.accessKeyID, secretAccessKey: "another secret")
        let answer = try await wire.call("GET", "/v2/email/account")
        #expect(answer.status == 403)
        #expect(answer.name == "InvalidSignatureException")
        #expect(answer.message?.hasPrefix("The request signature we calculated does not match") == true)
    }

    @Test("An unknown key is refused")
    func unknownKey() async throws {
        var wire = wire
        wire.credentials = AWSCredentials(accessKeyID: "AKIAOTHER", secretAccessKey: "simulated-secret")
        let answer = try await wire.call("GET", "/v2/email/account")
        #expect(answer.refusal.status == 403)
        #expect(answer.name == "UnrecognizedClientException")
    }

    @Test("A session token that the key doesn't have is refused")
    func token() async throws {
        var wire = wire
        wire.credentials = AWSCredentials(
            accessKeyID: simulator.credentials.accessKeyID, secretAccessKey: simulator.credentials.secretAccessKey,
            sessionToken: "stray")
        #expect(try await wire.call("GET", "/v2/email/account").name == "UnrecognizedClientException")
    }

    @Test("Credentials whose time is over are refused as expired")
    func expiredToken() async throws {
        let clock = SimulatedClock()
        let credentials = AWSCredentials(
            accessKeyID: "ASIA", secretAccessKey: "s", sessionToken: "t",
            expiration: clock.date.addingTimeInterval(60))
        let simulator = SESSimulator(clock: clock, credentials: credentials)
        let wire = Wire(simulator)
        #expect(try await wire.call("GET", "/v2/email/account").status == 200)
        await simulator.advance(by: .seconds(61))
        #expect(try await wire.call("GET", "/v2/email/account").name == "ExpiredTokenException")
    }

    @Test("A signature for another region is refused")
    func otherRegion() async throws {
        var wire = wire
        wire.region = "us-east-1"
        let answer = try await wire.call("GET", "/v2/email/account")
        #expect(answer.name == "InvalidSignatureException")
        #expect(answer.message == "Credential should be scoped to a valid region.")
    }

    @Test(
        "A clock may be up to five minutes off, not six",
        arguments: [(-300.0, true), (300, true), (-360, false), (360, false)])
    func skew(seconds: Double, isAccepted: Bool) async throws {
        var wire = wire
        wire.skew = seconds
        let answer = try await wire.call("GET", "/v2/email/account")
        #expect((answer.status == 200) == isAccepted)
        if !isAccepted {
            #expect(answer.name == "InvalidSignatureException")
            #expect(answer.message == "Signature expired or not yet current.")
        }
    }

    @Test("A body that was changed on the way is refused, and nothing is done")
    func tamperedBody() async throws {
        var request = wire.request(
            "POST", "/v2/email/configuration-sets", Data(#"{"ConfigurationSetName":"a"}"#.utf8))
        request.body = Data(#"{"ConfigurationSetName":"b"}"#.utf8)
        #expect(try await wire.hand(request).name == "InvalidSignatureException")
        #expect(try await wire.call("GET", "/v2/email/configuration-sets/b").status == 404)
    }

    @Test("A path that was changed on the way is refused, and nothing is done")
    func tamperedPath() async throws {
        try await wire.create(#"{"ConfigurationSetName":"a"}"#)
        try await wire.create(#"{"ConfigurationSetName":"b"}"#)
        var request = wire.request("DELETE", "/v2/email/configuration-sets/a", nil)
        request.path = "/v2/email/configuration-sets/b"
        #expect(try await wire.hand(request).name == "InvalidSignatureException")
        #expect(try await wire.call("GET", "/v2/email/configuration-sets/b").status == 200)
    }

    @Test("The client takes each refusal of its credentials for what it is")
    func clientCodes() async throws {
        let wrong: [(AWSCredentials, SESv2Error.Code)] = [
            (AWSCredentials(accessKeyID: "AKIASIMULATOR", secretAccessKey: "x"), .credentialsRejected),
            (AWSCredentials(accessKeyID: "AKIAOTHER", secretAccessKey: "simulated-secret"), .credentialsRejected),
        ]
        for (credentials, expected) in wrong {
            let client = try client(credentials: credentials)
            #expect(await code { try await client.execute(GetAccount()) } == expected)
            let send = await code { try await client.send(Campaign.email(), configurationSet: nil) }
            #expect(send == expected, "a refused send was surely not accepted")
        }
        #expect(await code { try await client(region: .usEast1).execute(GetAccount()) } == .credentialsRejected)
        #expect(await code { try await client(skew: 360).execute(GetAccount()) } == .credentialsRejected)
        #expect(await code { try await client(skew: -360).execute(GetAccount()) } == .credentialsRejected)
        #expect(await code { try await client(skew: 0).execute(GetAccount()) } == nil)
        #expect(await simulator.sentMails.isEmpty)
    }

    private func client(
        credentials: AWSCredentials? = nil, region: Region = .euWest1, skew: Double = 0
    ) throws -> SESv2Client {
        let clock = simulator.clock
        return try SESv2Client(
            region: region, credentials: StaticCredentialProvider(credentials ?? simulator.credentials),
            transport: SimulatorTransport(simulator: simulator),
            configuration: .init(
                now: { clock.date.addingTimeInterval(skew) }, clock: clock, correctsClockSkew: false))
    }

    @Test("A path that no operation has is told from one that has")
    func unknownOperation() async throws {
        #expect(try await wire.call("GET", "/v2/email/nothing").name == "NotSimulatedException")
        #expect(try await wire.call("PATCH", "/v2/email/account").name == "NotSimulatedException")
        #expect(try await wire.call("GET", "/v2/email/account/").name == "NotSimulatedException")
    }
}
