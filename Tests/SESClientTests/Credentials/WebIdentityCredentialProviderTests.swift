import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("Web identity")
struct WebIdentityCredentialProviderTests {
    static let role = "arn:aws:iam::123456789012:role/pod"
    static let action = "AssumeRoleWithWebIdentity"

    private func server() throws -> LoopbackServer {
        let usual = STSAnswer.credentials(Self.action, .temporary("pod", minutes: 60))
        return try LoopbackServer { _ in .http(200, body: Data(usual.utf8)) }
    }

    private func variables(_ file: String, _ server: LoopbackServer) -> [String: String] {
        [
            "AWS_WEB_IDENTITY_TOKEN_FILE": file, "AWS_ROLE_ARN": Self.role, "AWS_ROLE_SESSION_NAME": "pod-1",
            "AWS_REGION": "eu-west-1", "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:\(server.port)",
        ]
    }

    private func context(_ home: CredentialHome, _ variables: [String: String]) -> CredentialContext {
        CredentialContext(
            environment: variables.merging(["HOME": home.path]) { own, _ in own },
            now: { [date = home.date] in date.now }, clock: home.clock)
    }

    @Test("is exchanged in an unsigned call, over real sockets, and the file is read each time")
    func exchange() async throws {
        let (home, server) = (try CredentialHome(), try server())
        defer { server.stop() }
        let file = try home.write("token", "jwt.one\n")
        let provider = WebIdentityCredentialProvider(context: context(home, variables(file, server)))
        #expect(try await provider.credentials() == .temporary("pod", minutes: 60))
        try home.write("token", "jwt.two")
        _ = try await provider.credentials()
        let forms = server.requests.map { STSAnswer.form($0.body) }
        #expect(
            forms.first == [
                "Action": Self.action, "Version": "2011-06-15", "RoleArn": Self.role, "RoleSessionName": "pod-1",
                "WebIdentityToken": "jwt.one",
            ])
        #expect(forms.map { $0["WebIdentityToken"] } == ["jwt.one", "jwt.two"])
        #expect(server.requests.first?.header("Authorization") == nil)
    }

    @Test("is set up by a profile as well; the environment comes first")
    func profile() async throws {
        let (home, server) = (try CredentialHome(), try server())
        defer { server.stop() }
        let file = try home.write("token", "jwt.profile")
        let other = try home.write("other", "jwt.environment")
        try home.write(".aws/config", "[default]\nrole_arn = \(Self.role)\nweb_identity_token_file = \(file)")
        var variables = [
            "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:\(server.port)", "AWS_EC2_METADATA_DISABLED": "true",
        ]
        _ = try await DefaultCredentialProvider(context: context(home, variables)).credentials()
        _ = try await ProfileCredentialProvider(context: context(home, variables)).credentials()
        variables["AWS_WEB_IDENTITY_TOKEN_FILE"] = other
        _ = try await DefaultCredentialProvider(context: context(home, variables)).credentials()
        _ = try await ProfileCredentialProvider(context: context(home, variables)).credentials()
        let tokens = server.requests.map { STSAnswer.form($0.body)["WebIdentityToken"] }
        #expect(tokens == ["jwt.profile", "jwt.profile", "jwt.environment", "jwt.profile"])
    }

    @Test("that isn't set up is nobody's fault")
    func missing() async throws {
        await expectFailure(
            WebIdentityCredentialProvider(context: try CredentialHome().context()), .noCredentials,
            "AWS_WEB_IDENTITY_TOKEN_FILE isn't set")
    }

    @Test("without a role, a file or a token in it is a fault")
    func incomplete() async throws {
        let home = try CredentialHome()
        let file = try home.write("token", " \n")
        let variables = ["AWS_WEB_IDENTITY_TOKEN_FILE": "\(home.path)/nowhere", "AWS_ROLE_ARN": "r"]
        await expectFailure(
            WebIdentityCredentialProvider(context: home.context(variables)), .credentialsUnavailable,
            "\(home.path)/nowhere doesn't exist")
        await expectFailure(
            WebIdentityCredentialProvider(tokenFile: file, context: home.context(variables)), .credentialsUnavailable,
            "is empty")
        await expectFailure(
            WebIdentityCredentialProvider(tokenFile: file, context: home.context()), .credentialsUnavailable,
            "no role")
    }

    @Test("that STS refuses is a fault without the token in it")
    func refused() async throws {
        let transport = RecordingTransport { _, _ in
            AWSHTTPResponse(status: 400, body: Data(STSAnswer.error("ExpiredTokenException").utf8))
        }
        let home = try CredentialHome()
        let provider = WebIdentityCredentialProvider(
            roleARN: Self.role, tokenFile: try home.write("token", "secret.jwt"), region: .euWest1,
            context: home.context(transport: transport))
        await expectFailure(provider, .credentialsUnavailable, Self.role, "answered 400 ExpiredTokenException")
        #expect(transport.requests.count == 1)
    }

    @Test("is tried again when the identity provider didn't answer STS")
    func retried() async throws {
        let transport = RecordingTransport { _, number in
            let granted = STSAnswer.credentials(Self.action, .temporary("pod", minutes: 60))
            let body = number == 0 ? STSAnswer.error("IDPCommunicationError") : granted
            return AWSHTTPResponse(status: number == 0 ? 400 : 200, body: Data(body.utf8))
        }
        let home = try CredentialHome()
        let provider = WebIdentityCredentialProvider(
            roleARN: Self.role, tokenFile: try home.write("token", "t"), region: .euWest1,
            context: home.context(transport: transport))
        #expect(try await provider.credentials().accessKeyID == "ASIApod")
    }

    @Test("to a machine that isn't there is a fault that says where")
    func unreachable() async throws {
        let home = try CredentialHome()
        let file = try home.write("token", "t")
        let port = try Loopback.closedPort()
        let variables = ["AWS_ENDPOINT_URL_STS": "http://127.0.0.1:\(port)"]
        let provider = WebIdentityCredentialProvider(
            roleARN: Self.role, tokenFile: file, region: .euWest1, context: context(home, variables))
        await expectFailure(provider, .credentialsUnavailable, "127.0.0.1: connectionFailed")
    }
}
