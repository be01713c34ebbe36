import SESCore

/// Counts recipients against the account's quotas: in one second, and in 24 hours.
struct SendLimiter {
    private struct Entry {
        var date: SimulatedClock.Instant
        var recipients: Int
        /// Those of them that count for the day: the mailbox simulator's don't.
        var dayRecipients: Int
    }

    /// What was sent, by moment; entries before ``first`` are older than a day.
    private var sent: [Entry] = []
    private var first = 0
    private var inLastDay = 0

    /// The recipients of the last 24 hours.
    mutating func recipientsInLastDay(at now: SimulatedClock.Instant) -> Int {
        while first < sent.count, sent[first].date.duration(to: now) >= .seconds(24 * 3600) {
            inLastDay -= sent[first].dayRecipients
            first += 1
        }
        if first > 4096 {
            sent.removeFirst(first)
            first = 0
        }
        return inLastDay
    }

    /// Counts a send, or refuses it in the service's words.
    ///
    /// A send of several recipients may exceed the rate if the second had room for one, as the service allows.
    mutating func admit(
        _ recipients: Int, countingForDay dayRecipients: Int, quota: SendQuota?, at now: SimulatedClock.Instant
    ) throws {
        let day = recipientsInLastDay(at: now)
        if let quota {
            if quota.max24HourSend >= 0, dayRecipients > 0, Double(day + dayRecipients) > quota.max24HourSend {
                throw ServiceRefusal.tooManyRequests("Daily message quota exceeded")
            }
            let second = sent[first...].reversed().prefix { $0.date.duration(to: now) < .seconds(1) }
                .reduce(0) { $0 + $1.recipients }
            if Double(second) >= quota.maxSendRate {
                throw ServiceRefusal.tooManyRequests("Maximum sending rate exceeded.")
            }
        }
        inLastDay += dayRecipients
        if let last = sent.last, sent.count > first, last.date == now {
            sent[sent.count - 1].recipients += recipients
            sent[sent.count - 1].dayRecipients += dayRecipients
        } else {
            sent.append(Entry(date: now, recipients: recipients, dayRecipients: dayRecipients))
        }
    }
}
