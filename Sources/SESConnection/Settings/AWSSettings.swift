public import SESNames

/// The settings AWS's tools share, from the environment and a profile of the shared files; nil is "not set".
///
/// A client reads them when it is created; what it is given explicitly wins over each of them. The environment wins
/// over the profile.
public struct AWSSettings: Hashable, Sendable {
    /// The region: `AWS_REGION`, `AWS_DEFAULT_REGION`, or the profile's `region`.
    @export(implementation) public var region: Region?
    /// The address to call instead of SES's own: `AWS_ENDPOINT_URL_SESV2`, `AWS_ENDPOINT_URL`, `endpoint_url` of
    /// `sesv2` in the profile's `services`, or the profile's `endpoint_url`.
    ///
    /// None if `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` or `ignore_configured_endpoint_urls` is true.
    @export(implementation) public var endpointURL: String?
    /// Whether to call the dual-stack endpoint: `AWS_USE_DUALSTACK_ENDPOINT`, `use_dualstack_endpoint`.
    @export(implementation) public var usesDualStack: Bool?
    /// Whether to call the FIPS 140 endpoint: `AWS_USE_FIPS_ENDPOINT`, `use_fips_endpoint`.
    @export(implementation) public var usesFIPS: Bool?
    /// How calls are repeated: `AWS_RETRY_MODE`, `retry_mode`; `legacy`, `standard` or `adaptive`, which are all the standard
    /// mode here (``RetryOptions``).
    @export(implementation) public var retryMode: String?
    /// How many attempts a call has, the first included, from 1: `AWS_MAX_ATTEMPTS`, `max_attempts`.
    @export(implementation) public var maxAttempts: Int?
    /// The application's name in the `User-Agent` header: `AWS_SDK_UA_APP_ID`, `sdk_ua_app_id`.
    @export(implementation) public var applicationID: String?

    /// Creates settings by hand.
    ///
    /// - Parameters:
    ///   - region: The region.
    ///   - endpointURL: The address to call instead of SES's own.
    ///   - usesDualStack: Whether to call the dual-stack endpoint.
    ///   - usesFIPS: Whether to call the FIPS 140 endpoint.
    ///   - retryMode: How calls are repeated.
    ///   - maxAttempts: How many attempts a call has.
    ///   - applicationID: The application's name in the `User-Agent` header.
    public init(
        region: Region? = nil, endpointURL: String? = nil, usesDualStack: Bool? = nil, usesFIPS: Bool? = nil,
        retryMode: String? = nil, maxAttempts: Int? = nil, applicationID: String? = nil
    ) {
        self.region = region
        self.endpointURL = endpointURL
        self.usesDualStack = usesDualStack
        self.usesFIPS = usesFIPS
        self.retryMode = retryMode
        self.maxAttempts = maxAttempts
        self.applicationID = applicationID
    }

    /// Reads the settings.
    ///
    /// They come from the process's environment and the files it points to, or from variables of your own: a context
    /// with a dictionary is read in place of the environment, none of whose variables counts then. The files are those
    /// that `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` name, else those in `.aws` under `HOME`; a dictionary
    /// with none of the three reads no file.
    ///
    /// ```swift
    /// let settings = try AWSSettings.load(context: CredentialContext(environment: ["AWS_REGION": "eu-west-1"]))
    /// ```
    ///
    /// - Parameters:
    ///   - profile: The profile to use; by default that of `AWS_PROFILE`, of `AWS_DEFAULT_PROFILE`, else `default`.
    ///   - context: The variables, by default the process's; its transport and its clocks aren't used.
    /// - Returns: The settings that are set.
    /// - Throws: ``SESv2Error`` with code `invalidSettings` naming what can't be understood: a file that isn't a regular
    ///   one, has over 1 MiB, isn't UTF-8 or can't be read, a line in one that can't be meant, a profile that was asked
    ///   for and is in neither file, the services a profile names and no file has, or a setting with a value it can't
    ///   have.
    public static func load(
        profile: String? = nil, context: CredentialContext = CredentialContext()
    ) throws(SESv2Error) -> AWSSettings {
        let sources = try SettingSources(profile: profile, context: context)
        guard sources.hasProfile || (profile == nil && context.profileName == "default") else {
            let files = [context.configFile, context.credentialsFile].compactMap { $0 }.joined(separator: " nor in ")
            throw .invalidSetting(
                "there is no profile \(sources.profileName)" + (files.isEmpty ? "" : ", neither in \(files)"))
        }
        let retryMode = sources.text("AWS_RETRY_MODE", "retry_mode")
        if let retryMode, !["legacy", "standard", "adaptive"].contains(retryMode) {
            throw .invalidSetting("the retry mode (AWS_RETRY_MODE, retry_mode) must be legacy, standard or adaptive")
        }
        return AWSSettings(
            region: sources.region, endpointURL: try sources.endpoint("sesv2")?.url,
            usesDualStack: try sources.flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
            usesFIPS: try sources.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"), retryMode: retryMode,
            maxAttempts: try sources.count("AWS_MAX_ATTEMPTS", "max_attempts"),
            applicationID: sources.text("AWS_SDK_UA_APP_ID", "sdk_ua_app_id"))
    }

    /// The region to call: the given one, else the one that is set.
    ///
    /// - Throws: ``SESv2Error`` with code ``SESv2Error/Code/noRegion``.
    package func region(explicit: Region?) throws(SESv2Error) -> Region {
        guard let region = explicit ?? region else {
            throw SESv2Error(
                .noRegion,
                message: "no region: give one to the client, set AWS_REGION or AWS_DEFAULT_REGION, or give the profile "
                    + "a region")
        }
        return region
    }
}
