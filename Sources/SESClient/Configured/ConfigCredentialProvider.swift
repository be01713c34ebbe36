#if ConfigurationSupport
public import Configuration
public import SESSigning

/// Reads credentials from configuration each time it is asked, so that a file which is reloaded brings new ones.
///
/// ## Configuration keys
///
/// - `credentials.accessKeyID` (string, required, secret): The access key's id.
/// - `credentials.secretAccessKey` (string, required, secret): The secret.
/// - `credentials.sessionToken` (string, optional, secret): The session token of temporary credentials.
///
/// All are read as secrets: an access reporter doesn't write their values. An empty text counts as missing. Needs the
/// `ConfigurationSupport` trait.
public struct ConfigCredentialProvider: CredentialProvider {
    private let config: ConfigReader

    /// Creates a provider.
    ///
    /// - Parameter config: The reader, at the keys' place.
    public init(config: ConfigReader) {
        self.config = config
    }

    /// A provider over a reader that has credentials; nil if it has none.
    ///
    /// - Throws: ``SESv2Error`` with code `invalidSettings` if it has one half of them.
    init?(ifIn config: ConfigReader) throws(SESv2Error) {
        self.init(config: config)
        let names = Self.required.filter { text($0, in: config.snapshot()) == nil }
        if names.count == Self.required.count { return nil }
        if let name = names.first {
            throw SESv2Error(.invalidSettings, message: "\(name): is missing, though the other key is there")
        }
    }

    private static let required = ["credentials.accessKeyID", "credentials.secretAccessKey"]

    /// The credentials in the configuration.
    ///
    /// - Throws: ``SESv2Error`` with code `noCredentials`, naming the keys that are missing.
    public func credentials() async throws -> AWSCredentials {
        let snapshot = config.snapshot()
        let values = Self.required.map { text($0, in: snapshot) }
        guard let id = values.first ?? nil, let secret = values.last ?? nil else {
            let missing = zip(Self.required, values).filter { $0.1 == nil }.map(\.0).joined(separator: " and ")
            throw SESv2Error(.noCredentials, message: "the configuration has no \(missing)")
        }
        return AWSCredentials(
            accessKeyID: id, secretAccessKey: secret, sessionToken: text("credentials.sessionToken", in: snapshot))
    }

    private func text(_ key: String, in snapshot: ConfigSnapshotReader) -> String? {
        let text = snapshot.string(forKey: ConfigKey(key), isSecret: true)
        return text?.isEmpty == false ? text : nil
    }
}
#endif
