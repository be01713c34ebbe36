import Foundation
import SESSigning
import Synchronization
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("An instance's credentials")
struct InstanceMetadataCredentialProviderTests {
    private let home: CredentialHome

    init() throws { home = try CredentialHome() }

    /// The metadata service, with parts that a test can replace.
    private final class Service: HTTPTransport {
        struct Answers {
            var token = AWSHTTPResponse(status: 200, body: Data("imds-token".utf8))
            var role = AWSHTTPResponse(status: 200, body: Data("mail@role\nother".utf8))
            var minutes = 360.0
            var document: AWSHTTPResponse?
            var isAway = false
        }

        let answers = Mutex(Answers())
        private let recorded = Mutex<[AWSHTTPRequest]>([])
        var requests: [AWSHTTPRequest] { recorded.withLock { $0 } }

        init(_ change: @Sendable (inout Answers) -> Void = { _ in }) { answers.withLock { change(&$0) } }

        func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
            recorded.withLock { $0.append(request) }
            return try answers.withLock { answers in
                if answers.isAway {
                    throw HTTPTransportError(.connectionFailed, requestMayHaveBeenSent: false, message: "away")
                }
                if request.method == "PUT" { return answers.token }
                guard request.headers["x-aws-ec2-metadata-token"] == "imds-token" else {
                    return AWSHTTPResponse(status: 401)
                }
                if request.path.hasSuffix("/") { return answers.role }
                let credentials = AWSCredentials.temporary("imds", minutes: answers.minutes)
                let end = (credentials.expiration ?? ManualDate.start).formatted(.iso8601)
                let text = """
                    {"Code":"Success","AccessKeyId":"ASIAimds","SecretAccessKey":"secret-of-imds",
                    "Token":"token-of-imds","Expiration":"\(end)"}
                    """
                return answers.document ?? AWSHTTPResponse(status: 200, body: Data(text.utf8))
            }
        }
    }

    private func provider(
        _ service: any HTTPTransport, _ variables: [String: String] = [:]
    ) -> InstanceMetadataCredentialProvider {
        InstanceMetadataCredentialProvider(context: home.context(variables, transport: service)) { 120 }
    }

    private static func answer(_ status: Int, _ body: String = "") -> AWSHTTPResponse {
        AWSHTTPResponse(status: status, body: Data(body.utf8))
    }

    @Test("are those of its first role, asked for with a session token")
    func conversation() async throws {
        let service = Service()
        #expect(try await provider(service).credentials() == .temporary("imds", minutes: 360))
        let requests = service.requests
        let base = "http://169.254.169.254/latest"
        #expect(
            requests.map { "\($0.method) \($0.url)" } == [
                "PUT \(base)/api/token", "GET \(base)/meta-data/iam/security-credentials/",
                "GET \(base)/meta-data/iam/security-credentials/mail@role",
            ])
        #expect(requests.first?.headers["x-aws-ec2-metadata-token-ttl-seconds"] == "21600")
    }

    @Test(
        "come from the address that is set",
        arguments: [
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"], "http://[fd00:ec2::254]/latest/api/token"),
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "ipv4"], "http://169.254.169.254/latest/api/token"),
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1338"], "http://127.0.0.1:1338/latest/api/token"),
            (
                ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "https://m.example.com/x/"],
                "https://m.example.com/x/latest/api/token"
            ),
        ])
    func address(variables: [String: String], url: String) async throws {
        let service = Service()
        _ = try await provider(service, variables).credentials()
        #expect(service.requests.first?.url == url)
    }

    @Test(
        "aren't asked for at an address that could be anybody's",
        arguments: [
            ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://example.com"],
            ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://169.254.170.2"], ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "x"],
            ["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv5"],
        ])
    func refusedAddress(variables: [String: String]) async {
        let service = Service()
        await expectFailure(provider(service, variables), .invalidSettings, "AWS_EC2_METADATA_SERVICE_ENDPOINT")
        #expect(service.requests.isEmpty)
    }

    @Test("aren't asked for where they are disabled", arguments: ["true", "TRUE"])
    func disabled(value: String) async {
        let service = Service()
        await expectFailure(
            provider(service, ["AWS_EC2_METADATA_DISABLED": value]), .noCredentials, "AWS_EC2_METADATA_DISABLED")
        #expect(service.requests.isEmpty)
    }

    @Test("on a machine that isn't an instance are nobody's fault, after one second")
    func noInstance() async {
        let provider = provider(NeverTransport())
        async let failure: Void = expectFailure(provider, .noCredentials, "no response within 1.0 seconds")
        await home.clock.advanceOnceAwaited(by: .seconds(1))
        await failure
        await expectFailure(
            self.provider(Service { $0.isAway = true }), .noCredentials, "169.254.169.254: connectionFailed")
    }

    @Test("are waited for as long and asked for as often as the variables say")
    func patience() async {
        let provider = provider(
            NeverTransport(), ["AWS_METADATA_SERVICE_TIMEOUT": "3", "AWS_METADATA_SERVICE_NUM_ATTEMPTS": "2"])
        async let failure: Void = expectFailure(provider, .noCredentials, "no response within 3.0 seconds")
        for _ in 0..<2 { await home.clock.advanceOnceAwaited(by: .seconds(3)) }
        await failure
    }

    @Test(
        "are never asked for without a token (version 1), and an instance may have no role",
        arguments: [
            (answer(403), answer(200), "no token (HTTP 403)"), (answer(405), answer(200), "no token (HTTP 405)"),
            (answer(200), answer(200), "no token"), (answer(200, "a\r\nb"), answer(200), "no token"),
            (answer(500), answer(200), "no token (HTTP 500)"), (answer(200, "imds-token"), answer(404), "no role"),
            (answer(200, "imds-token"), answer(200), "no role"),
        ])
    func nothing(token: AWSHTTPResponse, role: AWSHTTPResponse, words: String) async {
        let service = Service { answers in (answers.token, answers.role) = (token, role) }
        await expectFailure(provider(service), .noCredentials, words)
        #expect(service.requests.filter { $0.headers["x-aws-ec2-metadata-token"] == nil }.map(\.method) == ["PUT"])
    }

    @Test(
        "that can't be read are a fault",
        arguments: [
            (answer(200, "mail"), answer(500), "answered 500"), (answer(503), answer(200), "answered 503"),
            (answer(200, "mail"), answer(200, "secret"), "no JSON object"),
            (
                answer(200, "mail"), answer(200, #"{"Code":"AssumeRoleUnauthorizedAccess"}"#),
                "AssumeRoleUnauthorizedAccess"
            ),
            (answer(200, "mail"), answer(200, #"{"Code":"a secret"}"#), "answered an error for the role mail"),
            (answer(200, "mail"), answer(200, #"{"Code":"Success"}"#), "without Expiration"),
            (answer(200, "../x"), answer(200), "a role's name that can't be one"),
        ])
    func faults(role: AWSHTTPResponse, document: AWSHTTPResponse, words: String) async {
        let service = Service { answers in (answers.role, answers.document) = (role, document) }
        await expectFailure(provider(service), .credentialsUnavailable, words)
    }

    @Test(
        "that are near their end or past it are given a new one: AWS accepts them while its renewal is late",
        arguments: [-30.0, 0, 5, 16.9])
    func extended(minutes: Double) async throws {
        let given = try await provider(Service { $0.minutes = minutes }).credentials()
        #expect(given == .temporary("imds", minutes: 17))
    }

    @Test("with time left keep their end")
    func notExtended() async throws {
        #expect(
            try await provider(Service { $0.minutes = 17.1 }).credentials() == .temporary("imds", minutes: 17.1).rounded
        )
    }

    @Test("are the last ones while the service is away, unless AWS refused them")
    func outage() async throws {
        let service = Service()
        let provider = provider(service)
        let first = try await provider.credentials()
        service.answers.withLock { $0.isAway = true }
        home.date.advance(minutes: 400)
        #expect(try await provider.credentials() == .temporary("imds", minutes: 417))
        home.date.advance(minutes: 20)
        #expect(try await provider.credentials() == .temporary("imds", minutes: 437))
        await provider.invalidate(.keys)
        #expect(try await provider.credentials().accessKeyID == "ASIAimds")
        await provider.invalidate(first)
        await expectFailure(provider, .noCredentials, "connectionFailed")
    }

    @Test("that are kept are asked for again within 10 minutes while they are late")
    func keptWhileLate() async throws {
        let service = Service { $0.minutes = -1 }
        let cache = CachingCredentialProvider(provider(service)) { [date = home.date] in date.now }
        _ = try await cache.credentials()
        let first = service.requests.count
        _ = try await cache.credentials()
        #expect(service.requests.count == first)
        home.date.advance(minutes: 7.1)
        _ = try await cache.credentials()
        #expect(service.requests.count == 2 * first)
    }

    @Test("come over real sockets")
    func sockets() async throws {
        let end = Date.now.addingTimeInterval(7200).formatted(.iso8601)
        let server = try LoopbackServer { request in
            if request.line == "PUT /latest/api/token HTTP/1.1" { return .http(200, body: Data("imds-token".utf8)) }
            guard request.header("x-aws-ec2-metadata-token") == "imds-token" else { return .http(401) }
            if request.line.contains("credentials/ ") { return .http(200, body: Data("mail".utf8)) }
            let text = #"{"Code":"Success","AccessKeyId":"i","SecretAccessKey":"s","Token":"t","Expiration":"\#(end)"}"#
            return .http(200, body: Data(text.utf8))
        }
        defer { server.stop() }
        let context = CredentialContext(environment: [
            "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:\(server.port)",
            // The machine may be busy with other tests.
            "AWS_METADATA_SERVICE_TIMEOUT": "30",
        ])
        #expect(try await InstanceMetadataCredentialProvider(context: context).credentials().accessKeyID == "i")
        #expect(server.requests.first?.header("Content-Length") ?? "0" == "0")
        #expect(server.requests.first?.header("Transfer-Encoding") == nil)
    }
}

extension AWSCredentials {
    /// With its end cut to whole seconds, as it is written.
    fileprivate var rounded: AWSCredentials {
        AWSCredentials(
            accessKeyID: accessKeyID, secretAccessKey: secretAccessKey, sessionToken: sessionToken,
            expiration: expiration.map { Date(timeIntervalSince1970: $0.timeIntervalSince1970.rounded(.down)) })
    }
}
