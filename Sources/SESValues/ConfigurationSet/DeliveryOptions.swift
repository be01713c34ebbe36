/// How messages of a configuration set are delivered.
///
/// AWS: `DeliveryOptions`.
public struct DeliveryOptions: Equatable, Sendable, Codable, SESValidatable {
    /// Whether delivery needs TLS.
    @export(implementation) public var tlsPolicy: TlsPolicy?
    /// The dedicated IP pool to send from.
    @export(implementation) public var sendingPoolName: String?
    /// How long SES tries to deliver, in seconds: 300 to 50,400 (5 minutes to 14 hours).
    @export(implementation) public var maxDeliverySeconds: Int?

    /// Creates delivery options.
    ///
    /// - Parameters:
    ///   - tlsPolicy: Whether delivery needs TLS.
    ///   - sendingPoolName: The dedicated IP pool to send from.
    ///   - maxDeliverySeconds: How long SES tries to deliver, in seconds: 300 to 50,400.
    @export(implementation) public init(
        tlsPolicy: TlsPolicy? = nil, sendingPoolName: String? = nil, maxDeliverySeconds: Int? = nil
    ) {
        self.tlsPolicy = tlsPolicy
        self.sendingPoolName = sendingPoolName
        self.maxDeliverySeconds = maxDeliverySeconds
    }

    /// Checks the pool's name and the time.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if let sendingPoolName { try TextRule.nonEmpty.check(sendingPoolName, at: path.member("SendingPoolName")) }
        if let maxDeliverySeconds, !(300...50_400).contains(maxDeliverySeconds) {
            throw SESValueError(
                field: path.member("MaxDeliverySeconds"), rule: "must be 300 to 50400 seconds",
                value: String(maxDeliverySeconds))
        }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tlsPolicy = try container.decodeIfPresent(TlsPolicy.self, forKey: "TlsPolicy")
        sendingPoolName = try container.decodeIfPresent(String.self, forKey: "SendingPoolName")
        maxDeliverySeconds = try container.decodeIfPresent(Int.self, forKey: "MaxDeliverySeconds")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(tlsPolicy, forKey: "TlsPolicy")
        try container.encodeIfPresent(sendingPoolName, forKey: "SendingPoolName")
        try container.encodeIfPresent(maxDeliverySeconds, forKey: "MaxDeliverySeconds")
    }
}

/// Whether delivery needs TLS.
///
/// AWS: `TlsPolicy`.
public struct TlsPolicy: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a policy from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A message is delivered over TLS or not at all.
    @export(implementation) public static var require: Self { Self(rawValue: "REQUIRE") }
    /// A message is delivered in plain text where TLS can't be had; the service's default.
    @export(implementation) public static var optional: Self { Self(rawValue: "OPTIONAL") }
}
