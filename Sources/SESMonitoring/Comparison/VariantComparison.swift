/// Which of two or more variants does better by one rate, and how sure that is.
///
/// The first variant is the control; each other one is compared with it.
///
/// ```swift
/// let comparison = try VariantComparison(
///     .click,
///     [.init("old subject", part: 210, of: 7_000), .init("new subject", part: 301, of: 7_040)])
/// ```
///
/// - Each rate has Wilson's score interval, each difference Newcombe's (from both rates' Wilson intervals).
/// - A difference is tested by the z test of two proportions with a common variance; by Fisher's exact test if one of the
///   four numbers would be expected below 5.
/// - Figures that aren't exact have counts with a standard error of 2.3 %. It is added to the variance of each rate, so that
///   estimates of equal variants are no more often found to differ than exact numbers; they are never tested by Fisher's test.
/// - The p values of several variants are corrected by Holm's method; verdicts come from these.
/// - A verdict is refused below the sample that the smallest change worth finding needs: who looks at a test every hour until
///   it says yes finds a difference where there is none. Choose that change before, and look once it is reached.
public struct VariantComparison: Sendable, Hashable, Codable {
    /// A variant and how often something happened with it.
    public struct Variant: Sendable, Hashable, Codable {
        /// Its name, unique in a comparison.
        public var name: String
        /// How often it happened: 0 to ``whole``.
        public var part: Int
        /// Of how many: 0 to 10¹⁵.
        public var whole: Int
        /// The standard error of ``part`` and of ``whole``, each as a share of itself, 0 to 0.1; 0, the default, for exact numbers.
        public var countError: Double

        /// Creates a variant.
        ///
        /// - Parameters:
        ///   - name: Its name, unique in a comparison.
        ///   - part: How often it happened.
        ///   - whole: Of how many.
        ///   - countError: The standard error of both numbers, as a share; 0 if they are exact.
        public init(_ name: String, part: Int, of whole: Int, countError: Double = 0) {
            self.name = name
            self.part = part
            self.whole = whole
            self.countError = countError
        }

