import Foundation
import SESClient
import SESSigning
import Testing

@Suite("A container's credentials")
struct ContainerCredentialProviderTests {
    static let full = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
    static let relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
    static let document =
        #"{"RoleArn":"r","AccessKeyId":"ASIAbox","SecretAccessKey":"secret-of-box","Token":"token-of-box","#
        + #""Expiration":"2026-01-02T04:04:05Z"}"#

    private let home: CredentialHome

    init() throws { home = try CredentialHome() }

    private func provider(_ variables: [String: String], _ transport: any HTTPTransport) -> ContainerCredentialProvider
    {
        ContainerCredentialProvider(context: home.context(variables, transport: transport))
    }

    @Test(
        "come from the address that is set, the relative one first",
        arguments: [
            ([relative: "/v2/credentials/x?a=b"], "http://169.254.170.2/v2/credentials/x?a=b"),
            ([relative: "/x", full: "http://localhost/y"], "http://169.254.170.2/x"),
            ([full: "http://169.254.170.23/v1/credentials"], "http://169.254.170.23/v1/credentials"),
            ([full: "http://[fd00:ec2::23]/v1/credentials"], "http://[fd00:ec2::23]/v1/credentials"),
            ([full: "http://127.0.0.1:8080/get?x"], "http://127.0.0.1:8080/get?x"),
            ([full: "http://[::1]/"], "http://[::1]/"), ([full: "http://LOCALHOST:1"], "http://localhost:1/"),
            ([full: "https://vault.example.com/c"], "https://vault.example.com/c"),
        ])
    func addresses(variables: [String: String], url: String) async throws {
        let transport = RecordingTransport(body: Self.document)
        #expect(try await provider(variables, transport).credentials() == .temporary("box", minutes: 60))
        #expect(transport.requests.map(\.url) == [url])
        #expect(transport.requests.first?.headers["Authorization"] == nil)
    }

    @Test(
        "never come from an address that could be anybody's",
        arguments: [
            [full: "http://example.com/"], [full: "http://169.254.169.254/"], [full: "http://10.0.0.1/"],
            [full: "http://169.254.170.2.example.com/"], [full: "http://127.0.0.1@example.com/"],
            [full: "http://user:secret@127.0.0.1/"], [full: "ftp://127.0.0.1/"], [full: "127.0.0.1/x"],
            [full: "http://127.0.0.1:0/"], [full: "http://localhost.example.com"], [full: "http://[fd00:ec2::24]/"],
            [relative: "@example.com/"], [relative: ".example.com/"], [relative: ":80@example.com/"],
        ])
    func refusedAddresses(variables: [String: String]) async {
        let transport = RecordingTransport(body: Self.document)
        await expectFailure(provider(variables, transport), .invalidSettings, "AWS_CONTAINER_CREDENTIALS")
        #expect(transport.requests.isEmpty)
    }

    @Test("are asked for with the token of the file, read each time, before that of the variable")
    func token() async throws {
        let transport = RecordingTransport(body: Self.document)
        let file = try home.write("token", "pod-1")
        var variables = [Self.relative: "/x", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "Basic abc"]
        _ = try await provider(variables, transport).credentials()
        variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = file
        let provider = provider(variables, transport)
        _ = try await provider.credentials()
        try home.write("token", "pod-2")
        _ = try await provider.credentials()
        #expect(transport.requests.map { $0.headers["Authorization"] } == ["Basic abc", "pod-1", "pod-2"])
    }

    @Test("aren't asked for with a token that isn't one", arguments: ["secret\r\nX: y", "secret\n", "secret\0", ""])
    func badToken(token: String) async throws {
        let transport = RecordingTransport(body: Self.document)
        let variables = ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": try home.write("token", token), Self.relative: "/x"]
        await expectFailure(provider(variables, transport), .credentialsUnavailable, "the token file", home.path)
        if !token.isEmpty {
            let inVariable = [Self.relative: "/x", "AWS_CONTAINER_AUTHORIZATION_TOKEN": token]
            await expectFailure(provider(inVariable, transport), .credentialsUnavailable, "AUTHORIZATION_TOKEN holds")
        }
        let lost = ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/nowhere", Self.relative: "/x"]
        await expectFailure(provider(lost, transport), .credentialsUnavailable, "/nowhere doesn't exist")
        #expect(transport.requests.isEmpty)
    }

    @Test("that nobody set up are nobody's fault")
    func missing() async {
        await expectFailure(provider([:], RecordingTransport()), .noCredentials, Self.full, Self.relative)
    }

    @Test(
        "that don't come are a fault; what may be better at once is tried three times",
        arguments: [
            (404, "secret", "answered 404", 1), (403, "", "answered 403", 1), (500, "", "answered 500", 3),
            (429, "", "answered 429", 3), (200, "secret", "no JSON object", 3), (200, "", "no JSON object", 3),
            (200, "{}", "without Expiration", 1), (302, "", "answered 302", 1),
            (200, #"{"AccessKeyId":"a","Expiration":"2026-01-02T04:04:05Z"}"#, "without SecretAccessKey", 1),
            (200, #"{"AccessKeyId":"a","SecretAccessKey":"s","Expiration":"soon"}"#, "ISO 8601", 1),
        ])
    func answers(status: Int, body: String, words: String, count: Int) async {
        let transport = RecordingTransport(status, body: body)
        await expectFailure(provider([Self.relative: "/x"], transport), .credentialsUnavailable, words, "169.254.170.2")
        #expect(transport.requests.count == count)
    }

    @Test("come at the second try")
    func secondTry() async throws {
        let transport = RecordingTransport { _, number in
            guard number > 0 else {
                throw HTTPTransportError(.connectionLost, requestMayHaveBeenSent: true, message: "lost")
            }
            return AWSHTTPResponse(status: 200, body: Data(Self.document.utf8))
        }
        #expect(try await provider([Self.relative: "/x"], transport).credentials().accessKeyID == "ASIAbox")
    }

    @Test("that take too long are given up after three times two seconds")
    func slow() async {
        let provider = provider([Self.relative: "/x"], NeverTransport())
        async let failure: Void = expectFailure(
            provider, .credentialsUnavailable, "169.254.170.2: timedOut: no response within 2.0 seconds")
        for _ in 0..<3 { await home.clock.advanceOnceAwaited(by: .seconds(2)) }
        await failure
    }

    @Test("come over real sockets")
    func sockets() async throws {
        let server = try LoopbackServer { request in
            let isRight =
                request.header("Authorization") == "pod-token" && request.line.hasPrefix("GET /v1/credentials ")
            return .http(isRight ? 200 : 403, body: Data(Self.document.utf8))
        }
        defer { server.stop() }
        let context = CredentialContext(environment: [
            Self.full: "http://127.0.0.1:\(server.port)/v1/credentials",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": try home.write("token", "pod-token"),
        ])
        #expect(try await ContainerCredentialProvider(context: context).credentials().accessKeyID == "ASIAbox")
    }
}
