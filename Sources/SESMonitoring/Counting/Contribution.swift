import SESCore
import SESEvents

/// What one event adds to the counts of a subject.
struct Contribution {
    /// A number of things that have one counter.
    struct Part {
        var counter: Counter
        var count: Int
    }

    var event: EventDigest
    var milliseconds: Int64
    var main: Part?
    /// Of a bounce, what doesn't count in the rate.
    var rest: Part?
    /// The counter of e-mails that the event's counts in.
    var messageCounter: Counter?
    var bounces: [BounceNote] = []
    /// What was clicked, unless a machine did.
    var link: ClickedLink?

    /// - Parameter kind: The event's, if it is at hand.
    @inline(__always)
    init(_ event: SESEvent, _ digest: EventDigest, _ kind: SESEvent.Kind?, at milliseconds: Int64) {
        self.event = digest
        self.milliseconds = milliseconds
        // An event that names nobody is still about somebody.
        let recipients = max(1, digest.recipientCount)
        switch digest.kind {
        case .send: (main, messageCounter) = (Part(counter: .sends, count: recipients), .messages)
        case .delivery: (main, messageCounter) = (Part(counter: .deliveries, count: recipients), .deliveredMessages)
        case .reject: main = Part(counter: .rejects, count: 1)
        case .renderingFailure: main = Part(counter: .renderingFailures, count: 1)
        case .deliveryDelay: main = Part(counter: .delays, count: recipients)
        case .open where digest.isAutomatic: main = Part(counter: .automaticOpens, count: 1)
        case .open: (main, messageCounter) = (Part(counter: .opens, count: 1), .uniqueOpens)
        case .click where digest.isAutomatic: main = Part(counter: .automaticClicks, count: 1)
        case .click:
            (main, messageCounter) = (Part(counter: .clicks, count: 1), .uniqueClicks)
            link = digest.link.map { ClickedLink($0) }
        case .bounce, .complaint, .subscription: addDetails(kind ?? event.kind, recipients)
        case .unknown: break
        }
    }

    private mutating func addDetails(_ kind: SESEvent.Kind, _ recipients: Int) {
        switch kind {
        case .bounce(let bounce) where bounce.countsTowardBounceRate:
            let counting = bounce.recipientsCountingTowardBounceRate
            main = Part(counter: .bounces, count: max(1, counting.count))
            if counting.count < bounce.recipients.count {
                rest = Part(counter: .uncountedBounces, count: bounce.recipients.count - counting.count)
            }
            bounces = Self.notes(of: bounce, counting)
        case .bounce(let bounce):
            main = Part(counter: bounce.isHard ? .uncountedBounces : .softBounces, count: recipients)
        case .complaint(let complaint) where complaint.countsTowardComplaintRate:
            main = Part(counter: .complaints, count: 1)
        case .subscription(let subscription) where subscription.isUnsubscription: messageCounter = .unsubscribes
        default: break
        }
    }

    private static func notes(of bounce: SESEvent.Bounce, _ recipients: [SESEvent.Recipient]) -> [BounceNote] {
        guard recipients.count > 1 else { return [BounceNote(recipients.first, of: bounce)] }
        // In an order that is the event's, whatever theirs is in the list.
        return recipients.map { BounceNote($0, of: bounce) }.sorted()
    }

    /// What it adds to the counts of one domain, with so many of its recipients; nil if nothing.
    ///
    /// A bounce, a delay or a delivery is about the recipients it lists; other events count for every domain the e-mail went to.
    func limited(toRecipients recipients: Int, bounces notes: [BounceNote]) -> Self {
        var part = self
        switch event.kind {
        case .send, .delivery, .deliveryDelay: part.main?.count = recipients
        case .bounce:
            if main?.counter == .bounces {
                part.bounces = notes
                part.main = notes.isEmpty ? nil : Part(counter: .bounces, count: notes.count)
                let others = recipients - notes.count
                part.rest = others > 0 ? Part(counter: .uncountedBounces, count: others) : nil
            } else {
                part.main?.count = recipients
            }
        default: break
        }
        return part
    }
}

extension SESEvent.Subscription {
    /// Whether somebody unsubscribed from all or from a topic by it.
    var isUnsubscription: Bool {
        guard let preferences = newTopicPreferences else { return source == "UnsubscribeHeader" }
        if preferences.unsubscribeAll == true, oldTopicPreferences?.unsubscribeAll != true { return true }
        let old = Set((oldTopicPreferences?.topicSubscriptionStatus ?? []).filter(\.isOut).map(\.topicName))
        return preferences.topicSubscriptionStatus.contains { $0.isOut && !old.contains($0.topicName) }
    }
}

extension SESEvent.TopicStatus {
    fileprivate var isOut: Bool { subscriptionStatus == .optOut }
}
