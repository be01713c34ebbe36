import SESNames

/// Where settings stand: the environment first, then the profile.
struct SettingSources {
    let context: CredentialContext
    let profiles: SharedProfiles
    let profileName: String
    private let profile: INIDocument.Section?

    /// Reads the shared files.
    ///
    /// - Parameters:
    ///   - profile: The profile to use; by default the environment's.
    ///   - context: The variables.
    init(profile: String? = nil, context: CredentialContext) throws(SESv2Error) {
        self.init(profile: profile, context: context, profiles: try SharedProfiles(context: context))
    }

    init(profile: String?, context: CredentialContext, profiles: SharedProfiles) {
        self.context = context
        self.profiles = profiles
        profileName = profile ?? context.profileName
        self.profile = profiles.profile(profileName)
    }

    /// Whether one of the shared files has the profile.
    var hasProfile: Bool { profile != nil }

    /// A setting's text; an empty one counts as missing.
    func text(_ variable: String, _ option: String) -> String? {
        if let value = context.variable(variable) { return value }
        guard let value = profile?[option], !value.isEmpty else { return nil }
        return value
    }

    /// A setting that is `true` or `false`, in any case of letters.
    func flag(_ variable: String, _ option: String) throws(SESv2Error) -> Bool? {
        guard let text = text(variable, option) else { return nil }
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        default: throw .invalidSetting("\(place(variable, option)) must be true or false")
        }
    }

    /// A setting that is a whole number from 1.
    func count(_ variable: String, _ option: String) throws(SESv2Error) -> Int? {
        guard let text = text(variable, option) else { return nil }
        guard let value = Int(text), value >= 1 else {
            throw .invalidSetting("\(place(variable, option)) must be a whole number from 1")
        }
        return value
    }

    /// The region: `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile's.
    var region: Region? {
        (context.variable("AWS_REGION") ?? text("AWS_DEFAULT_REGION", "region")).map { Region(rawValue: $0) }
    }

    /// The place of ``region``, for an error.
    var regionPlace: String {
        context.variable("AWS_REGION") != nil ? "AWS_REGION" : place("AWS_DEFAULT_REGION", "region")
    }

    /// The endpoint set for a service: by its variable, the general variable, the profile's services, the profile.
    ///
    /// - Parameter service: The service's id in lower case with underscores, such as `sesv2`.
    /// - Returns: The address and the place where it stands.
    func endpoint(_ service: String) throws(SESv2Error) -> (url: String, place: String)? {
        if try flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls") == true { return nil }
        for variable in ["AWS_ENDPOINT_URL_\(service.uppercased())", "AWS_ENDPOINT_URL"] {
            if let url = context.variable(variable) { return (url, variable) }
        }
        if let group = profile?["services"] {
            guard let services = profiles.services[group] else {
                throw .invalidSetting(
                    "the profile \(profileName) names services \(group), but there is no [services \(group)]")
            }
            if case .nested(let options)? = services.options[service], let url = options["endpoint_url"], !url.isEmpty {
                return (url, "endpoint_url of \(service) in the services \(group) of the profile \(profileName)")
            }
        }
        return text("AWS_ENDPOINT_URL", "endpoint_url").map { ($0, place("AWS_ENDPOINT_URL", "endpoint_url")) }
    }

    /// A setting's place, for an error: its value may be wrong by being a secret.
    func place(_ variable: String, _ option: String) -> String {
        context.variable(variable) != nil ? variable : "\(option) of the profile \(profileName)"
    }
}
