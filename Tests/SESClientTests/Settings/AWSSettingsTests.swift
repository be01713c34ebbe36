import SESCore
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("Settings from outside")
struct AWSSettingsTests {
    static let config = """
        [default]
        region = eu-west-1
        use_fips_endpoint = true
        use_dualstack_endpoint = FALSE
        retry_mode = adaptive
        max_attempts = 7
        sdk_ua_app_id = shop
        endpoint_url = https://general.example.com
        [profile x]
        region = eu-central-1
        services = v
        endpoint_url = https://x.example.com
        [profile lost]
        services = nowhere
        [profile deaf]
        ignore_configured_endpoint_urls = true
        endpoint_url = https://deaf.example.com
        [services v]
        ses =
          endpoint_url = https://ses.example.com
        sesv2 =
          endpoint_url = https://sesv2.example.com
        """

    private func settings(_ variables: [String: String] = [:], profile: String? = nil) throws -> AWSSettings {
        let home = try CredentialHome(config: Self.config)
        return try .load(profile: profile, context: home.context(variables))
    }

    @Test("come from the profile")
    func profile() throws {
        #expect(
            try settings()
                == AWSSettings(
                    region: .euWest1, endpointURL: "https://general.example.com", usesDualStack: false, usesFIPS: true,
                    retryMode: "adaptive", maxAttempts: 7, applicationID: "shop"))
        #expect(try settings(profile: "x").region == .euCentral1)
        #expect(try settings(["AWS_PROFILE": "x"]).region == .euCentral1)
        #expect(try settings(["AWS_DEFAULT_PROFILE": "x"]).region == .euCentral1)
        #expect(try settings(["AWS_PROFILE": "x"], profile: "default").region == .euWest1)
    }

    @Test("come from the environment first")
    func environment() throws {
        let variables = [
            "AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": "https://e.example.com",
            "AWS_USE_DUALSTACK_ENDPOINT": "true", "AWS_USE_FIPS_ENDPOINT": "false", "AWS_RETRY_MODE": "standard",
            "AWS_MAX_ATTEMPTS": "2", "AWS_SDK_UA_APP_ID": "mail",
        ]
        #expect(
            try settings(variables)
                == AWSSettings(
                    region: .usEast1, endpointURL: "https://e.example.com", usesDualStack: true, usesFIPS: false,
                    retryMode: "standard", maxAttempts: 2, applicationID: "mail"))
    }

    @Test("without files and variables are none")
    func none() throws {
        #expect(try AWSSettings.load(context: CredentialHome().context()) == AWSSettings())
    }

    @Test(
        "the region: AWS_REGION, AWS_DEFAULT_REGION, the profile; an empty variable counts as missing",
        arguments: [
            (["AWS_REGION": "a", "AWS_DEFAULT_REGION": "b"], "a"), (["AWS_DEFAULT_REGION": "b"], "b"),
            (["AWS_REGION": "", "AWS_DEFAULT_REGION": "b"], "b"), ([:], "eu-west-1"),
        ] as [([String: String], Region)])
    func region(variables: [String: String], expected: Region) throws {
        #expect(try settings(variables).region == expected)
        #expect(try settings(variables).region(explicit: "given") == "given")
    }

    @Test("a region that nobody gave is an error that says where it may stand")
    func noRegion() throws {
        let error = #expect(throws: SESv2Error.self) { try AWSSettings().region(explicit: nil) }
        #expect(error?.code == .noRegion)
        #expect(error?.message.contains("AWS_REGION or AWS_DEFAULT_REGION") == true)
    }

    @Test(
        "the endpoint: the service's variable, the general one, the profile's services, the profile",
        arguments: [
            (["AWS_ENDPOINT_URL_SESV2": "https://1", "AWS_ENDPOINT_URL": "https://2"], "https://1"),
            (["AWS_ENDPOINT_URL": "https://2"], "https://2"), ([:], "https://sesv2.example.com"),
            (["AWS_ENDPOINT_URL_SES": "https://v1"], "https://sesv2.example.com"),
            (["AWS_ENDPOINT_URL": "https://2", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"], nil),
            (["AWS_ENDPOINT_URL": "https://2", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "false"], "https://2"),
        ] as [([String: String], String?)])
    func endpoint(variables: [String: String], expected: String?) throws {
        #expect(try settings(variables, profile: "x").endpointURL == expected)
    }

    @Test("a profile can be told to take no endpoint from outside")
    func deaf() throws {
        #expect(try settings(profile: "deaf").endpointURL == nil)
    }

    @Test(
        "that can't be meant are refused by name",
        arguments: [
            (["AWS_USE_FIPS_ENDPOINT": "yes"], nil, "AWS_USE_FIPS_ENDPOINT must be true or false"),
            (["AWS_USE_DUALSTACK_ENDPOINT": "1"], nil, "AWS_USE_DUALSTACK_ENDPOINT must be true or false"),
            (["AWS_MAX_ATTEMPTS": "0"], nil, "AWS_MAX_ATTEMPTS must be a whole number from 1"),
            (["AWS_MAX_ATTEMPTS": "many"], nil, "AWS_MAX_ATTEMPTS must be a whole number from 1"),
            (["AWS_RETRY_MODE": "often"], nil, "legacy, standard or adaptive"),
            (["AWS_PROFILE": "nobody"], nil, "no profile nobody"), ([:], "nobody", "no profile nobody"),
            (["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "x"], nil, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS must be"),
            ([:], "lost", "no [services nowhere]"),
        ] as [([String: String], String?, String)])
    func refused(variables: [String: String], profile: String?, words: String) {
        let error = #expect(throws: SESv2Error.self) { try settings(variables, profile: profile) }
        #expect(error?.code == .invalidSettings)
        #expect(error?.message.contains(words) == true)
    }
}

@Suite("A client's settings")
struct ClientSettingsTests {
    private func client(
        _ variables: [String: String], region: Region? = nil, configuration: SESv2Client.Configuration = .init(),
        config: String? = nil
    ) throws -> SESv2Client {
        let home = try CredentialHome(config: config)
        return try SESv2Client(
            region: region, credentials: StaticCredentialProvider(.keys), transport: RecordingTransport(),
            configuration: configuration, context: home.context(variables))
    }

    @Test("are read from outside")
    func read() throws {
        let client = try client(
            ["AWS_REGION": "eu-west-1", "AWS_USE_FIPS_ENDPOINT": "true", "AWS_SDK_UA_APP_ID": "mail"])
        #expect(client.region == .euWest1)
        #expect(client.endpoint.host == "email-fips.eu-west-1.amazonaws.com")
        #expect(client.userAgent.hasSuffix("app/mail"))
        #expect(client.configuration.settings?.usesFIPS == true)
    }

    @Test("give way to what is said explicitly")
    func explicit() throws {
        let variables = [
            "AWS_REGION": "eu-west-1", "AWS_USE_FIPS_ENDPOINT": "true", "AWS_ENDPOINT_URL": "https://e.example.com",
            "AWS_SDK_UA_APP_ID": "mail",
        ]
        let client = try client(
            variables, region: .usEast1,
            configuration: .init(
                endpoint: EndpointOptions(usesFIPS: false, url: "https://own.example.com"), applicationID: "own"))
        #expect(client.region == .usEast1)
        #expect(client.endpoint.host == "own.example.com")
        #expect(client.userAgent.hasSuffix("app/own"))
        let apart = try self.client(variables, region: .usEast1, configuration: .init(settings: AWSSettings()))
        #expect(apart.endpoint.host == "email.us-east-1.amazonaws.com")
    }

    @Test("can't make it speak http to another machine")
    func plainHTTP() {
        let error = #expect(throws: SESv2Error.self) {
            try client(["AWS_REGION": "eu-west-1", "AWS_ENDPOINT_URL": "http://mail.example.com"])
        }
        #expect(error?.code == .invalidEndpoint)
    }

    static let badEndpoints = """
        [profile plain]
        endpoint_url = http://ses-sim:5055
        use_fips_endpoint = true
        [profile served]
        services = v
        region = eu west
        [services v]
        sesv2 =
          endpoint_url = http://ses-sim:5055
        """

    @Test(
        "that give no endpoint are named, and no others",
        arguments: [
            (
                ["AWS_ENDPOINT_URL": "http://ses-sim:5055"], "eu-west-1", nil,
                "AWS_ENDPOINT_URL: the endpoint must begin"
            ),
            (
                ["AWS_ENDPOINT_URL_SESV2": "x", "AWS_ENDPOINT_URL": "y"], "eu-west-1", nil,
                "AWS_ENDPOINT_URL_SESV2: the"
            ),
            (
                [:], "eu-west-1", "plain",
                "endpoint_url of the profile plain, use_fips_endpoint of the profile plain: Invalid Configuration: FIPS"
            ),
            (
                ["AWS_USE_FIPS_ENDPOINT": "false"], "eu-west-1", "plain",
                "endpoint_url of the profile plain: the endpoint must begin"
            ),
            (
                [:], "eu-west-1", "served",
                "endpoint_url of sesv2 in the services v of the profile served: the endpoint must begin"
            ),
            ([:], nil, "served", "region of the profile served: Region"),
            (["AWS_REGION": "eu west"], nil, "served", "AWS_REGION: Region"),
            (["AWS_ENDPOINT_URL": "https://h"], "eu west", nil, "Region"),
            (
                ["AWS_ENDPOINT_URL": "https://h", "AWS_USE_DUALSTACK_ENDPOINT": "true"], "eu-west-1", nil,
                "AWS_ENDPOINT_URL, AWS_USE_DUALSTACK_ENDPOINT: Invalid Configuration: Dualstack"
            ),
        ] as [([String: String], Region?, String?, String)])
    func endpointPlaces(variables: [String: String], region: Region?, profile: String?, words: String) {
        let error = #expect(throws: SESv2Error.self) {
            try client(variables, region: region, configuration: .init(profile: profile), config: Self.badEndpoints)
        }
        #expect(error?.code == .invalidEndpoint)
        #expect(error?.message.hasPrefix(words) == true, "\(error?.message ?? "")")
    }

    @Test("aren't named for an endpoint that is said in code")
    func endpointInCode() {
        func message(_ configuration: SESv2Client.Configuration) -> String? {
            let variables = ["AWS_ENDPOINT_URL": "http://ses-sim:5055", "AWS_REGION": "eu-west-1"]
            return #expect(throws: SESv2Error.self) { try client(variables, configuration: configuration) }?.message
        }
        let said = message(.init(endpoint: EndpointOptions(url: "http://elsewhere:1")))
        #expect(said?.hasPrefix("the endpoint must begin") == true)
        let given = message(.init(settings: AWSSettings(region: .euWest1, endpointURL: "http://given:1")))
        #expect(given?.hasPrefix("AWSSettings.endpointURL: the endpoint must begin") == true)
    }

    @Test("come from the profile it is told to use")
    func profile() throws {
        let config = "[profile mail]\nregion = eu-central-1"
        #expect(try client([:], configuration: .init(profile: "mail"), config: config).region == .euCentral1)
        let error = #expect(throws: SESv2Error.self) { try client([:], config: config) }
        #expect(error?.code == .noRegion)
    }
}
