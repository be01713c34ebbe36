import SESNames

extension ProfileResolver {
    /// The provider of a profile with SSO, in the form with an `sso-session` or in the older one.
    func sso(_ name: String, _ profile: INIDocument.Section) throws(SESv2Error) -> any CredentialProvider {
        guard profile["sso_role_name"] != nil || profile["sso_account_id"] != nil else {
            throw .absent("the profile \(name) has no sso_role_name")
        }
        let session = profile["sso_session"]
        var options = profile.options
        if let session {
            guard let section = profiles.ssoSessions[session] else {
                throw .invalidSetting(
                    "the profile \(name) has sso_session \(session), but there is no [sso-session \(session)]")
            }
            for (option, value) in section.options {
                guard options[option] ?? value == value else {
                    throw .invalidSetting(
                        "\(option) is not the same in the profile \(name) and in [sso-session \(session)]")
                }
                options[option] = value
            }
        }
        let merged = INIDocument.Section(options: options)
        func member(_ option: String) throws(SESv2Error) -> String {
            guard let value = merged[option], !value.isEmpty else {
                throw .invalidSetting("the profile \(name) is set up for SSO, but has no \(option)")
            }
            return value
        }
        return SSOCredentialProvider(
            startURL: try member("sso_start_url"), region: Region(rawValue: try member("sso_region")),
            accountID: try member("sso_account_id"), roleName: try member("sso_role_name"), sessionName: session,
            profile: settingsProfile, context: context, memory: memory.tokens)
    }
}
