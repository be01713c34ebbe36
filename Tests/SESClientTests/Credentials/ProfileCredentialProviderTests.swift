import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("A profile's credentials")
struct ProfileCredentialProviderTests {
    static let role = "arn:aws:iam::123456789012:role"

    /// Grants every role, with credentials named after it.
    private var sts: RecordingTransport {
        RecordingTransport { request, _ in
            let role = STSAnswer.form(request.body)["RoleArn"] ?? ""
            let name = role.split(separator: "/").last.map(String.init) ?? "?"
            let answer = STSAnswer.credentials("AssumeRole", .temporary(name, minutes: 60))
            return AWSHTTPResponse(status: 200, body: Data(answer.utf8))
        }
    }

    private func provider(
        config: String? = nil, credentials: String? = nil, profile: String? = nil, _ variables: [String: String] = [:],
        transport: any HTTPTransport = RecordingTransport(500)
    ) throws -> any CredentialProvider {
        let home = try CredentialHome(config: config, credentials: credentials)
        let provider = ProfileCredentialProvider(
            profile: profile, context: home.context(variables, transport: transport))
        return Kept(provider: provider, home: home)
    }

    /// Keeps the files for as long as the provider.
    private struct Kept: CredentialProvider {
        var provider: ProfileCredentialProvider
        var home: CredentialHome
        func credentials() async throws -> AWSCredentials { try await provider.credentials() }
    }

