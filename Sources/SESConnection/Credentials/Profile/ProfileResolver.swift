import SESNames
import SESSigning

/// Makes providers of what a profile says.
struct ProfileResolver {
    let profiles: SharedProfiles
    let region: Region
    /// The profile whose settings hold for the calls, nil for the environment's: the first of a row of roles.
    let settingsProfile: String?
    let context: CredentialContext
    let memory: ProfileMemory

    /// The provider for one way in which a profile can have credentials.
    ///
    /// - Parameters:
    ///   - source: The way.
    ///   - name: The profile.
    ///   - visited: The profiles on the way to this one, itself included.
    ///   - readsEnvironment: Whether the variables of web identity count.
    /// - Throws: ``SESv2Error``: `noCredentials` if the profile doesn't have it, `invalidSettings` if what it has is
    ///   wrong.
    func provider(
        _ source: ProfileSource, of name: String, visited: [String], readsEnvironment: Bool = false
    ) throws(SESv2Error) -> any CredentialProvider {
        switch source {
        case .assumeRole: try assumeRole(name, try profile(name), visited)
        case .webIdentity: try webIdentity(name, readsEnvironment: readsEnvironment)
        case .sso: try sso(name, try profile(name))
        case .credentialsFile:
            try keys(in: profiles.credentials[name], of: name, file: context.credentialsFile)
        case .process: try process(name, try profile(name))
        case .configFile: try keys(in: profiles.config[name], of: name, file: context.configFile)
        }
    }

    func profile(_ name: String) throws(SESv2Error) -> INIDocument.Section {
        guard let profile = profiles.profile(name) else { throw .absent("there is no profile \(name)") }
        return profile
    }

    private func keys(
        in section: INIDocument.Section?, of name: String, file: String?
    ) throws(SESv2Error) -> any CredentialProvider {
        guard let file else { throw .absent("there is no home to look for it in (HOME isn't set)") }
        guard let section else { throw .absent("\(file) has no profile \(name)") }
        let place = "the profile \(name) in \(file)"
        let secret = section["aws_secret_access_key"] ?? ""
        guard let id = section["aws_access_key_id"], !id.isEmpty else {
            guard secret.isEmpty else {
                throw .invalidSetting("\(place) has aws_secret_access_key, but no aws_access_key_id")
            }
            throw .absent("\(place) has no aws_access_key_id")
        }
        guard !secret.isEmpty else { throw .invalidSetting("\(place) has no aws_secret_access_key") }
        let token = section["aws_session_token"] ?? section["aws_security_token"]
        return StaticCredentialProvider(
            AWSCredentials(
                accessKeyID: id, secretAccessKey: secret, sessionToken: token?.isEmpty == true ? nil : token))
    }

    private func process(_ name: String, _ profile: INIDocument.Section) throws(SESv2Error) -> any CredentialProvider {
        guard let command = profile["credential_process"], !command.isEmpty else {
            throw .absent("the profile \(name) has no credential_process")
        }
        return ProcessCredentialProvider(command: command, context: context)
    }

    private func webIdentity(
        _ name: String, readsEnvironment: Bool
    ) throws(SESv2Error) -> any CredentialProvider {
        let profile = profiles.profile(name)
        func value(_ variable: String, _ option: String) -> String? {
            if readsEnvironment, let value = context.variable(variable) { return value }
            guard let value = profile?[option], !value.isEmpty else { return nil }
            return value
        }
        guard let tokenFile = value("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file") else {
            let variable = readsEnvironment ? "AWS_WEB_IDENTITY_TOKEN_FILE isn't set and " : ""
            throw .absent("\(variable)the profile \(name) has no web_identity_token_file")
        }
        return WebIdentityCredentialProvider(
            roleARN: value("AWS_ROLE_ARN", "role_arn"), tokenFile: tokenFile,
            sessionName: value("AWS_ROLE_SESSION_NAME", "role_session_name"), region: region,
            profile: settingsProfile, context: context)
    }
}
