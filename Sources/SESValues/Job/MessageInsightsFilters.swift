/// Which mails are meant: those that match every filter, by any of its values; printing it shows nothing of it.
///
/// AWS: `MessageInsightsFilters`. Addresses and subjects may have a `*` at either end, for any text; a literal `*` or
/// `\` needs a `\` before it. Case counts.
public struct MessageInsightsFilters: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The sender's address, at most 5 values.
    @export(implementation) public var fromEmailAddress: [String]?
    /// The recipient's address, at most 5 values.
    @export(implementation) public var destination: [String]?
    /// The subject, at most one value.
    @export(implementation) public var subject: [String]?
    /// The recipient's provider, such as `Gmail`, at most 5 values.
    @export(implementation) public var isp: [String]?
    /// The tenant that sent, at most 5 values.
    @export(implementation) public var tenantName: [TenantName]?
    /// How far the delivery came, at most 5 values.
    @export(implementation) public var lastDeliveryEvent: [DeliveryEventType]?
    /// What the recipient last did, at most 2 values.
    @export(implementation) public var lastEngagementEvent: [EngagementEventType]?

    /// Creates filters.
    ///
    /// - Parameters:
    ///   - fromEmailAddress: The sender's address, at most 5 values.
    ///   - destination: The recipient's address, at most 5 values.
    ///   - subject: The subject, at most one value.
    ///   - isp: The recipient's provider, such as `Gmail`, at most 5 values.
    ///   - tenantName: The tenant that sent, at most 5 values.
    ///   - lastDeliveryEvent: How far the delivery came, at most 5 values.
    ///   - lastEngagementEvent: What the recipient last did, at most 2 values.
    @export(implementation) public init(
        fromEmailAddress: [String]? = nil, destination: [String]? = nil, subject: [String]? = nil, isp: [String]? = nil,
        tenantName: [TenantName]? = nil, lastDeliveryEvent: [DeliveryEventType]? = nil,
        lastEngagementEvent: [EngagementEventType]? = nil
    ) {
        self.fromEmailAddress = fromEmailAddress
        self.destination = destination
        self.subject = subject
        self.isp = isp
        self.tenantName = tenantName
        self.lastDeliveryEvent = lastDeliveryEvent
        self.lastEngagementEvent = lastEngagementEvent
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        fromEmailAddress = try container.decodeIfPresent([String].self, forKey: "FromEmailAddress")
        destination = try container.decodeIfPresent([String].self, forKey: "Destination")
        subject = try container.decodeIfPresent([String].self, forKey: "Subject")
        isp = try container.decodeIfPresent([String].self, forKey: "Isp")
        tenantName = try container.decodeIfPresent([TenantName].self, forKey: "TenantName")
        lastDeliveryEvent = try container.decodeIfPresent([DeliveryEventType].self, forKey: "LastDeliveryEvent")
        lastEngagementEvent = try container.decodeIfPresent([EngagementEventType].self, forKey: "LastEngagementEvent")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(fromEmailAddress, forKey: "FromEmailAddress")
        try container.encodeIfPresent(destination, forKey: "Destination")
        try container.encodeIfPresent(subject, forKey: "Subject")
        try container.encodeIfPresent(isp, forKey: "Isp")
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
        try container.encodeIfPresent(lastDeliveryEvent, forKey: "LastDeliveryEvent")
        try container.encodeIfPresent(lastEngagementEvent, forKey: "LastEngagementEvent")
    }

    /// Checks the numbers of values, the lengths of addresses (1 to 320) and subjects (1 to 998), and the tenants' names.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try Self.check(fromEmailAddress, TextRule.insightsAddress, at: path.member("FromEmailAddress"))
        try Self.check(destination, TextRule.insightsAddress, at: path.member("Destination"))
        try Self.check(subject, atMost: 1, TextRule.insightsSubject, at: path.member("Subject"))
        try Self.check(count: isp?.count, at: path.member("Isp"))
        try Self.check(count: tenantName?.count, at: path.member("TenantName"))
        try tenantName.validate(at: path.member("TenantName"))
        try Self.check(count: lastDeliveryEvent?.count, at: path.member("LastDeliveryEvent"))
        try Self.check(count: lastEngagementEvent?.count, atMost: 2, at: path.member("LastEngagementEvent"))
    }

    private static func check(
        _ values: [String]?, atMost limit: Int = 5, _ rule: TextRule, at path: FieldPath
    ) throws(SESValueError) {
        try check(count: values?.count, atMost: limit, at: path)
        for (index, value) in (values ?? []).enumerated() {
            try rule.check(value, at: path.index(index), showsValue: false)
        }
    }

    private static func check(count: Int?, atMost limit: Int = 5, at path: FieldPath) throws(SESValueError) {
        guard let count, count > limit else { return }
        throw SESValueError(
            field: path, rule: "must hold at most \(limit) value\(limit == 1 ? "" : "s")", value: String(count))
    }
}

/// How far the delivery of a mail came.
///
/// AWS: `DeliveryEventType`.
public struct DeliveryEventType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a type from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// SES accepted it.
    @export(implementation) public static var send: Self { Self(rawValue: "SEND") }
    /// The recipient's server took it.
    @export(implementation) public static var delivery: Self { Self(rawValue: "DELIVERY") }
    /// It couldn't be delivered, though the mailbox may exist.
    @export(implementation) public static var transientBounce: Self { Self(rawValue: "TRANSIENT_BOUNCE") }
    /// The mailbox doesn't exist.
    @export(implementation) public static var permanentBounce: Self { Self(rawValue: "PERMANENT_BOUNCE") }
    /// It bounced, and SES can't tell why.
    @export(implementation) public static var undeterminedBounce: Self { Self(rawValue: "UNDETERMINED_BOUNCE") }
    /// The recipient complained.
    @export(implementation) public static var complaint: Self { Self(rawValue: "COMPLAINT") }
}

/// What a recipient did with a mail.
///
/// AWS: `EngagementEventType`.
public struct EngagementEventType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a type from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Opened it.
    @export(implementation) public static var open: Self { Self(rawValue: "OPEN") }
    /// Followed a link.
    @export(implementation) public static var click: Self { Self(rawValue: "CLICK") }
}

extension TextRule {
    fileprivate static let insightsAddress = TextRule(1...320, of: "characters") { _ in true }
    fileprivate static let insightsSubject = TextRule(1...998, of: "characters") { _ in true }
}
