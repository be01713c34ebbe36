import SESCore

@testable import SESTesting

/// How many events of each kind a simulator has planned.
struct PlannedCounts {
    var sends = 0, hard = 0, soft = 0, deliveries = 0, delays = 0, opens = 0, clicks = 0, complaints = 0
    var subscriptions = 0
}

extension SESSimulator {
    /// Counts what waits in the schedule, which is then empty: faster than having it all published.
    func countPlanned() -> PlannedCounts {
        var counts = PlannedCounts()
        for scheduled in schedule.takeDue(at: .init(offset: .seconds(1_000_000))) {
            switch scheduled.event.kind {
            case .send: counts.sends += 1
            case .delivery: counts.deliveries += 1
            case .bounce(let bounce) where bounce.isHard: counts.hard += 1
            case .bounce: counts.soft += 1
            case .deliveryDelay: counts.delays += 1
            case .open: counts.opens += 1
            case .click: counts.clicks += 1
            case .complaint: counts.complaints += 1
            case .subscription: counts.subscriptions += 1
            default: break
            }
        }
        return counts
    }
}
