public import SESNames
public import SESSigning

/// The credentials of a profile of AWS's shared files, in whatever way it says: a role to assume, web identity, SSO,
/// keys in the credentials file, a process, keys in the config file; asked in this order.
///
/// The files are read again each time it is asked. Wrap it in ``CachingCredentialProvider``, or use
/// ``DefaultCredentialProvider`` with a profile.
public struct ProfileCredentialProvider: CredentialProvider {
    private let chain: CredentialProviderChain

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - profile: The profile; by default that of `AWS_PROFILE`, else `default`.
    ///   - region: The region whose STS is called; by default the one ``AWSSettings`` finds, else `us-east-1`.
    ///   - context: Variables, transport and time.
    public init(profile: String? = nil, region: Region? = nil, context: CredentialContext = CredentialContext()) {
        let memory = ProfileMemory(context: context)
        chain = CredentialProviderChain(
            links: ProfileSource.allCases.map { source in
                let provider = ProfileSourceProvider(
                    source: source, profile: profile, region: region, readsEnvironment: false, context: context,
                    memory: memory)
                return (source.rawValue, provider)
            })
    }

    /// The profile's credentials.
    ///
    /// - Throws: ``SESv2Error``: `noCredentials` if it has none; `invalidSettings` if one of AWS's shared files can't be
    ///   read, or what stands there can't be meant; `invalidEndpoint` if an address of STS or SSO is set wrongly;
    ///   `credentialsUnavailable` if its source is set up and gives none. `CancellationError`.
    public func credentials() async throws -> AWSCredentials {
        try await chain.credentials()
    }

    /// Forgets these credentials if they are an instance's that a role was assumed with; nothing else is kept.
    ///
    /// - Parameter credentials: What AWS has refused.
    public func invalidate(_ credentials: AWSCredentials) async {
        await chain.invalidate(credentials)
    }
}

/// A way in which a profile can have credentials.
enum ProfileSource: String, CaseIterable {
    case assumeRole = "assume role"
    case webIdentity = "web identity"
    case sso = "SSO"
    case credentialsFile = "shared credentials file"
    case process = "credential process"
    case configFile = "config file"
}

/// One way of one profile; reads the files each time it is asked.
struct ProfileSourceProvider: CredentialProvider {
    let source: ProfileSource
    let profile: String?
    let region: Region?
    /// Whether the variables of web identity count, before the profile's options.
    let readsEnvironment: Bool
    let context: CredentialContext
    let memory: ProfileMemory

    func credentials() async throws -> AWSCredentials {
        let settings = try SettingSources(profile: profile, context: context)
        let resolver = ProfileResolver(
            profiles: settings.profiles, region: region ?? settings.region ?? .usEast1, settingsProfile: profile,
            context: context, memory: memory)
        let provider = try resolver.provider(
            source, of: settings.profileName, visited: [settings.profileName], readsEnvironment: readsEnvironment)
        return try await provider.credentials()
    }

    func invalidate(_ credentials: AWSCredentials) async {
        await memory.instance.invalidate(credentials)
    }
}
