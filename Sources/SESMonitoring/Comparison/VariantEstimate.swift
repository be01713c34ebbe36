/// A variant's rate, as far as its numbers tell.
public struct VariantEstimate: Sendable, Hashable, Codable {
    /// The variant's name.
    public var name: String
    /// How often it happened.
    public var part: Int
    /// Of how many.
    public var whole: Int
    /// Its rate, 0 to 1; nil if there is nothing it is of.
    public var rate: Double?
    /// Where the true rate lies, by Wilson's score method, wider if the counts are estimates; 0 to 1 if nothing is known.
    public var interval: RateInterval

    init(_ variant: VariantComparison.Variant, z: Double) {
        name = variant.name
        part = variant.part
        whole = variant.whole
        rate = variant.rate
        interval = ProportionStatistics.wilson(
            part: variant.part, whole: variant.whole, z: z, countVariance: variant.countVariance)
    }
}

extension VariantComparison.Variant {
    var rate: Double? { whole > 0 ? Double(part) / Double(whole) : nil }
    /// What errors of the counts add to the variance of the rate: that of a quotient of two estimates.
    var countVariance: Double { 2 * (rate ?? 0) * (rate ?? 0) * countError * countError }
    var counts: (part: Int, whole: Int) { (part, whole) }
}
