#if MetricsSupport
public import Metrics
public import SESNames
import Synchronization

/// Counts and times the calls of a client with swift-metrics.
///
/// | label | kind | what |
/// |---|---|---|
/// | `ses.calls` | counter | calls that are over |
/// | `ses.call.duration` | timer | a call from its beginning to its end, waits included |
/// | `ses.attempts` | counter | attempts that are over |
/// | `ses.retries` | counter | those of them that failed and are repeated |
///
/// Each has the dimensions `operation` (`SendEmail`) and `outcome` (`succeeded`, `throttled`, …: the codes of
/// ``SESv2Error/Code``), of which there are few. The configuration set becomes a third, `configuration_set`, only for
/// the sets that are named here: then a call of another set counts as `other`, and one without a set as `none`, however many
/// sets an account has. Instruments are made once, and kept as long as the observer.
///
/// ```swift
/// let configuration = SESv2Client.Configuration(observers: [SESCallMetrics(configurationSets: ["promo", "receipts"])])
/// ```
///
/// Needs the `MetricsSupport` trait.
public final class SESCallMetrics: SESCallObserver {
    private struct Labels: Hashable {
        let name: String
        let operation: String
        let outcome: ObservedOutcome
        let set: String?

        var dimensions: [(String, String)] {
            var dimensions = [("operation", operation), ("outcome", outcome.description)]
            if let set { dimensions.append(("configuration_set", set)) }
            return dimensions
        }
    }

    private struct Instruments {
        var counters: [Labels: Counter] = [:]
        var timers: [Labels: Metrics.Timer] = [:]
    }

    private let configurationSets: Set<ConfigurationSetName>
    private let factory: any MetricsFactory
    private let instruments = Mutex(Instruments())

    /// Creates an observer.
    ///
    /// - Parameters:
    ///   - configurationSets: The sets that metrics tell apart; with none, they don't speak of sets.
    ///   - factory: What makes the instruments; nil for that of the process (`MetricsSystem.factory`), so bootstrap it before.
    public init(configurationSets: Set<ConfigurationSetName> = [], factory: (any MetricsFactory)? = nil) {
        self.configurationSets = configurationSets
        self.factory = factory ?? MetricsSystem.factory
    }

    /// Counts an attempt.
    public func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {
        increment(labels("ses.attempts", call, attempt.outcome))
        if attempt.repeatsAfter != nil { increment(labels("ses.retries", call, attempt.outcome)) }
    }

    /// Counts and times a call.
    public func callEnded(_ ending: ObservedEnding, of call: ObservedCall) {
        increment(labels("ses.calls", call, ending.outcome))
        let labels = labels("ses.call.duration", call, ending.outcome)
        let timer = instruments.withLock { instruments in
            if let timer = instruments.timers[labels] { return timer }
            let timer = Metrics.Timer(label: labels.name, dimensions: labels.dimensions, factory: factory)
            instruments.timers[labels] = timer
            return timer
        }
        timer.record(duration: ending.duration)
    }

    private func labels(_ name: String, _ call: ObservedCall, _ outcome: ObservedOutcome) -> Labels {
        var set: String?
        if !configurationSets.isEmpty {
            set = call.configurationSet.map { configurationSets.contains($0) ? $0.rawValue : "other" } ?? "none"
        }
        return Labels(name: name, operation: call.operation, outcome: outcome, set: set)
    }

    private func increment(_ labels: Labels) {
        let counter = instruments.withLock { instruments in
            if let counter = instruments.counters[labels] { return counter }
            let counter = Counter(label: labels.name, dimensions: labels.dimensions, factory: factory)
            instruments.counters[labels] = counter
            return counter
        }
        counter.increment()
    }
}
#endif
