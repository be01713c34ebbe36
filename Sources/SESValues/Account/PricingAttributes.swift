/// An account's pricing plan.
///
/// AWS: `PricingAttributes`.
public struct PricingAttributes: Equatable, Sendable, Codable {
    /// The plan of today.
    @export(implementation) public var currentPlan: PricingPlan?
    /// The plan from the next month on; nil when it stays.
    @export(implementation) public var nextPlan: PricingPlan?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - currentPlan: The plan of today.
    ///   - nextPlan: The plan from the next month on; nil when it stays.
    @export(implementation) public init(currentPlan: PricingPlan? = nil, nextPlan: PricingPlan? = nil) {
        self.currentPlan = currentPlan
        self.nextPlan = nextPlan
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        currentPlan = try container.decodeIfPresent(PricingPlan.self, forKey: "CurrentPlan")
        nextPlan = try container.decodeIfPresent(PricingPlan.self, forKey: "NextPlan")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(currentPlan, forKey: "CurrentPlan")
        try container.encodeIfPresent(nextPlan, forKey: "NextPlan")
    }
}

/// A pricing plan.
///
/// AWS: `PricingPlan`.
public struct PricingPlan: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a plan from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// No plan: every message and feature by itself.
    @export(implementation) public static var none: Self { Self(rawValue: "NONE") }
    /// Essentials.
    @export(implementation) public static var essentials: Self { Self(rawValue: "ESSENTIALS") }
    /// Pro.
    @export(implementation) public static var pro: Self { Self(rawValue: "PRO") }
    /// Enterprise.
    @export(implementation) public static var enterprise: Self { Self(rawValue: "ENTERPRISE") }
}
