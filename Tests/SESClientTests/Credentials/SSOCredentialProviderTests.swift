import Foundation
import SESCore
import SESSigning
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("SSO")
struct SSOCredentialProviderTests {
    static let url = "https://start.example.com"
    static let config = """
        [profile new]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = Mail Sender
        [profile old]
        sso_start_url = \(url)
        sso_region = eu-west-1
        sso_account_id = 123456789012
        sso_role_name = Mail Sender
        [sso-session corp]
        sso_start_url = \(url)
        sso_region = eu-west-1
        """
    static let grant =
        #"{"roleCredentials":{"accessKeyId":"ASIAsso","secretAccessKey":"secret-of-sso","sessionToken":"token-of-sso","#
        + #""expiration":1767326645000}}"#

    /// A home with a token of the new or the old form that ends so many minutes from now.
    private func home(minutes: Double, isNew: Bool = true, registrationMinutes: Double = 10_000) throws
        -> CredentialHome
    {
        let home = try CredentialHome(config: Self.config)
        var token = """
            {"accessToken":"secret-access","expiresAt":"\(home.date.text(minutes: minutes))","kept":[1,{"a":null}]
            """
        if isNew {
            token += """
                ,"refreshToken":"secret-refresh","clientId":"client","clientSecret":"secret-client",
                "registrationExpiresAt":"\(home.date.text(minutes: registrationMinutes))"
                """
        }
        try home.write(file(isNew), token + "}")
        return home
    }

    private func file(_ isNew: Bool) -> String {
        ".aws/sso/cache/\(SHA1.hexadecimal(of: isNew ? "corp" : Self.url)).json"
    }

    private func provider(
        _ home: CredentialHome, isNew: Bool = true, _ transport: any HTTPTransport = RecordingTransport(body: grant)
    ) -> ProfileCredentialProvider {
        ProfileCredentialProvider(profile: isNew ? "new" : "old", context: home.context(transport: transport))
    }

    /// A portal that gives credentials, and a token service that answers as it is told.
    private func service(_ status: Int = 200, _ renewal: String) -> RecordingTransport {
        RecordingTransport { request, _ in
            let isRenewal = request.path == "/token"
            return AWSHTTPResponse(
                status: isRenewal ? status : 200, body: Data((isRenewal ? renewal : Self.grant).utf8))
        }
    }