    @Test("are keys in either file, those of the credentials file first")
    func keys() async throws {
        let keys = "aws_access_key_id = AKIDKEYS\naws_secret_access_key = secret-of-keys"
        let other = "aws_access_key_id = other\naws_secret_access_key = other"
        #expect(try await provider(credentials: "[default]\n\(keys)").credentials() == .keys)
        #expect(try await provider(config: "[default]\n\(keys)").credentials() == .keys)
        #expect(
            try await provider(config: "[default]\n\(other)", credentials: "[default]\n\(keys)").credentials() == .keys)
        #expect(try await provider(credentials: "[x]\n\(keys)", profile: "x").credentials() == .keys)
        #expect(try await provider(credentials: "[x]\n\(keys)", ["AWS_PROFILE": "x"]).credentials() == .keys)
        #expect(try await provider(config: "[profile x]\n\(keys)", profile: "x").credentials() == .keys)
    }

    @Test("have a session token, by its new or its old name", arguments: ["aws_session_token", "aws_security_token"])
    func token(option: String) async throws {
        let text = "[default]\naws_access_key_id = i\naws_secret_access_key = s\n\(option) = t"
        let expected = AWSCredentials(accessKeyID: "i", secretAccessKey: "s", sessionToken: "t")
        #expect(try await provider(credentials: text).credentials() == expected)
    }

    @Test("are read again each time")
    func rotation() async throws {
        let home = try CredentialHome(credentials: "[default]\naws_access_key_id = 1\naws_secret_access_key = s")
        let provider = ProfileCredentialProvider(context: home.context())
        #expect(try await provider.credentials().accessKeyID == "1")
        try home.write(".aws/credentials", "[default]\naws_access_key_id = 2\naws_secret_access_key = s")
        #expect(try await provider.credentials().accessKeyID == "2")
    }

    @Test("that are nowhere are nobody's fault; each place is named")
    func missing() async throws {
        await expectFailure(
            try provider(), .noCredentials, "assume role: there is no profile default", ".aws/credentials has no",
            ".aws/config has no")
        await expectFailure(
            try provider(config: "[profile x]\nregion = a"), .noCredentials, "there is no profile default")
        await expectFailure(
            try provider(config: "[default]\nregion = a"), .noCredentials, "no role_arn", "no credential_process",
            "no sso_role_name", "no aws_access_key_id")
        let homeless = CredentialContext(environment: [:], transport: RecordingTransport())
        await expectFailure(ProfileCredentialProvider(context: homeless), .noCredentials, "HOME isn't set")
    }

    @Test("without their half are a fault")
    func half() async throws {
        await expectFailure(
            try provider(credentials: "[default]\naws_access_key_id = i"), .invalidSettings, "no aws_secret_access_key")
        await expectFailure(
            try provider(credentials: "[default]\naws_secret_access_key = secret"), .invalidSettings,
            "no aws_access_key_id")
        await expectFailure(
            try provider(config: "[default]\naws_access_key_id =\naws_secret_access_key = secret"), .invalidSettings,
            "no aws_access_key_id")
    }

    @Test("are a role's, assumed with another profile's, over as many steps as there are")
    func roles() async throws {
        let transport = sts
        let config = """
            [profile a]
            role_arn = \(Self.role)/a
            source_profile = b
            region = eu-west-1
            external_id = ext
            role_session_name = me
            duration_seconds = 1800
            [profile b]
            role_arn = \(Self.role)/b
            source_profile = c
            region = us-east-1
            """
        let keys = "[c]\naws_access_key_id = AKIDKEYS\naws_secret_access_key = secret-of-keys"
        let given = try await provider(config: config, credentials: keys, profile: "a", transport: transport)
            .credentials()
        #expect(given == .temporary("a", minutes: 60))
        let forms = transport.requests.map { STSAnswer.form($0.body) }
        #expect(forms.map { $0["RoleArn"] } == ["\(Self.role)/b", "\(Self.role)/a"])
        #expect(forms.last?["ExternalId"] == "ext")
        #expect(forms.last?["RoleSessionName"] == "me")
        #expect(forms.last?["DurationSeconds"] == "1800")
        #expect(transport.requests.map(\.host) == Array(repeating: "sts.eu-west-1.amazonaws.com", count: 2))
        #expect(transport.requests.first?.headers["Authorization"]?.contains("Credential=AKIDKEYS/") == true)
        #expect(transport.requests.last?.headers["Authorization"]?.contains("Credential=ASIAb/") == true)
    }

    @Test("are a role's, assumed with the profile's own keys")
    func selfReference() async throws {
        let config = "[default]\nrole_arn = \(Self.role)/a\nsource_profile = default"
        let keys = "[default]\naws_access_key_id = AKIDKEYS\naws_secret_access_key = secret-of-keys"
        let transport = sts
        let given = try await provider(config: config, credentials: keys, transport: transport).credentials()
        #expect(given.accessKeyID == "ASIAa")
        #expect(transport.requests.count == 1)
        #expect(transport.requests.first?.host == "sts.us-east-1.amazonaws.com")
    }

    @Test("are a role's, assumed with the environment's keys")
    func credentialSource() async throws {
        let config = "[default]\nrole_arn = \(Self.role)/a\ncredential_source = Environment"
        let variables = ["AWS_ACCESS_KEY_ID": "AKIDKEYS", "AWS_SECRET_ACCESS_KEY": "secret-of-keys"]
        #expect(try await provider(config: config, variables, transport: sts).credentials().accessKeyID == "ASIAa")
        await expectFailure(
            try provider(config: config, transport: sts), .credentialsUnavailable, "AWS_ACCESS_KEY_ID")
        for (source, url) in [("EcsContainer", "169.254.170.2"), ("Ec2InstanceMetadata", "169.254.169.254")] {
            let config = "[default]\nrole_arn = \(Self.role)/a\ncredential_source = \(source)"
            let transport = RecordingTransport(404)
            let variables = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"]
            await expectFailure(
                try provider(config: config, variables, transport: transport), .credentialsUnavailable)
            #expect(transport.requests.first?.host == url)
        }
    }

    @Test(
        "of a role that can't be assumed as it is written are refused with the reason",
        arguments: [
            ("role_arn = r", "neither source_profile nor credential_source"),
            ("role_arn = r\nsource_profile = b\ncredential_source = Environment", "both source_profile"),
            ("role_arn = r\nsource_profile = nobody", "source_profile nobody, which doesn't exist"),
            ("role_arn = r\nsource_profile = empty", "the source_profile empty of the profile default has no cred"),
            ("role_arn = r\nsource_profile = default", "in a loop: default -> default"),
            ("role_arn = r\nsource_profile = loop", "in a loop: default -> loop -> back -> loop"),
            ("role_arn = r\ncredential_source = Moon", "must be Environment, Ec2InstanceMetadata or EcsContainer"),
            ("role_arn = r\nsource_profile = b\nmfa_serial = m", "mfa_serial"),
            ("role_arn = r\nsource_profile = b\nduration_seconds = long", "duration_seconds"),
            ("role_arn = r\nsource_profile = b\nduration_seconds = 899", "900 to 43200"),
        ])
    func refused(options: String, words: String) async throws {
        let config = """
            [default]
            \(options)
            [profile b]
            aws_access_key_id = i
            aws_secret_access_key = secret
            [profile empty]
            region = a
            [profile loop]
            role_arn = r
            source_profile = back
            [profile back]
            role_arn = r
            source_profile = loop
            """
        await expectFailure(try provider(config: config), .invalidSettings, words)
    }

    @Test("that are broken in the file end the search")
    func malformed() async throws {
        await expectFailure(try provider(config: "[default\nsecret"), .invalidSettings, "line 1 of")
    }
    @Test("are a role's, assumed with an instance's keys, also while the instance's service is away")
    func instanceOutage() async throws {
        let home = try CredentialHome(
            config: "[default]\nrole_arn = \(Self.role)/a\ncredential_source = Ec2InstanceMetadata")
        let isAway = Shared(false)
        let sts = sts
        let transport = RecordingTransport { request, _ in
            guard request.host == "169.254.169.254" else { return try await sts.execute(request, limits: .init()) }
            if isAway.value {
                throw HTTPTransportError(.connectionFailed, requestMayHaveBeenSent: false, message: "away")
            }
            let isDocument = request.method == "GET" && !request.path.hasSuffix("/")
            let document = """
                {"Code":"Success","AccessKeyId":"ASIAimds","SecretAccessKey":"s","Token":"t",
                "Expiration":"2026-01-02T09:00:00Z"}
                """
            return AWSHTTPResponse(status: 200, body: Data((isDocument ? document : "mail").utf8))
        }
        let context = home.context(transport: transport)
        for provider: any CredentialProvider in [
            ProfileCredentialProvider(context: context), DefaultCredentialProvider(context: context),
        ] {
            isAway.change { $0 = false }
            #expect(try await provider.credentials().accessKeyID == "ASIAa")
            isAway.change { $0 = true }
            await provider.invalidate(.temporary("a", minutes: 60))
            home.date.advance(minutes: 1)
            let before = transport.requests.count
            #expect(try await provider.credentials().accessKeyID == "ASIAa")
            #expect(transport.requests.count > before)
            #expect(transport.requests.last?.headers["Authorization"]?.contains("Credential=ASIAimds/") == true)
            // Those that AWS has refused aren't used again.
            let refused = AWSCredentials(accessKeyID: "ASIAimds", secretAccessKey: "s", sessionToken: "t")
            await provider.invalidate(refused)
            await provider.invalidate(.temporary("a", minutes: 60))
            await expectFailure(provider, .credentialsUnavailable, "connectionFailed")
        }
    }
}
