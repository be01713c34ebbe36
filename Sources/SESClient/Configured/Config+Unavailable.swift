#if !ConfigurationSupport
public import SESSigning

extension SESv2Client {
    /// Creates a client from configuration; needs the `ConfigurationSupport` trait.
    @available(*, unavailable, message: "SESv2Client(config:) needs the `ConfigurationSupport` trait")
    public init(
        config: Any, credentials: (any CredentialProvider)? = nil,
        transport: any HTTPTransport = DefaultTransport.shared, configuration: Configuration = Configuration()
    ) throws(SESv2Error) {
        try self.init(transport: transport, configuration: configuration)
    }
}

extension SESv2Client.Configuration {
    /// Reads a configuration; needs the `ConfigurationSupport` trait.
    @available(*, unavailable, message: "Configuration(config:) needs the `ConfigurationSupport` trait")
    public init(
        config: Any, base: SESv2Client.Configuration = SESv2Client.Configuration()
    ) throws(SESv2Error) {
        self = base
    }
}

/// Reads credentials from configuration; needs the `ConfigurationSupport` trait.
@available(*, unavailable, message: "ConfigCredentialProvider needs the `ConfigurationSupport` trait")
public struct ConfigCredentialProvider: CredentialProvider {
    /// Creates a provider.
    public init(config: Any) {}

    /// The credentials in the configuration.
    public func credentials() async throws -> AWSCredentials { AWSCredentials(accessKeyID: "", secretAccessKey: "") }
}
#endif
