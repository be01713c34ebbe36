import Foundation
import SESMonitoring

/// What was counted, made up: each subject has a day whose every hour is a share of it.
struct FakeReading: MonitorReading {
    struct Entry {
        var figures: MonitorFigures
        var domains: [RankedName] = []
        var reasons: [RankedName] = []
        var links: [RankedName] = []
        /// What share of its bounces, beyond the even, fall into the window's last quarter.
        var lateBounces = 0.0
    }

    var entries: [MonitorSubject: Entry]

    var subjects: [MonitorSubject] { entries.keys.sorted() }

    func figures(of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date) -> MonitorFigures {
        entries[subject]?.figures ?? MonitorFigures()
    }

    func history(of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date) -> [MonitorPoint] {
        let start = window.start(endingAt: now)
        guard let entry = entries[subject] else { return [] }
        let weights = (0..<window.count).map { weight($0, of: window.count) }
        let all = weights.reduce(0, +)
        return weights.enumerated().map { index, weight in
            let share = weight / all
            let isLate = index * 4 >= window.count * 3
            let bounceShare = share * (1 + (isLate ? entry.lateBounces : 0)) * wave(index, 0.35, 1.7)
            var figures = MonitorFigures()
            let whole = entry.figures
            func part(_ count: Int, _ share: Double) -> Int { Int((Double(count) * share).rounded()) }
            figures.sends = part(whole.sends, share)
            figures.messages = part(whole.messages, share)
            figures.deliveries = part(whole.deliveries, share)
            figures.deliveredMessages = part(whole.deliveredMessages, share)
            figures.bounces = part(whole.bounces, bounceShare)
            figures.softBounces = part(whole.softBounces, share)
            figures.complaints = part(whole.complaints, share * wave(index, 0.8, 2.3))
            figures.uniqueOpens = part(whole.uniqueOpens, share)
            figures.uniqueClicks = part(whole.uniqueClicks, share * wave(index, 0.3, 0.9))
            figures.unsubscribes = part(whole.unsubscribes, share)
            return MonitorPoint(start: start.addingTimeInterval(Double(index * window.step.seconds)), figures: figures)
        }
    }

    /// Few at night, most in the morning.
    private func weight(_ index: Int, of count: Int) -> Double {
        let hour = Double(index) / Double(count) * 2 * .pi
        return max(0.02, 1 - cos(hour - 0.8)) * wave(index, 0.15, 1.1)
    }

    private func wave(_ index: Int, _ height: Double, _ pace: Double) -> Double {
        1 + height * sin(Double(index) * pace)
    }

    func topBouncingDomains(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] { Array((entries[subject]?.domains ?? []).prefix(limit)) }

    func topBounceReasons(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] { Array((entries[subject]?.reasons ?? []).prefix(limit)) }

    func topLinks(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] { Array((entries[subject]?.links ?? []).prefix(limit)) }

    func lastEvent(of subject: MonitorSubject) -> Date? {
        entries[subject].map { _ in Date(timeIntervalSince1970: 1_746_180_900) }
    }
}
