import Foundation
import SESMonitoring

/// Keeps all events and counts by definition.
struct CountingModel {
    private let events: [SESEvent]

    init(_ events: [SESEvent]) {
        var keys: Set<String> = []
        self.events = events.filter { keys.insert($0.deduplicationKey).inserted }
    }

    private func events(of subject: MonitorSubject, in window: MonitorWindow, now: Date) -> [SESEvent] {
        let start = window.start(endingAt: now)
        let end = start.addingTimeInterval(Double(window.count * window.step.seconds))
        return events.filter { event in
            guard let date = event.occurredAt, event.mail.configurationSet?.rawValue == subject.configurationSet,
                start <= date, date < end
            else { return false }
            switch subject.part {
            case .tag(let name, let value): return event.mail.tags[name]?.contains(value) ?? false
            default: return true
            }
        }
    }

    func figures(of subject: MonitorSubject, in window: MonitorWindow, now: Date) -> MonitorFigures {
        var figures = MonitorFigures()
        var mails: [WritableKeyPath<MonitorFigures, Int>: Set<String>] = [:]
        var milliseconds: [Int] = []
        for event in events(of: subject, in: window, now: now) {
            func once(_ path: WritableKeyPath<MonitorFigures, Int>) {
                mails[path, default: []].insert(event.mail.messageID)
            }
            let recipients = max(1, event.recipientAddresses.count)
            switch event.kind {
            case .send:
                figures.sends += recipients
                once(\.messages)
            case .delivery(let delivery):
                figures.deliveries += recipients
                once(\.deliveredMessages)
                if let time = delivery.processingTimeMillis { milliseconds.append(time) }
            case .bounce(let bounce):
                let counting = bounce.recipientsCountingTowardBounceRate.count
                if bounce.countsTowardBounceRate {
                    figures.bounces += max(1, counting)
                    figures.uncountedBounces += bounce.recipients.count - counting
                } else if bounce.isHard {
                    figures.uncountedBounces += recipients
                } else {
                    figures.softBounces += recipients
                }
            case .complaint(let complaint): figures.complaints += complaint.countsTowardComplaintRate ? 1 : 0
            case .reject: figures.rejects += 1
            case .renderingFailure: figures.renderingFailures += 1
            case .deliveryDelay: figures.delays += recipients
            case .open(let open) where open.isLikelyAutomatic: figures.automaticOpens += 1
            case .open:
                figures.opens += 1
                once(\.uniqueOpens)
            case .click(let click) where click.isLikelyAutomatic: figures.automaticClicks += 1
            case .click:
                figures.clicks += 1
                once(\.uniqueClicks)
            case .subscription(let change):
                if change.newTopicPreferences?.unsubscribeAll == true { once(\.unsubscribes) }
            default: break
            }
        }
        for (path, ids) in mails { figures[keyPath: path] = ids.count }
        milliseconds.sort()
        func percentile(_ percent: Int) -> Int { milliseconds[(milliseconds.count * percent + 99) / 100 - 1] }
        if !milliseconds.isEmpty {
            figures.deliveryTime = .init(
                median: percentile(50), percentile90: percentile(90), percentile99: percentile(99))
        }
        return figures
    }

    func top(
        of subject: MonitorSubject, in window: MonitorWindow, now: Date, _ names: (SESEvent) -> [String]
    ) -> [String: Int] {
        events(of: subject, in: window, now: now).reduce(into: [:]) { counts, event in
            for name in names(event) { counts[name, default: 0] += 1 }
        }
    }
}
