/// The domain and scheme of the links and images that track opens and clicks.
///
/// AWS: `TrackingOptions`.
public struct TrackingOptions: Equatable, Sendable, Codable, SESValidatable {
    /// The domain to use instead of AWS's own; it must be a verified domain identity of the account.
    ///
    /// AWS requires it when a configuration set is created with tracking options.
    @export(implementation) public var customRedirectDomain: String?
    /// Whether tracking links use HTTPS; needs a domain.
    @export(implementation) public var httpsPolicy: HttpsPolicy?

    /// Creates tracking options.
    ///
    /// - Parameters:
    ///   - customRedirectDomain: The domain to use instead of AWS's own.
    ///   - httpsPolicy: Whether tracking links use HTTPS.
    @export(implementation) public init(customRedirectDomain: String? = nil, httpsPolicy: HttpsPolicy? = nil) {
        self.customRedirectDomain = customRedirectDomain
        self.httpsPolicy = httpsPolicy
    }

    /// Checks that the domain is a host name, and that a policy has a domain.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let field = path.member("CustomRedirectDomain")
        if let customRedirectDomain {
            try HostName.check(domain: customRedirectDomain, at: field)
        } else if let httpsPolicy {
            throw SESValueError(field: field, rule: "must be present beside HttpsPolicy", value: httpsPolicy.rawValue)
        }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        customRedirectDomain = try container.decodeIfPresent(String.self, forKey: "CustomRedirectDomain")
        httpsPolicy = try container.decodeIfPresent(HttpsPolicy.self, forKey: "HttpsPolicy")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(customRedirectDomain, forKey: "CustomRedirectDomain")
        try container.encodeIfPresent(httpsPolicy, forKey: "HttpsPolicy")
    }
}

/// Whether tracking links use HTTPS.
///
/// AWS: `HttpsPolicy`.
public struct HttpsPolicy: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a policy from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Open and click tracking use HTTPS.
    @export(implementation) public static var require: Self { Self(rawValue: "REQUIRE") }
    /// Open tracking uses HTTPS; a tracked link keeps the scheme it had.
    @export(implementation) public static var requireOpenOnly: Self { Self(rawValue: "REQUIRE_OPEN_ONLY") }
    /// Open tracking uses HTTP; a tracked link keeps the scheme it had; the service's default.
    @export(implementation) public static var optional: Self { Self(rawValue: "OPTIONAL") }
}
