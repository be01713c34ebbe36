import SESNames

/// A service that gives credentials: the beginning of its host's name, and the name its endpoint settings have.
struct CredentialService {
    var host: String
    var fipsHost: String
    var setting: String

    static let sts = CredentialService(host: "sts", fipsHost: "sts-fips", setting: "sts")
    static let ssoPortal = CredentialService(host: "portal.sso", fipsHost: "portal.sso-fips", setting: "sso")
    static let ssoTokens = CredentialService(host: "oidc", fipsHost: "oidc-fips", setting: "sso_oidc")
}

extension Endpoint {
    /// The regional endpoint of a service that gives credentials, or the address that is set for it.
    ///
    /// - Throws: ``SESv2Error`` with code `invalidEndpoint` or `invalidSettings`.
    init(of service: CredentialService, region: Region, settings: SettingSources) throws(SESv2Error) {
        do {
            try region.validate(at: FieldPath("Region"))
        } catch {
            throw SESv2Error(.invalidEndpoint, message: error.description, underlyingError: error)
        }
        if let (url, place) = try settings.endpoint(service.setting) {
            do {
                self = try Endpoint(url: url)
            } catch {
                throw error.prefixed(place)
            }
            return
        }
        let partition = region.partition
        let isDual = try settings.flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint") ?? false
        let isFIPS = try settings.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint") ?? false
        // GovCloud's plain names are FIPS endpoints already.
        let host = isFIPS && !(partition == .awsUSGov && !isDual) ? service.fipsHost : service.host
        self.init(host: "\(host).\(region.rawValue).\(isDual ? partition.dualStackDNSSuffix : partition.dnsSuffix)")
    }
}
