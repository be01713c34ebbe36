/// The profiles of AWS's two shared files.
///
/// The config file (`AWS_CONFIG_FILE`, else `~/.aws/config`) has `[default]`, `[profile x]`, `[sso-session x]` and
/// `[services x]`; the credentials file (`AWS_SHARED_CREDENTIALS_FILE`, else `~/.aws/credentials`) has `[x]`. A file
/// that doesn't exist has no profiles.
struct SharedProfiles {
    typealias Section = INIDocument.Section

    /// The profiles of the config file alone.
    private(set) var config: [String: Section] = [:]
    /// The profiles of the credentials file alone.
    private(set) var credentials: [String: Section] = [:]
    private(set) var ssoSessions: [String: Section] = [:]
    private(set) var services: [String: Section] = [:]

    /// A profile with the options of both files; those of the credentials file win.
    func profile(_ name: String) -> Section? {
        guard let own = credentials[name] else { return config[name] }
        return Section(options: own.options.merging(config[name]?.options ?? [:]) { first, _ in first })
    }

    init(config: INIDocument?, credentials: INIDocument?) {
        for (name, section) in config?.sections ?? [] {
            if name.hasPrefix("profile") {
                if let profile = Self.argument(name) { self.config[profile] = section }
            } else if name.hasPrefix("sso-session") {
                if let session = Self.argument(name) { ssoSessions[session] = section }
            } else if name.hasPrefix("services") {
                if let group = Self.argument(name) { services[group] = section }
            } else if name == "default" {
                self.config[name] = section
            }
        }
        for (name, section) in credentials?.sections ?? [] { self.credentials[name] = section }
    }

    /// Reads both files.
    ///
    /// - Throws: ``SESv2Error`` with code `invalidSettings`, naming the file, and the line that can't be read, never
    ///   what stands there.
    init(context: CredentialContext) throws(SESv2Error) {
        self.init(
            config: try Self.document(context.configFile, of: "the config file"),
            credentials: try Self.document(context.credentialsFile, of: "the credentials file"))
    }

    private static func document(_ path: String?, of role: String) throws(SESv2Error) -> INIDocument? {
        guard let path, let text = try SettingsFile.text(at: path, of: role) else { return nil }
        do {
            return try INIDocument(text)
        } catch {
            throw .invalidSetting("line \(error.line) of \(path) \(error.reason)")
        }
    }

    /// The one word after the kind of a section, which may be quoted.
    private static func argument(_ name: String) -> String? {
        guard let words = ShellWords.split(name), words.count == 2 else { return nil }
        return words[1]
    }
}
