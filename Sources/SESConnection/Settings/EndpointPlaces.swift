package import SESNames

extension AWSSettings {
    /// Where the settings stand that an error about the endpoint is about, as far as they come from outside: a variable, or a
    /// key of a profile.
    ///
    /// - Parameters:
    ///   - error: The error, as the endpoint's rules throw it.
    ///   - region: The region that was given; nil if it came from the settings.
    ///   - options: What was given; the settings count where it says nothing.
    ///   - given: The settings, if they were given rather than read.
    ///   - profile: The profile they were read from.
    ///   - context: The surroundings they were read from.
    package static func places(
        of error: SESv2Error, region: Region?, options: EndpointOptions, given: AWSSettings?, profile: String?,
        context: CredentialContext
    ) -> [String] {
        guard error.code == .invalidEndpoint else { return [] }
        // Read again rather than kept with the settings: those are values that users compare.
        let sources = given == nil ? try? SettingSources(profile: profile, context: context) : nil
        if error.underlyingError is SESValueError {
            return region == nil ? [sources?.regionPlace ?? "AWSSettings.region"] : []
        }
        var places: [String] = []
        if options.url == nil {
            if given?.endpointURL != nil { places.append("AWSSettings.endpointURL") }
            if let place = (try? sources?.endpoint("sesv2"))?.place { places.append(place) }
        }
        func add(_ variable: String, _ option: String, _ member: String, _ isGiven: Bool?) {
            if isGiven == true { places.append("AWSSettings.\(member)") }
            if (try? sources?.flag(variable, option)) == true, let place = sources?.place(variable, option) {
                places.append(place)
            }
        }
        if options.usesFIPS == nil { add("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", "usesFIPS", given?.usesFIPS) }
        if options.usesDualStack == nil {
            add("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", "usesDualStack", given?.usesDualStack)
        }
        return places
    }
}
