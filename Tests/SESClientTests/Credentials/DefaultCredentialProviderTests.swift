import Foundation
import SESCore
import SESSigning
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("The standard chain")
struct DefaultCredentialProviderTests {
    private static let container = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"

    /// Every source there is, each with credentials of its name, over one home.
    private func surroundings() throws -> (
        home: CredentialHome, variables: [String: String], transport: RecordingTransport
    ) {
        let home = try CredentialHome()
        let token = try home.write("token", "jwt")
        let program = try home.write(
            "program", "#!/bin/sh\necho '{\"Version\":1,\"AccessKeyId\":\"process\",\"SecretAccessKey\":\"s\"}'\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
        try home.write(
            ".aws/config",
            """
            [default]
            role_arn = arn:aws:iam::1:role/x
            source_profile = base
            sso_start_url = https://start
            sso_region = eu-west-1
            sso_account_id = 1
            sso_role_name = r
            credential_process = \(program)
            aws_access_key_id = config
            aws_secret_access_key = s
            [profile base]
            aws_access_key_id = base
            aws_secret_access_key = s
            """)
        try home.write(".aws/credentials", "[default]\naws_access_key_id = shared\naws_secret_access_key = s")
        try home.write(
            ".aws/sso/cache/\(SHA1.hexadecimal(of: "https://start")).json",
            #"{"accessToken":"t","expiresAt":"2030-01-01T00:00:00Z"}"#)
        let variables = [
            "AWS_ACCESS_KEY_ID": "environment", "AWS_SECRET_ACCESS_KEY": "s", "AWS_WEB_IDENTITY_TOKEN_FILE": token,
            "AWS_ROLE_ARN": "arn:aws:iam::1:role/web", Self.container: "/x",
        ]
        return (home, variables, RecordingTransport { request, _ in Self.answer(request) })
    }

    private static func answer(_ request: AWSHTTPRequest) -> AWSHTTPResponse {
        let end = ManualDate.start.addingTimeInterval(3600 * 6).formatted(.iso8601)
        let text: String
        switch request.host {
        case let host where host.hasPrefix("sts."):
            let action = STSAnswer.form(request.body)["Action"] ?? ""
            let name = action == "AssumeRole" ? "assume role" : "web identity"
            text = STSAnswer.credentials(
                action,
                AWSCredentials(
                    accessKeyID: name, secretAccessKey: "s", sessionToken: "t",
                    expiration: ManualDate.start.addingTimeInterval(3600)))
        case let host where host.hasPrefix("portal.sso"):
            text =
                #"{"roleCredentials":{"accessKeyId":"sso","secretAccessKey":"s","sessionToken":"t","expiration":"#
                + "\(Int(ManualDate.start.timeIntervalSince1970 + 3600) * 1000)}}"
        case "169.254.170.2":
            text = #"{"AccessKeyId":"container","SecretAccessKey":"s","Token":"t","Expiration":"\#(end)"}"#
        default:
            text =
                request.method == "PUT" || request.path.hasSuffix("/")
                ? "text" : #"{"AccessKeyId":"imds","SecretAccessKey":"s","Token":"t","Expiration":"\#(end)"}"#
        }
        return AWSHTTPResponse(status: 200, body: Data(text.utf8))
    }

    @Test("has botocore's order: each source in its turn as those before it are taken away")
    func order() async throws {
        var (home, variables, transport) = try surroundings()
        let config = try String(contentsOfFile: "\(home.path)/.aws/config", encoding: .utf8)
        func winner() async throws -> String {
            let provider = DefaultCredentialProvider(context: home.context(variables, transport: transport))
            let id = try await provider.credentials().accessKeyID
            #expect(try await provider.credentials().accessKeyID == id)
            return "\(provider.source ?? "?"): \(id)"
        }
        func removing(_ prefixes: String...) throws {
            let lines = try String(contentsOfFile: "\(home.path)/.aws/config", encoding: .utf8).split(separator: "\n")
            let rest = lines.filter { line in !prefixes.contains { line.hasPrefix($0) } }
            try home.write(".aws/config", rest.joined(separator: "\n"))
        }
        #expect(config.contains("role_arn"))
        #expect(try await winner() == "environment: environment")
        variables["AWS_ACCESS_KEY_ID"] = ""
        variables["AWS_SECRET_ACCESS_KEY"] = nil
        #expect(try await winner() == "assume role: assume role")
        try removing("role_arn", "source_profile")
        #expect(try await winner() == "web identity: web identity")
        variables["AWS_WEB_IDENTITY_TOKEN_FILE"] = nil
        #expect(try await winner() == "SSO: sso")
        try removing("sso_")
        #expect(try await winner() == "shared credentials file: shared")
        try FileManager.default.removeItem(atPath: "\(home.path)/.aws/credentials")
        #expect(try await winner() == "credential process: process")
        try removing("credential_process")
        #expect(try await winner() == "config file: config")
        try removing("aws_")
        #expect(try await winner() == "container: container")
        variables[Self.container] = nil
        #expect(try await winner() == "instance metadata: imds")
    }

    @Test("with a profile given in code passes over the environment's keys and web identity")
    func explicitProfile() async throws {
        let (home, variables, transport) = try surroundings()
        let context = home.context(variables, transport: transport)
        #expect(
            try await DefaultCredentialProvider(profile: "base", context: context).credentials().accessKeyID == "base")
        let named = home.context(variables.merging(["AWS_PROFILE": "base"]) { $1 }, transport: transport)
        #expect(try await DefaultCredentialProvider(context: named).credentials().accessKeyID == "environment")
    }

    @Test("asks for nothing before it is asked, and then in the region it was given")
    func lazy() async throws {
        var (home, variables, transport) = try surroundings()
        variables["AWS_ACCESS_KEY_ID"] = nil
        variables["AWS_SECRET_ACCESS_KEY"] = nil
        let provider = DefaultCredentialProvider(
            region: .euSouth1, context: home.context(variables, transport: transport))
        #expect(transport.requests.isEmpty)
        _ = try await provider.credentials()
        #expect(transport.requests.map(\.host) == ["sts.eu-south-1.amazonaws.com"])
    }

    @Test("renews, and says AWS's refusal to the source")
    func renewal() async throws {
        var (home, variables, transport) = try surroundings()
        variables["AWS_ACCESS_KEY_ID"] = nil
        variables["AWS_SECRET_ACCESS_KEY"] = nil
        let provider = DefaultCredentialProvider(context: home.context(variables, transport: transport))
        let first = try await provider.credentials()
        _ = try await provider.credentials()
        #expect(transport.requests.count == 1)
        await provider.invalidate(first)
        _ = try await provider.credentials()
        #expect(transport.requests.count == 2)
    }

    @Test("names every source it asked and what each misses when there is none")
    func none() async throws {
        let home = try CredentialHome()
        let context = home.context(["AWS_EC2_METADATA_DISABLED": "true"])
        await expectFailure(
            DefaultCredentialProvider(context: context), .noCredentials, "environment: the environment has no AWS_",
            "assume role: there is no profile default", "web identity: AWS_WEB_IDENTITY_TOKEN_FILE isn't set", "SSO: ",
            "shared credentials file: \(home.path)/.aws/credentials has no profile default", "credential process: ",
            "config file: \(home.path)/.aws/config has no profile default", "container: neither AWS_CONTAINER_",
            "instance metadata: AWS_EC2_METADATA_DISABLED is true")
    }

    @Test("recovers when a source is set up later")
    func recovery() async throws {
        let home = try CredentialHome()
        let provider = DefaultCredentialProvider(context: home.context(["AWS_EC2_METADATA_DISABLED": "true"]))
        await expectFailure(provider, .noCredentials)
        try home.write(".aws/credentials", "[default]\naws_access_key_id = late\naws_secret_access_key = s")
        home.date.advance(minutes: 0.1)
        #expect(try await provider.credentials().accessKeyID == "late")
    }

    @Test("stops at a source that is set up and fails")
    func failure() async throws {
        var (home, variables, _) = try surroundings()
        variables["AWS_ACCESS_KEY_ID"] = nil
        variables["AWS_SECRET_ACCESS_KEY"] = nil
        let transport = RecordingTransport(403, body: STSAnswer.error("AccessDenied"))
        await expectFailure(
            DefaultCredentialProvider(context: home.context(variables, transport: transport)),
            .credentialsUnavailable, "assume role: arn:aws:iam::1:role/x: STS AssumeRole answered 403 AccessDenied")
        #expect(transport.requests.count == 1)
    }

    @Test("shows nothing secret when it, its context or a client with it is printed")
    func printed() async throws {
        let home = try CredentialHome()
        let context = home.context([
            "AWS_ACCESS_KEY_ID": "i", "AWS_SECRET_ACCESS_KEY": "hush", "AWS_SESSION_TOKEN": "hush", "OTHER": "hush",
        ])
        let provider = DefaultCredentialProvider(context: context)
        _ = try await provider.credentials()
        let client = try SESv2Client(
            region: .euWest1, credentials: nil, transport: RecordingTransport(), configuration: .init(),
            context: context)
        _ = try await client.credentialProvider.credentials()
        for text in [PrintedForms.all(of: provider), PrintedForms.all(of: context), PrintedForms.all(of: client)] {
            #expect(!text.contains("hush"))
        }
    }

    @Test("is what a client uses by default, with the client's transport and region")
    func client() async throws {
        let home = try CredentialHome(
            config: "[default]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = b\n[profile b]\n"
                + "aws_access_key_id = i\naws_secret_access_key = s")
        let transport = RecordingTransport { request, _ in
            request.host.hasPrefix("sts.") ? Self.answer(request) : AWSHTTPResponse(status: 200)
        }
        let client = try SESv2Client(
            region: .euWest1, credentials: nil, transport: transport, configuration: .init(),
            context: home.context(transport: transport))
        _ = try await client.getAccount()
        #expect(transport.requests.map(\.host) == ["sts.eu-west-1.amazonaws.com", "email.eu-west-1.amazonaws.com"])
        #expect(transport.requests.last?.headers["X-Amz-Security-Token"] == "t")
    }
}