    @Test(
        "gives a role's credentials for the CLI's token, in either form; the end is in milliseconds",
        arguments: [true, false])
    func credentials(isNew: Bool) async throws {
        let transport = RecordingTransport(body: Self.grant)
        let given = try await provider(home(minutes: 60, isNew: isNew), isNew: isNew, transport).credentials()
        #expect(given == .temporary("sso", minutes: 60))
        let request = try #require(transport.requests.first)
        #expect(
            request.url == "https://portal.sso.eu-west-1.amazonaws.com/federation/credentials"
                + "?role_name=Mail%20Sender&account_id=123456789012")
        #expect(request.method == "GET")
        #expect(request.headers["x-amz-sso_bearer_token"] == "secret-access")
        #expect(request.headers["Authorization"] == nil)
        #expect(transport.requests.count == 1)
    }

    @Test("renews a token near its end, and writes it back for its owner only, keeping what else is there")
    func renewal() async throws {
        let home = try home(minutes: 14)
        let transport = service(200, #"{"accessToken":"access-2","expiresIn":3600,"refreshToken":"refresh-2"}"#)
        _ = try await provider(home, transport).credentials()
        let renewal = try #require(transport.requests.first)
        #expect(renewal.url == "https://oidc.eu-west-1.amazonaws.com/token")
        let body = try JSONDecoder().decode([String: String].self, from: renewal.body)
        #expect(
            body == [
                "grantType": "refresh_token", "refreshToken": "secret-refresh", "clientId": "client",
                "clientSecret": "secret-client",
            ])
        #expect(transport.requests.last?.headers["x-amz-sso_bearer_token"] == "access-2")
        let path = "\(home.path)/\(file(true))"
        let written = try JSONDecoder().decode([String: JSONValue].self, from: Data(contentsOf: URL(filePath: path)))
        #expect(
            written
                == [
                    "accessToken": .string("access-2"), "expiresAt": .string(home.date.text(minutes: 60)),
                    "refreshToken": .string("refresh-2"), "clientId": .string("client"),
                    "clientSecret": .string("secret-client"), "startUrl": .string(Self.url),
                    "registrationExpiresAt": .string(home.date.text(minutes: 10_000)),
                    "region": .string("eu-west-1"), "kept": .array([.integer(1), .object(["a": .null])]),
                ])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let folder = (path as NSString).deletingLastPathComponent
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
        _ = try await provider(home, transport).credentials()
        #expect(transport.requests.count == 3)
    }

    @Test("uses a token that still holds when it can't be renewed")
    func failingRenewal() async throws {
        for transport in [service(400, #"{"error":"invalid_grant"}"#), service(200, "{}"), service(200, "no JSON")] {
            #expect(try await provider(home(minutes: 5), transport).credentials().accessKeyID == "ASIAsso")
            #expect(transport.requests.last?.headers["x-amz-sso_bearer_token"] == "secret-access")
        }
        let unregistered = service(200, "unused")
        _ = try await provider(home(minutes: 5, registrationMinutes: -1), unregistered).credentials()
        #expect(unregistered.requests.map(\.path) == ["/federation/credentials"])
    }

    @Test("asks for a login when the token is over and can't be renewed")
    func over() async throws {
        await expectFailure(
            provider(try home(minutes: -1), service(400, "")), .credentialsUnavailable, "time is over", "answered 400",
            "run `aws sso login --profile new`")
        await expectFailure(
            provider(try home(minutes: -1, isNew: false), isNew: false), .credentialsUnavailable, "time is over",
            "aws sso login --profile old")
        #expect(
            try await provider(
                home(minutes: -1), service(200, #"{"accessToken":"access-2","expiresIn":60}"#)
            ).credentials().accessKeyID == "ASIAsso")
    }

    @Test("asks for a login when there is no token, or none that can be read", arguments: [nil, "", "{}", "[1]"])
    func noToken(content: String?) async throws {
        let home = try CredentialHome(config: Self.config)
        if let content { try home.write(file(true), content) }
        await expectFailure(
            provider(home), .credentialsUnavailable, file(true), content == nil ? "there is no" : "can't be read",
            "aws sso login")
    }

    @Test(
        "says what the portal answers, and nothing of the token",
        arguments: [
            (401, "", "doesn't accept the token"), (403, "secret", "answered 403"), (200, "secret", "can be read"),
            (200, #"{"roleCredentials":{"accessKeyId":"a"}}"#, "can be read"), (500, "", "answered 500"),
        ])
    func portal(status: Int, body: String, words: String) async throws {
        let transport = RecordingTransport(status, body: body)
        await expectFailure(provider(try home(minutes: 60), transport), .credentialsUnavailable, words)
        #expect(transport.requests.count == (status == 500 ? 2 : 1))
    }

    @Test("over real sockets")
    func sockets() async throws {
        let server = try LoopbackServer { _ in .http(200, body: Data(Self.grant.utf8)) }
        defer { server.stop() }
        let home = try home(minutes: 60)
        let context = CredentialContext(
            environment: ["HOME": home.path, "AWS_ENDPOINT_URL_SSO": "http://127.0.0.1:\(server.port)"],
            now: { home.date.now })
        let provider = SSOCredentialProvider(
            startURL: Self.url, region: .euWest1, accountID: "1", roleName: "r", sessionName: "corp", context: context)
        #expect(try await provider.credentials().accessKeyID == "ASIAsso")
        #expect(server.requests.first?.line == "GET /federation/credentials?role_name=r&account_id=1 HTTP/1.1")
        #expect(server.requests.first?.header("x-amz-sso_bearer_token") == "secret-access")
    }

    @Test(
        "that is set up in part is refused by what is missing",
        arguments: [
            ("sso_role_name = r", "no sso_start_url"), ("sso_account_id = 1\nsso_session = corp", "no sso_role_name"),
            ("sso_role_name = r\nsso_session = nobody", "no [sso-session nobody]"),
            (
                "sso_role_name = r\nsso_account_id = 1\nsso_session = corp\nsso_region = x",
                "sso_region is not the same in the profile p and in [sso-session corp]"
            ),
        ])
    func incomplete(options: String, words: String) async throws {
        let home = try CredentialHome(config: "[profile p]\n\(options)\n\(Self.config)")
        await expectFailure(
            ProfileCredentialProvider(profile: "p", context: home.context()), .invalidSettings, words)
    }
    @Test("uses a renewed token that can't be written back, and keeps it, until there is another in the file")
    func unwritable() async throws {
        let outer = try home(minutes: 14)
        // The file's path is as long as a path may be, so there is none for a new file beside it; that holds for root too.
        let room = Int(PATH_MAX) - 20 - file(true).utf8.count - 1
        var deep = outer.path
        while deep.utf8.count < room - 1 {
            deep += "/" + String(repeating: "d", count: min(200, room - 1 - deep.utf8.count))
        }
        let cached = "\(deep)/\(file(true))"
        try FileManager.default.createDirectory(
            atPath: (cached as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(contentsOf: URL(filePath: "\(outer.path)/\(file(true))")).write(to: URL(filePath: cached))
        let renewals = Shared(0)
        let transport = RecordingTransport { request, _ in
            guard request.path == "/token" else { return AWSHTTPResponse(status: 200, body: Data(Self.grant.utf8)) }
            renewals.change { $0 += 1 }
            // A refresh token can be used once.
            let body = try JSONDecoder().decode([String: String].self, from: request.body)
            let expected = renewals.value == 1 ? "secret-refresh" : "secret-refresh-\(renewals.value - 1)"
            guard body["refreshToken"] == expected else { return AWSHTTPResponse(status: 400) }
            let number = renewals.value
            let answer =
                #"{"accessToken":"access-\#(number)","expiresIn":3600,"refreshToken":"secret-refresh-\#(number)"}"#
            return AWSHTTPResponse(status: 200, body: Data(answer.utf8))
        }
        let variables = ["HOME": deep, "AWS_CONFIG_FILE": "\(outer.path)/.aws/config"]
        let context = outer.context(variables, transport: transport)
        let provider = ProfileCredentialProvider(profile: "new", context: context)
        func bearer() async throws -> String? {
            _ = try await provider.credentials()
            return transport.requests.last?.headers["x-amz-sso_bearer_token"]
        }
        #expect(try await bearer() == "access-1")
        outer.date.advance(minutes: 30)
        #expect(try await bearer() == "access-1")
        #expect(renewals.value == 1)
        outer.date.advance(minutes: 20)
        #expect(try await bearer() == "access-2")
        #expect(try await bearer() == "access-2")
        #expect(renewals.value == 2)
        let login = #"{"accessToken":"new-login","expiresAt":"\#(outer.date.text(minutes: 60))"}"#
        try Data(login.utf8).write(to: URL(filePath: cached))
        #expect(try await bearer() == "new-login")
    }
}
