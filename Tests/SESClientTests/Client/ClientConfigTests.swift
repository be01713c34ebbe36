#if ConfigurationSupport
import Configuration
import SESClient
import Testing

@Suite("A client from configuration")
struct ClientConfigTests {
    private func reader(_ values: [AbsoluteConfigKey: ConfigValue]) -> ConfigReader {
        ConfigReader(provider: InMemoryProvider(values: values))
    }

    /// Keeps the machine's own settings out.
    private static let base = SESv2Client.Configuration(settings: AWSSettings())

    private func error(_ values: [AbsoluteConfigKey: ConfigValue]) -> SESv2Error? {
        #expect(throws: SESv2Error.self) { try SESv2Client(config: reader(values), configuration: Self.base) }
    }

    @Test("takes every key")
    func everything() async throws {
        let client = try SESv2Client(
            config: reader([
                "region": "eu-west-1", "endpoint.url": "http://127.0.0.1:5000", "retry.mode": "adaptive",
                "retry.maxAttempts": 5, "limits.connectSeconds": 1.5, "limits.totalSeconds": 20,
                "limits.responseBytes": 4096, "deadlineSeconds": 45.0, "applicationID": "shop",
                "correctsClockSkew": false, "profile": "shop",
            ]), configuration: Self.base)
        #expect(client.region == .euWest1)
        #expect(client.configuration.endpoint == EndpointOptions(url: "http://127.0.0.1:5000"))
        #expect(client.configuration.retry == RetryOptions(maxAttempts: 5))
        #expect(
            client.configuration.limits
                == TransportLimits(connect: .milliseconds(1500), total: .seconds(20), responseBytes: 4096))
        #expect(client.configuration.deadline == .seconds(45))
        #expect(client.configuration.applicationID == "shop")
        #expect(!client.configuration.correctsClockSkew)
        #expect(client.configuration.profile == "shop")
    }

    @Test("keeps what isn't configured as it was given")
    func base() throws {
        let base = SESv2Client.Configuration(
            applicationID: "base", retry: .off, settings: AWSSettings())
        let client = try SESv2Client(
            config: reader(["region": "us-east-1", "endpoint.fips": true, "endpoint.dualStack": true]),
            configuration: base)
        #expect(client.configuration.applicationID == "base")
        #expect(client.configuration.retry == .off)
        #expect(client.configuration.endpoint == EndpointOptions(usesFIPS: true, usesDualStack: true))
    }

    @Test("reads the environment's variables by the keys' names, at any place")
    func environment() async throws {
        let provider = EnvironmentVariablesProvider(environmentVariables: [
            "SES_REGION": "eu-central-1", "SES_ENDPOINT_DUAL_STACK": "true", "SES_RETRY_MAX_ATTEMPTS": "2",
            "SES_LIMITS_TOTAL_SECONDS": "7", "SES_APPLICATION_ID": "shop", "SES_RETRY_MODE": "",
            "SES_CREDENTIALS_ACCESS_KEY_ID": "AKIDCONFIG", "SES_CREDENTIALS_SECRET_ACCESS_KEY": "secret",
        ])
        let transport = RecordingTransport()
        let client = try SESv2Client(
            config: ConfigReader(provider: provider).scoped(to: "ses"), transport: transport,
            configuration: Self.base)
        try await client.send(.test, configurationSet: nil)
        let request = try #require(transport.requests.first)
        #expect(request.host == "email.eu-central-1.api.aws")
        #expect(request.headers["Authorization"]?.contains("AKIDCONFIG/") == true)
        #expect(request.headers["User-Agent"]?.hasSuffix("app/shop") == true)
        #expect(client.configuration.retry.maxAttempts == 2)
        #expect(client.configuration.limits.total == .seconds(7))
    }

    @Test(
        "names the key of a value that can't be used",
        arguments: [
            ("region", "a b"), ("region", 7), ("endpoint.url", true), ("endpoint.fips", "perhaps"),
            ("endpoint.dualStack", 3), ("retry.mode", "wild"), ("retry.maxAttempts", 0), ("retry.maxAttempts", "many"),
            ("limits.connectSeconds", -1), ("limits.totalSeconds", 0.0), ("limits.responseBytes", 0),
            ("deadlineSeconds", "soon"), ("correctsClockSkew", "yes please"), ("applicationID", 7),
        ] as [(String, ConfigValue)])
    func refused(_ key: String, _ value: ConfigValue) {
        var values: [AbsoluteConfigKey: ConfigValue] = ["region": "eu-west-1"]
        values[AbsoluteConfigKey(ConfigKey(key).components)] = value
        let error = error(values)
        #expect(error?.code == .invalidSettings)
        #expect(error?.message.hasPrefix("\(key): must be ") == true)
    }

    @Test("names the keys of an endpoint that can't be")
    func endpoint() {
        let twice = error(["region": "eu-west-1", "endpoint.url": "https://h", "endpoint.fips": true])
        #expect(twice?.code == .invalidEndpoint)
        #expect(
            twice?.message
                == "endpoint.url, endpoint.fips: Invalid Configuration: FIPS and custom endpoint are not supported")
        let nowhere = error(["endpoint.url": "https://h"])
        #expect(nowhere?.code == .noRegion)
        #expect(nowhere?.message.hasPrefix("region: ") == true)
        let odd = error(["region": "eu-west-1", "endpoint.url": "ftp://h"])
        #expect(odd?.message.hasPrefix("endpoint.url: ") == true)
    }

    @Test("takes new credentials from a configuration that changes, and prefers given ones")
    func credentials() async throws {
        let provider = MutableInMemoryProvider(initialValues: [
            "region": "eu-west-1", "credentials.accessKeyID": "AKIDONE", "credentials.secretAccessKey": "s",
        ])
        let config = ConfigReader(provider: provider)
        let transport = RecordingTransport()
        let client = try SESv2Client(config: config, transport: transport, configuration: Self.base)
        try await client.send(.test, configurationSet: nil)
        provider.setValue("AKIDTWO", forKey: "credentials.accessKeyID")
        provider.setValue("token", forKey: "credentials.sessionToken")
        try await client.send(.test, configurationSet: nil)
        let given = StaticCredentialProvider(SESv2Client.testCredentials)
        try await SESv2Client(
            config: config, credentials: given, transport: transport, configuration: Self.base
        ).send(.test, configurationSet: nil)
        let ids = transport.requests.map { request in
            ["AKIDONE", "AKIDTWO", "AKIDEXAMPLE"].first { request.headers["Authorization"]?.contains("\($0)/") == true }
        }
        #expect(ids == ["AKIDONE", "AKIDTWO", "AKIDEXAMPLE"])
        #expect(transport.requests.map { $0.headers["X-Amz-Security-Token"] } == [nil, "token", nil])
    }

    @Test("reads credentials as secrets, and shows none in an error")
    func secrets() async throws {
        let reporter = Reporter()
        let values: [AbsoluteConfigKey: ConfigValue] = [
            "credentials.accessKeyID": "AKIDSECRET", "credentials.secretAccessKey": "s3cr3t",
            "credentials.sessionToken": "t0k3n",
        ]
        let config = ConfigReader(provider: InMemoryProvider(values: values), accessReporter: reporter)
        _ = try await ConfigCredentialProvider(config: config).credentials()
        #expect(reporter.keys.value.count == 3)
        #expect(reporter.open.value.isEmpty)
        let error = error(["region": "eu-west-1", "credentials.secretAccessKey": "s3cr3t"])
        #expect(error?.code == .invalidSettings)
        #expect(error?.message == "credentials.accessKeyID: is missing, though the other key is there")
    }

    /// Keeps which keys were read, and which of them openly.
    private final class Reporter: AccessReporter {
        let keys = Shared<[String]>([])
        let open = Shared<[String]>([])

        func report(_ event: AccessEvent) {
            let key = event.metadata.key.description
            keys.change { $0.append(key) }
            if case .success(let value) = event.result, value?.isSecret == true { return }
            open.change { $0.append(key) }
        }
    }
}
#endif
