import SESSigning

extension ProfileResolver {
    /// The provider of a profile with a `role_arn`, by botocore's rules.
    func assumeRole(
        _ name: String, _ profile: INIDocument.Section, _ visited: [String]
    ) throws(SESv2Error) -> any CredentialProvider {
        guard let role = profile["role_arn"], Self.assumesRole(profile) else {
            throw .absent("the profile \(name) has no role_arn to assume")
        }
        guard profile["mfa_serial"] == nil else {
            throw .invalidSetting(
                "the profile \(name) has mfa_serial: a service has nobody to ask for the code. Use a role without it, "
                    + "or the temporary credentials of a tool that asked")
        }
        let source: any CredentialProvider
        switch (profile["source_profile"], profile["credential_source"]) {
        case (let other?, nil): source = try sourceProfile(other, for: name, visited)
        case (nil, let place?): source = try credentialSource(place, for: name)
        case (nil, nil): throw .invalidSetting("the profile \(name) has neither source_profile nor credential_source")
        default: throw .invalidSetting("the profile \(name) has both source_profile and credential_source")
        }
        return AssumeRoleCredentialProvider(
            roleARN: role, source: source, sessionName: profile["role_session_name"],
            externalID: profile["external_id"], duration: try duration(profile["duration_seconds"], of: name),
            region: region, profile: settingsProfile, context: context)
    }

    private func duration(_ text: String?, of name: String) throws(SESv2Error) -> Duration? {
        guard let text else { return nil }
        guard let seconds = Int(text), (900...43200).contains(seconds) else {
            throw .invalidSetting("duration_seconds of the profile \(name) must be 900 to 43200")
        }
        return .seconds(seconds)
    }

    private func credentialSource(_ place: String, for name: String) throws(SESv2Error) -> any CredentialProvider {
        switch place.lowercased() {
        case "environment": return EnvironmentCredentialProvider(environment: context.environment, now: context.now)
        case "ec2instancemetadata": return memory.instance
        case "ecscontainer": return ContainerCredentialProvider(context: context)
        default:
            throw .invalidSetting(
                "credential_source of the profile \(name) must be Environment, Ec2InstanceMetadata or EcsContainer")
        }
    }

    private func sourceProfile(
        _ name: String, for parent: String, _ visited: [String]
    ) throws(SESv2Error) -> any CredentialProvider {
        guard let profile = profiles.profile(name) else {
            throw .invalidSetting("the profile \(parent) has source_profile \(name), which doesn't exist")
        }
        // A profile may name itself, if its keys stand beside its role; any other way back is a loop.
        guard !visited.contains(name) || (name == parent && Self.hasKeys(profile)) else {
            let way = (visited + [name]).joined(separator: " -> ")
            throw .invalidSetting("the profiles assume one another's roles in a loop: \(way)")
        }
        if Self.assumesRole(profile), !Self.hasKeys(profile) {
            return try assumeRole(name, profile, visited + [name])
        }
        let sources: [ProfileSource] = [.webIdentity, .sso, .credentialsFile, .process, .configFile]
        var reasons: [String] = []
        for source in sources {
            do {
                return try provider(source, of: name, visited: visited + [name])
            } catch let error where error.code == .noCredentials {
                reasons.append("\(source.rawValue): \(error.message)")
            }
        }
        throw .invalidSetting(
            "the source_profile \(name) of the profile \(parent) has no credentials "
                + "(\(reasons.joined(separator: "; ")))")
    }

    private static func hasKeys(_ profile: INIDocument.Section) -> Bool {
        profile["aws_access_key_id"] != nil || profile["aws_secret_access_key"] != nil
    }

    /// A role with a web identity is another provider's.
    private static func assumesRole(_ profile: INIDocument.Section) -> Bool {
        profile["role_arn"] != nil && profile["web_identity_token_file"] == nil
    }
}
