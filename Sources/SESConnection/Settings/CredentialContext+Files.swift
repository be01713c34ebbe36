extension CredentialContext {
    /// The config file's path; nil where there is neither a variable nor a home.
    var configFile: String? { variable("AWS_CONFIG_FILE").map(expandingHome) ?? inHome(".aws/config") }

    /// The credentials file's path; nil where there is neither a variable nor a home.
    var credentialsFile: String? {
        variable("AWS_SHARED_CREDENTIALS_FILE").map(expandingHome) ?? inHome(".aws/credentials")
    }

    /// The profile that the environment names, else `default`.
    var profileName: String { variable("AWS_PROFILE") ?? variable("AWS_DEFAULT_PROFILE") ?? "default" }

    /// A path below the home of `HOME`, or of Windows' `USERPROFILE`.
    func inHome(_ path: String) -> String? {
        (variable("HOME") ?? variable("USERPROFILE")).map { $0.hasSuffix("/") ? $0 + path : "\($0)/\(path)" }
    }

    private func expandingHome(_ path: String) -> String {
        guard path.hasPrefix("~/") else { return path }
        return inHome(String(path.dropFirst(2))) ?? path
    }
}
