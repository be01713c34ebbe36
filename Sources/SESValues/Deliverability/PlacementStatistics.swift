/// Where the mails of a test ended up, in percent.
///
/// AWS: `PlacementStatistics`.
public struct PlacementStatistics: Equatable, Sendable, Codable {
    /// In the inbox.
    @export(implementation) public var inboxPercentage: Double?
    /// Among the spam.
    @export(implementation) public var spamPercentage: Double?
    /// Nowhere.
    @export(implementation) public var missingPercentage: Double?
    /// With an SPF check that they passed.
    @export(implementation) public var spfPercentage: Double?
    /// With a DKIM signature that was right.
    @export(implementation) public var dkimPercentage: Double?

    /// Creates statistics.
    ///
    /// - Parameters:
    ///   - inboxPercentage: In the inbox.
    ///   - spamPercentage: Among the spam.
    ///   - missingPercentage: Nowhere.
    ///   - spfPercentage: With an SPF check that they passed.
    ///   - dkimPercentage: With a DKIM signature that was right.
    @export(implementation) public init(
        inboxPercentage: Double? = nil, spamPercentage: Double? = nil, missingPercentage: Double? = nil,
        spfPercentage: Double? = nil, dkimPercentage: Double? = nil
    ) {
        self.inboxPercentage = inboxPercentage
        self.spamPercentage = spamPercentage
        self.missingPercentage = missingPercentage
        self.spfPercentage = spfPercentage
        self.dkimPercentage = dkimPercentage
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        inboxPercentage = try container.decodeIfPresent(Double.self, forKey: "InboxPercentage")
        spamPercentage = try container.decodeIfPresent(Double.self, forKey: "SpamPercentage")
        missingPercentage = try container.decodeIfPresent(Double.self, forKey: "MissingPercentage")
        spfPercentage = try container.decodeIfPresent(Double.self, forKey: "SpfPercentage")
        dkimPercentage = try container.decodeIfPresent(Double.self, forKey: "DkimPercentage")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(inboxPercentage, forKey: "InboxPercentage")
        try container.encodeIfPresent(spamPercentage, forKey: "SpamPercentage")
        try container.encodeIfPresent(missingPercentage, forKey: "MissingPercentage")
        try container.encodeIfPresent(spfPercentage, forKey: "SpfPercentage")
        try container.encodeIfPresent(dkimPercentage, forKey: "DkimPercentage")
    }
}

/// Where the mails of a test ended up at one provider.
///
/// AWS: `IspPlacement`.
public struct IspPlacement: Equatable, Sendable, Codable {
    /// The provider.
    @export(implementation) public var ispName: String?
    /// Where they ended up.
    @export(implementation) public var placementStatistics: PlacementStatistics?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - ispName: The provider.
    ///   - placementStatistics: Where they ended up.
    @export(implementation) public init(ispName: String? = nil, placementStatistics: PlacementStatistics? = nil) {
        self.ispName = ispName
        self.placementStatistics = placementStatistics
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        ispName = try container.decodeIfPresent(String.self, forKey: "IspName")
        placementStatistics = try container.decodeIfPresent(PlacementStatistics.self, forKey: "PlacementStatistics")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(ispName, forKey: "IspName")
        try container.encodeIfPresent(placementStatistics, forKey: "PlacementStatistics")
    }
}
