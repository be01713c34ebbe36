/// Where the mails of a test ended up, in percent.
///
/// AWS: `PlacementStatistics`.
public struct PlacementStatistics: Hashable, Sendable, Codable {
    /// In the inbox.
    public var inboxPercentage: Double?
    /// Among the spam.
    public var spamPercentage: Double?
    /// Nowhere.
    public var missingPercentage: Double?
    /// With an SPF check that they passed.
    public var spfPercentage: Double?
    /// With a DKIM signature that was right.
    public var dkimPercentage: Double?

    /// Creates statistics.
    ///
    /// - Parameters:
    ///   - inboxPercentage: In the inbox.
    ///   - spamPercentage: Among the spam.
    ///   - missingPercentage: Nowhere.
    ///   - spfPercentage: With an SPF check that they passed.
    ///   - dkimPercentage: With a DKIM signature that was right.
    public init(
        inboxPercentage: Double? = nil, spamPercentage: Double? = nil, missingPercentage: Double? = nil,
        spfPercentage: Double? = nil, dkimPercentage: Double? = nil
    ) {
        self.inboxPercentage = inboxPercentage
        self.spamPercentage = spamPercentage
        self.missingPercentage = missingPercentage
        self.spfPercentage = spfPercentage
        self.dkimPercentage = dkimPercentage
    }

    private enum CodingKeys: String, CodingKey {
        case inboxPercentage = "InboxPercentage"
        case spamPercentage = "SpamPercentage"
        case missingPercentage = "MissingPercentage"
        case spfPercentage = "SpfPercentage"
        case dkimPercentage = "DkimPercentage"
    }
}

/// Where the mails of a test ended up at one provider.
///
/// AWS: `IspPlacement`.
public struct IspPlacement: Hashable, Sendable, Codable {
    /// The provider.
    public var ispName: String?
    /// Where they ended up.
    public var placementStatistics: PlacementStatistics?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - ispName: The provider.
    ///   - placementStatistics: Where they ended up.
    public init(ispName: String? = nil, placementStatistics: PlacementStatistics? = nil) {
        self.ispName = ispName
        self.placementStatistics = placementStatistics
    }

    private enum CodingKeys: String, CodingKey {
        case ispName = "IspName"
        case placementStatistics = "PlacementStatistics"
    }
}
