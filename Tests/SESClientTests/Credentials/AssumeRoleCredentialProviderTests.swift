import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("Assuming a role")
struct AssumeRoleCredentialProviderTests {
    static let role = "arn:aws:iam::123456789012:role/mail"

    private func answering(_ status: Int, _ body: String) -> RecordingTransport {
        RecordingTransport(status, body: body)
    }

    private var granting: RecordingTransport {
        answering(200, STSAnswer.credentials("AssumeRole", .temporary("role", minutes: 60)))
    }

    @Test("is a signed call of the region's STS")
    func call() async throws {
        let home = try CredentialHome()
        let transport = granting
        let provider = AssumeRoleCredentialProvider(
            roleARN: Self.role, source: StaticCredentialProvider(.keys), sessionName: "a b", externalID: "x&=y",
            duration: .seconds(900), region: .euWest1, context: home.context(transport: transport))
        #expect(try await provider.credentials() == .temporary("role", minutes: 60))
        let request = try #require(transport.requests.first)
        #expect(request.method == "POST")
        #expect(request.url == "https://sts.eu-west-1.amazonaws.com/")
        #expect(
            STSAnswer.form(request.body) == [
                "Action": "AssumeRole", "Version": "2011-06-15", "RoleArn": Self.role, "RoleSessionName": "a b",
                "ExternalId": "x&=y", "DurationSeconds": "900",
            ])
        try SigV4Verifier(service: "sts", region: "eu-west-1").verify(request, at: home.date.now) { _ in .keys }
    }

    @Test("names the session by the time unless it is given, and leaves out what isn't set")
    func defaults() async throws {
        let transport = granting
        let provider = AssumeRoleCredentialProvider(
            roleARN: Self.role, source: StaticCredentialProvider(.keys), region: "cn-north-1",
            context: try CredentialHome().context(transport: transport))
        _ = try await provider.credentials()
        let form = STSAnswer.form(try #require(transport.requests.first).body)
        #expect(form["RoleSessionName"] == "swift-ses-1767323045")
        #expect(form.count == 4)
        #expect(transport.requests.first?.host == "sts.cn-north-1.amazonaws.com.cn")
    }

    @Test(
        "goes to the FIPS or dual-stack endpoint where the settings say so",
        arguments: [
            (["AWS_USE_FIPS_ENDPOINT": "true"], "us-east-1", "sts-fips.us-east-1.amazonaws.com"),
            (["AWS_USE_FIPS_ENDPOINT": "true"], "us-gov-west-1", "sts.us-gov-west-1.amazonaws.com"),
            (["AWS_USE_DUALSTACK_ENDPOINT": "true"], "us-east-1", "sts.us-east-1.api.aws"),
            (["AWS_ENDPOINT_URL_STS": "https://sts.example.com"], "us-east-1", "sts.example.com"),
        ])
    func endpoint(variables: [String: String], region: String, host: String) async throws {
        let transport = granting
        let provider = AssumeRoleCredentialProvider(
            roleARN: Self.role, source: StaticCredentialProvider(.keys), region: Region(rawValue: region),
            context: try CredentialHome().context(variables, transport: transport))
        _ = try await provider.credentials()
        #expect(transport.requests.first?.host == host)
    }

    @Test("names the setting of an endpoint that can't be")
    func badEndpoint() async throws {
        let provider = AssumeRoleCredentialProvider(
            roleARN: Self.role, source: StaticCredentialProvider(.keys), region: .euWest1,
            context: try CredentialHome().context(["AWS_ENDPOINT_URL_STS": "http://sts:1"], transport: granting))
        let error = await #expect(throws: SESv2Error.self) { try await provider.credentials() }
        #expect(error?.code == .invalidEndpoint)
        #expect(error?.message.contains("AWS_ENDPOINT_URL_STS: the endpoint must begin") == true)
    }

    @Test(
        "that STS doesn't grant says why, by its code alone",
        arguments: [
            (403, STSAnswer.error("AccessDenied"), "STS AssumeRole answered 403 AccessDenied"),
            (400, "<html>secret", "STS AssumeRole answered 400"),
            (400, STSAnswer.error("secret of jane"), "STS AssumeRole answered 400"),
            (200, "{}", "isn't XML"), (200, "", "isn't XML"),
            (200, STSAnswer.credentials("AssumeRoleX", .keys), "no Expiration"),
            (200, STSAnswer.credentials("AssumeRole", .keys), "no SessionToken"),
        ])
    func refused(status: Int, body: String, words: String) async throws {
        let provider = AssumeRoleCredentialProvider(
            roleARN: Self.role, source: StaticCredentialProvider(.keys), region: .euWest1,
            context: try CredentialHome().context(transport: answering(status, body)))
        await expectFailure(provider, .credentialsUnavailable, Self.role, words)
    }

    @Test("is tried twice when STS fails or can't be reached, and once when it refuses")
    func attempts() async throws {
        func count(_ transport: RecordingTransport) async throws -> Int {
            let provider = AssumeRoleCredentialProvider(
                roleARN: Self.role, source: StaticCredentialProvider(.keys), region: .euWest1,
                context: try CredentialHome().context(transport: transport))
            await expectFailure(provider, .credentialsUnavailable, Self.role)
            return transport.requests.count
        }
        #expect(try await count(answering(503, "")) == 2)
        #expect(try await count(answering(403, "")) == 1)
        let unreachable = RecordingTransport { _, _ in
            throw HTTPTransportError(.connectionFailed, requestMayHaveBeenSent: false, message: "no connection")
        }
        #expect(try await count(unreachable) == 2)
    }

    @Test("that takes too long is given up")
    func slow() async throws {
        let home = try CredentialHome()
        let provider = AssumeRoleCredentialProvider(
            roleARN: Self.role, source: StaticCredentialProvider(.keys), region: .euWest1,
            context: home.context(transport: NeverTransport()))
        async let failure: Void = expectFailure(provider, .credentialsUnavailable, "timedOut", "sts.eu-west-1")
        await home.clock.advanceOnceAwaited(by: .seconds(10))
        await home.clock.advanceOnceAwaited(by: .seconds(10))
        await failure
    }

    @Test("without credentials of its own fails, and passes a refusal on to their source")
    func source() async throws {
        let context = try CredentialHome().context()
        let none = EnvironmentCredentialProvider(environment: [:])
        let provider = AssumeRoleCredentialProvider(
            roleARN: Self.role, source: none, region: .euWest1, context: context)
        await expectFailure(provider, .credentialsUnavailable, Self.role, "AWS_ACCESS_KEY_ID")
        let source = ScriptedProvider { _ in .keys }
        await AssumeRoleCredentialProvider(roleARN: Self.role, source: source, region: .euWest1, context: context)
            .invalidate(.keys)
        #expect(source.invalidated == [.keys])
    }

    /// STS that takes only credentials of one key.
    private func service(taking id: String, refusal: String) -> RecordingTransport {
        RecordingTransport { request, _ in
            guard request.headers["Authorization"]?.contains("Credential=\(id)/") == true else {
                return AWSHTTPResponse(status: 403, body: Data(STSAnswer.error(refusal).utf8))
            }
            let answer = STSAnswer.credentials("AssumeRole", .temporary("role", minutes: 60))
            return AWSHTTPResponse(status: 200, body: Data(answer.utf8))
        }
    }

    @Test(
        "with credentials that STS calls expired has a keeping source fetch others, once",
        arguments: ["ExpiredToken", "ExpiredTokenException"])
    func expiredSource(refusal: String) async throws {
        let home = try CredentialHome()
        func provider(_ source: ScriptedProvider, _ transport: RecordingTransport) -> AssumeRoleCredentialProvider {
            let cache = CachingCredentialProvider(source) { [date = home.date] in date.now }
            return AssumeRoleCredentialProvider(
                roleARN: Self.role, source: cache, region: .euWest1, context: home.context(transport: transport))
        }
        let source = ScriptedProvider { .temporary("\($0)", minutes: 60) }
        let renewing = provider(source, service(taking: "ASIA2", refusal: refusal))
        #expect(try await renewing.credentials().accessKeyID == "ASIArole")
        #expect(source.count == 2 && source.invalidated.map(\.accessKeyID) == ["ASIA1"])
        let late = ScriptedProvider { .temporary("\($0)", minutes: 60) }
        let transport = service(taking: "ASIA3", refusal: refusal)
        await expectFailure(provider(late, transport), .credentialsUnavailable, Self.role, "answered 403 \(refusal)")
        #expect(late.count == 2 && transport.requests.count == 2)
    }

    @Test("isn't tried again with the same credentials, or for another refusal")
    func noOtherSource() async throws {
        let home = try CredentialHome()
        func attempts(_ refusal: String, _ answer: @escaping @Sendable (Int) -> AWSCredentials) async -> Int {
            let transport = service(taking: "nobody", refusal: refusal)
            let provider = AssumeRoleCredentialProvider(
                roleARN: Self.role, source: ScriptedProvider(answer), region: .euWest1,
                context: home.context(transport: transport))
            await expectFailure(provider, .credentialsUnavailable, refusal)
            return transport.requests.count
        }
        // The same keys with another end are the same.
        let same = await attempts("ExpiredToken") { .temporary("x", minutes: Double($0)) }
        let denied = await attempts("AccessDenied") { .temporary("\($0)", minutes: 60) }
        #expect(same == 1 && denied == 1)
    }
}

/// Never answers; ends when its task is cancelled.
struct NeverTransport: HTTPTransport {
    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        let (stream, _) = AsyncStream.makeStream(of: Never.self)
        for await _ in stream {}
        throw CancellationError()
    }
}
