#if ConfigurationSupport
public import Configuration
import SESValues

extension SESv2Client {
    /// Creates a client from configuration: environment variables, files, whatever the reader reads.
    ///
    /// ```swift
    /// let config = ConfigReader(providers: [EnvironmentVariablesProvider()])
    /// let ses = try SESv2Client(config: config.scoped(to: "ses"))     // SES_REGION, SES_ENDPOINT_URL, …
    /// ```
    ///
    /// ## Configuration keys
    ///
    /// - `region` (string, optional): The region to call; by default that of AWS's settings.
    /// - `credentials.accessKeyID`, `credentials.secretAccessKey`, `credentials.sessionToken` (strings, optional, secret):
    ///   see ``ConfigCredentialProvider``; without the first two, credentials come from the standard AWS chain.
    /// - Those of ``Configuration/init(config:base:)``: `endpoint.url`, `retry.maxAttempts` and so on.
    ///
    /// An empty text counts as missing. Values are read once, but for credentials.
    ///
    /// - Parameters:
    ///   - config: The reader, at the keys' place.
    ///   - credentials: Where credentials come from, whatever the configuration says; nil for what it says.
    ///   - transport: What carries the requests.
    ///   - configuration: What isn't configured is taken from here, such as observers, and then from ``AWSSettings``.
    /// - Throws: ``SESv2Error`` with code `invalidSettings` or `invalidEndpoint`, naming the key, or `noRegion`.
    public init(
        config: ConfigReader, credentials: (any CredentialProvider)? = nil,
        transport: any HTTPTransport = DefaultTransport.shared,
        configuration: Configuration = Configuration()
    ) throws(SESv2Error) {
        let keys = ConfigKeys(config)
        let configuration = try Configuration(config: config, base: configuration)
        let region = try keys.region()
        let configured: (any CredentialProvider)? = try ConfigCredentialProvider(ifIn: config)
        do throws(SESv2Error) {
            try self.init(
                region: region, credentials: credentials ?? configured, transport: transport,
                configuration: configuration)
        } catch {
            let named = keys.named(by: error)
            guard !named.isEmpty else { throw error }
            throw SESv2Error(
                error.code, message: "\(named.joined(separator: ", ")): \(error.message)", underlyingError: error)
        }
    }
}

extension SESv2Client.Configuration {
    /// Reads a configuration.
    ///
    /// ## Configuration keys
    ///
    /// - `endpoint.url` (string, optional): An address to call instead of AWS's.
    /// - `endpoint.fips` (bool, optional): Whether to call the FIPS 140 endpoint.
    /// - `endpoint.dualStack` (bool, optional): Whether to call the dual-stack endpoint.
    /// - `retry.mode` (string, optional): `standard`, or what other SDKs call theirs, `adaptive` or `legacy`: all are the
    ///   standard mode here.
    /// - `retry.maxAttempts` (int, optional): How often a call is attempted in all, 1 or more.
    /// - `limits.connectSeconds`, `limits.totalSeconds` (doubles, optional): see ``TransportLimits``; more than 0.
    /// - `limits.responseBytes` (int, optional): The largest response body, 1 or more.
    /// - `deadlineSeconds` (double, optional): How long a call may take in all; more than 0.
    /// - `applicationID` (string, optional): A name for your application in the `User-Agent` header.
    /// - `profile` (string, optional): The profile of AWS's shared files.
    /// - `correctsClockSkew` (bool, optional): Whether requests are signed with the service's time.
    ///
    /// An empty text counts as missing.
    ///
    /// - Parameters:
    ///   - config: The reader, at the keys' place.
    ///   - base: What isn't configured is taken from here.
    /// - Throws: ``SESv2Error`` with code `invalidSettings`, naming the key.
    public init(
        config: ConfigReader, base: SESv2Client.Configuration = SESv2Client.Configuration()
    ) throws(SESv2Error) {
        self = base
        let keys = ConfigKeys(config)
        if let url = try keys.string("endpoint.url") { endpoint.url = url }
        if let flag = try keys.bool("endpoint.fips") { endpoint.usesFIPS = flag }
        if let flag = try keys.bool("endpoint.dualStack") { endpoint.usesDualStack = flag }
        // All are the standard mode here, so there is nothing to set.
        if let text = try keys.string("retry.mode"), !["standard", "adaptive", "legacy"].contains(text) {
            throw keys.error("retry.mode", "must be standard, adaptive or legacy", text)
        }
        if let number = try keys.number("retry.maxAttempts") { retry.maxAttempts = number }
        if let time = try keys.seconds("limits.connectSeconds") { limits.connect = time }
        if let time = try keys.seconds("limits.totalSeconds") { limits.total = time }
        if let number = try keys.number("limits.responseBytes") { limits.responseBytes = number }
        if let time = try keys.seconds("deadlineSeconds") { deadline = time }
        if let text = try keys.string("applicationID") { applicationID = text }
        if let name = try keys.string("profile") { profile = name }
        if let flag = try keys.bool("correctsClockSkew") { correctsClockSkew = flag }
    }
}
#endif
