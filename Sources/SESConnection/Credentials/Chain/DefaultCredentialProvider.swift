public import SESNames
public import SESSigning

/// The standard AWS chain: the credentials that the AWS CLI would use on the same machine, kept and renewed in time.
///
/// It asks in botocore's order and stops at the first source that is set up: the environment, the profile's role, web
/// identity, SSO, the keys in the shared credentials file, the profile's process, its keys in the config file, the
/// container, the instance. Nothing is read or sent before credentials are needed. `aws login` sessions
/// (`login_session`) are not supported.
///
/// What it gives is kept as ``CachingCredentialProvider`` says, and the source is remembered as
/// ``CredentialProviderChain`` says.
public struct DefaultCredentialProvider: CredentialProvider {
    private let chain: CredentialProviderChain
    let cache: CachingCredentialProvider

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - profile: The profile to use; by default that of `AWS_PROFILE`, else `default`. With one given here, keys in
    ///     the environment don't count.
    ///   - region: The region whose STS is asked; by default the one ``AWSSettings`` finds, else `us-east-1`.
    ///   - context: Variables, transport and time.
    public init(profile: String? = nil, region: Region? = nil, context: CredentialContext = CredentialContext()) {
        let memory = ProfileMemory(context: context)
        func step(_ source: ProfileSource, readsEnvironment: Bool = false) -> ProfileSourceProvider {
            ProfileSourceProvider(
                source: source, profile: profile, region: region, readsEnvironment: readsEnvironment, context: context,
                memory: memory)
        }
        var links: [(name: String, provider: any CredentialProvider)] = [
            ("environment", EnvironmentCredentialProvider(environment: context.environment, now: context.now)),
            ("assume role", step(.assumeRole)),
            ("web identity", step(.webIdentity, readsEnvironment: profile == nil)),
            ("SSO", step(.sso)),
            ("shared credentials file", step(.credentialsFile)),
            ("credential process", step(.process)),
            ("config file", step(.configFile)),
            ("container", ContainerCredentialProvider(context: context)),
            ("instance metadata", memory.instance),
        ]
        if profile != nil { links.removeFirst() }
        chain = CredentialProviderChain(links: links)
        cache = CachingCredentialProvider(chain, now: context.now, clock: context.clock)
    }

    /// The name of the source that gave the credentials last, such as `web identity`; nil before that.
    public var source: String? { chain.source }

    /// The kept credentials, or new ones.
    ///
    /// - Throws: ``SESv2Error``: `noCredentials` naming every source and what it misses; `invalidSettings` or
    ///   `invalidEndpoint` if one is set up wrongly, half of its keys included; `credentialsUnavailable` if one is set up
    ///   and gives none, or doesn't answer within 90 seconds. `CancellationError`.
    public func credentials() async throws -> AWSCredentials {
        try await cache.credentials()
    }

    /// Forgets these credentials; the next call fetches.
    ///
    /// - Parameter credentials: What AWS has refused.
    public func invalidate(_ credentials: AWSCredentials) async {
        await cache.invalidate(credentials)
    }
}
