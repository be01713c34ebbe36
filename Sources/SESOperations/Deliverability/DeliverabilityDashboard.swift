public import SESValues

/// Reads the account's subscription to the deliverability dashboard.
///
/// AWS: `GetDeliverabilityDashboardOptions`.
public struct GetDeliverabilityDashboardOptions: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/deliverability-dashboard")
    }
    /// The subscription.
    public typealias Output = DeliverabilityDashboardOptions

    /// Creates the input.
    @export(implementation) public init() {}
}

/// Turns the deliverability dashboard on or off.
///
/// AWS: `PutDeliverabilityDashboardOption`. AWS charges for the dashboard by the month.
public struct PutDeliverabilityDashboardOption: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/deliverability-dashboard")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// Whether it is on.
    @export(implementation) public var dashboardEnabled: Bool
    /// The domains it is for.
    @export(implementation) public var subscribedDomains: [DomainDeliverabilityTrackingOption]?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - dashboardEnabled: Whether it is on.
    ///   - subscribedDomains: The domains it is for.
    @export(implementation) public init(
        dashboardEnabled: Bool, subscribedDomains: [DomainDeliverabilityTrackingOption]? = nil
    ) {
        self.dashboardEnabled = dashboardEnabled
        self.subscribedDomains = subscribedDomains
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        dashboardEnabled = try container.decode(Bool.self, forKey: "DashboardEnabled")
        subscribedDomains = try container.decodeIfPresent(
            [DomainDeliverabilityTrackingOption].self, forKey: "SubscribedDomains")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(dashboardEnabled, forKey: "DashboardEnabled")
        try container.encodeIfPresent(subscribedDomains, forKey: "SubscribedDomains")
    }

    /// Checks the domains.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try subscribedDomains.validate(at: path.member("SubscribedDomains"))
    }
}

/// Reads which blocklists the account's dedicated IP addresses are on.
///
/// AWS: `GetBlacklistReports`.
public struct GetBlacklistReports: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .get, "/v2/email/deliverability-dashboard/blacklist-report", query: ["BlacklistItemNames"])
    }

    /// The IP addresses, at least one.
    @export(implementation) public var blacklistItemNames: [String]

    /// Creates the input.
    ///
    /// - Parameter blacklistItemNames: The IP addresses, at least one.
    @export(implementation) public init(blacklistItemNames: [String]) {
        self.blacklistItemNames = blacklistItemNames
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        blacklistItemNames = try container.decode([String].self, forKey: "BlacklistItemNames")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(blacklistItemNames, forKey: "BlacklistItemNames")
    }

    /// The listings.
    public struct Output: Codable, Equatable, Sendable {
        /// The listings by IP address.
        @export(implementation) public var blacklistReport: [String: [BlacklistEntry]]?

        /// Creates an output.
        ///
        /// - Parameter blacklistReport: The listings by IP address.
        @export(implementation) public init(blacklistReport: [String: [BlacklistEntry]]? = nil) {
            self.blacklistReport = blacklistReport
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            blacklistReport = try container.decodeIfPresent([String: [BlacklistEntry]].self, forKey: "BlacklistReport")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(blacklistReport, forKey: "BlacklistReport")
        }
    }

    /// Checks that there are addresses, and each of them.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let path = path.member("BlacklistItemNames")
        if blacklistItemNames.isEmpty { throw SESValueError(field: path, rule: "cannot be empty") }
        for (index, ip) in blacklistItemNames.enumerated() { try DedicatedIp.check(address: ip, at: path.index(index)) }
    }

    /// The report: an answer without it doesn't say that no address is listed.
    public static func missingMember(of output: Output) -> String? {
        output.blacklistReport == nil ? "BlacklistReport" : nil
    }
}