        /// Decodes a variant; it is exact if nothing else is said.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            name = try container.decode(String.self, forKey: .name)
            part = try container.decode(Int.self, forKey: .part)
            whole = try container.decode(Int.self, forKey: .whole)
            countError = try container.decodeIfPresent(Double.self, forKey: .countError) ?? 0
        }
    }

    /// What is compared.
    public let rate: MonitorRate
    /// How sure it is to be.
    public let settings: ComparisonSettings
    /// The variants with their rates, the control first.
    public let estimates: [VariantEstimate]
    /// Every variant but the control beside it, in the same order.
    public let contrasts: [VariantContrast]

    /// Compares variants.
    ///
    /// - Parameters:
    ///   - rate: What is compared; it says whether more of it is better.
    ///   - variants: At least two, the control first.
    ///   - settings: How sure it is to be.
    /// - Throws: ``SESMonitoringError`` with code `invalidComparison` if there are fewer than two, two of one name, a part
    ///   that is more than its whole, or a setting or an error of counts out of its range.
    public init(
        _ rate: MonitorRate, _ variants: [Variant], settings: ComparisonSettings = ComparisonSettings()
    ) throws(SESMonitoringError) {
        try settings.check()
        try Self.check(variants)
        let z = NormalDistribution.upperQuantile(settings.alpha / 2)
        self.rate = rate
        self.settings = settings
        estimates = variants.map { VariantEstimate($0, z: z) }
        guard let control = variants.first else {
            contrasts = []
            return
        }
        let required = Self.requiredPerVariant(control: control, settings: settings)
        var found = variants.dropFirst().map { VariantContrast($0, control: control, z: z) }
        let corrected = ProportionStatistics.holm(found.map(\.pValue))
        for (index, (value, variant)) in zip(corrected, variants.dropFirst()).enumerated() {
            found[index].correctedPValue = value
            found[index].verdict =
                min(control.whole, variant.whole) < required
                ? .tooSmall(requiredPerVariant: required)
                : found[index].verdict(rate, alpha: settings.alpha)
        }
        contrasts = found
    }

    /// Compares the mail of subjects or of any other times and parts by their figures.
    ///
    /// Rates of opens and clicks leave out what machines did, as the figures do. Where ``MonitorFigures/isExact`` is false, the
    /// counts are taken for estimates; a part that exceeds its whole by no more than these may be wrong counts as the whole.
    ///
    /// - Parameters:
    ///   - rate: What is compared.
    ///   - figures: At least two names and figures, the control's first.
    ///   - settings: How sure it is to be.
    /// - Throws: ``SESMonitoringError`` with code `invalidComparison` as the other initializer does. A part may be more than its whole
    ///   if the whole lies before the window: take a longer one.
    public init(
        _ rate: MonitorRate, figures: [(name: String, figures: MonitorFigures)],
        settings: ComparisonSettings = ComparisonSettings()
    ) throws(SESMonitoringError) {
        let variants = figures.map { item in
            let (part, whole) = item.figures.counts(for: rate)
            guard !item.figures.isExact else { return Variant(item.name, part: part, of: whole) }
            // Four standard errors of the quotient of two estimates.
            let isWhole =
                part > whole && Double(part) <= Double(whole) * (1 + 4 * 2.0.squareRoot() * Tally.standardError)
            return Variant(item.name, part: isWhole ? whole : part, of: whole, countError: Tally.standardError)
        }
        try self.init(rate, variants, settings: settings)
    }

    private static func check(_ variants: [Variant]) throws(SESMonitoringError) {
        func refuse(_ message: String) -> SESMonitoringError {
            SESMonitoringError(.invalidComparison, message: message)
        }
        guard variants.count >= 2 else {
            throw refuse("a comparison is of at least two variants, not of \(variants.count)")
        }
        var names: Set<String> = []
        for variant in variants {
            let name = InertText.line(variant.name, limit: 64)
            guard names.insert(variant.name).inserted else { throw refuse("two variants are named '\(name)'") }
            guard variant.whole >= 0, variant.whole <= 1_000_000_000_000_000 else {
                throw refuse("the whole of variant '\(name)' must be 0 to 10^15, not \(variant.whole)")
            }
            guard variant.countError >= 0, variant.countError <= 0.1 else {
                throw refuse("countError of variant '\(name)' must be 0 to 0.1, not \(variant.countError)")
            }
            guard variant.part >= 0, variant.part <= variant.whole else {
                throw refuse(
                    "the part of variant '\(name)' must be 0 to its whole, \(variant.whole), not \(variant.part); "
                        + "a window that began after the mail was sent has such parts")
            }
        }
    }

    private static func requiredPerVariant(control: Variant, settings: ComparisonSettings) -> Int {
        // Of a rate of 0 or 1 nothing is a share: the middle of its interval is a careful guess.
        func guess() -> Double {
            let interval = ProportionStatistics.wilson(part: control.part, whole: control.whole, z: 1.96)
            return (interval.lower + interval.upper) / 2
        }
        let isExtreme = control.part == 0 || control.part == control.whole
        let rate = settings.expectedRate ?? (isExtreme ? guess() : Double(control.part) / Double(control.whole))
        let change = settings.minimumLift * min(rate, 1 - rate)
        let size = ProportionStatistics.sampleSize(
            rate, rate < 0.5 ? rate + change : rate - change, power: settings.power, alpha: settings.alpha)
        return Self.wholeNumber(size)
    }

    /// How many e-mails or recipients each variant needs so that a change of a rate is found.
    ///
    /// The classical formula for the z test of two proportions with a common variance (J. L. Fleiss: Statistical methods for
    /// rates and proportions; `samplesize_proportions_2indep_onetail` of statsmodels), two-sided, rounded up. From 5 % to
    /// 6 % with a power of 0.8 and alpha of 0.05 it is 8,158.
    ///
    /// - Parameters:
    ///   - baseline: The control's rate, more than 0 and below 1.
    ///   - minimumEffect: The smallest change worth finding, as a difference of rates such as 0.01 or -0.01, not 0; what it
    ///     leads to is 0 to 1.
    ///   - power: How probable it is that such a change is found, 0.5 to 0.999.
    ///   - alpha: How probable it is that a difference is found where there is none, 0.000001 to 0.5.
    /// - Throws: ``SESMonitoringError`` with code `invalidComparison` if a number is out of its range.
    public static func requiredSampleSize(
        baseline: Double, minimumEffect: Double, power: Double = 0.8, alpha: Double = 0.05
    ) throws(SESMonitoringError) -> Int {
        func check(_ isRight: Bool, _ message: String) throws(SESMonitoringError) {
            if !isRight { throw SESMonitoringError(.invalidComparison, message: message) }
        }
        try check(baseline > 0 && baseline < 1, "baseline must be more than 0 and below 1, not \(baseline)")
        let other = baseline + minimumEffect
        try check(
            other >= 0 && other <= 1 && other != baseline,
            "minimumEffect must lead from \(baseline) to another rate, 0 to 1; \(minimumEffect) doesn't")
        try check(power >= 0.5 && power <= 0.999, "power must be 0.5 to 0.999, not \(power)")
        try check(alpha >= 0.000001 && alpha <= 0.5, "alpha must be 0.000001 to 0.5, not \(alpha)")
        return wholeNumber(ProportionStatistics.sampleSize(baseline, other, power: power, alpha: alpha))
    }

    private static func wholeNumber(_ size: Double) -> Int {
        // Numbers beyond are of no use, and no whole number's.
        Int(exactly: size.rounded(.up)) ?? .max
    }
}
