import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the Virtual Deliverability Manager knows of one mail: it is kept for mails that were sent while it was on.
struct MailHistory {
    /// Something that happened.
    struct Entry {
        var date: Date
        var kind: SESEvent.Kind
    }

    let mail: SimulatedMail
    /// The identity that stood for the sender.
    let identity: String
    /// The tags that its events carry.
    let tags: [String: [String]]
    /// Whether its opens and clicks are counted: by its set's settings, else by the account's.
    let countsEngagement: Bool
    private(set) var entries: [Entry] = []

    /// The bare addresses it went to.
    var recipients: [String] { mail.recipients.map { SESEvent.Recipient(emailAddress: $0).address } }

    /// The one recipient of a mail that metrics count: those to several, or to the mailbox simulator, aren't counted.
    private var countedRecipient: String? {
        guard let address = recipients.first, recipients.count == 1, MailboxSimulator(address: address) == nil else {
            return nil
        }
        return address
    }

    init(of mail: SimulatedMail, identity: String, tags: [String: [String]], countsEngagement: Bool) {
        self.mail = mail
        self.identity = identity
        self.tags = tags
        self.countsEngagement = countsEngagement
    }

    mutating func add(_ kind: SESEvent.Kind, at date: Date) {
        entries.append(Entry(date: date, kind: kind))
    }

    /// Whether a query's dimensions take the mail in; `*` stands for any value there is.
    func matches(_ dimensions: [MetricDimensionName: String]) -> Bool {
        dimensions.allSatisfy { name, wanted in
            guard let value = value(of: name) else { return false }
            return wanted == "*" || wanted == value
        }
    }

    private func value(of dimension: MetricDimensionName) -> String? {
        switch dimension {
        case .emailIdentity: identity
        case .configurationSet: mail.configurationSet?.rawValue
        case .tenantName: mail.tenantName
        case .isp: countedRecipient.map { MailboxProvider(of: $0).name }
        default: nil
        }
    }

    /// When the mail was counted in a metric, in which it counts at most once; nil if it wasn't.
    func date(of metric: VdmMetric) -> Date? {
        guard let recipient = countedRecipient else { return nil }
        switch metric {
        case .deliveryOpen where !hasOpenTracker: return nil
        case .deliveryClick where !hasClickTracker: return nil
        case .deliveryComplaint where !MailboxProvider(of: recipient).reportsComplaints: return nil
        case .open where !hasOpenTracker: return nil
        case .click where !hasClickTracker: return nil
        default: return entries.first { Self.counts($0.kind, in: metric) }?.date
        }
    }

    private var hasOpenTracker: Bool {
        countsEngagement && mail.html != nil && mail.overrides?.tracking?.openTrackingEnabled != .disabled
    }

    private var hasClickTracker: Bool {
        countsEngagement && mail.overrides?.tracking?.clickTrackingEnabled != .disabled
            && !TrackedLink.all(in: mail.html ?? "").isEmpty
    }

    private static func counts(_ kind: SESEvent.Kind, in metric: VdmMetric) -> Bool {
        switch (kind, metric) {
        case (.send, .send), (.open, .open), (.click, .click): true
        case (.delivery, .delivery), (.delivery, .deliveryOpen), (.delivery, .deliveryClick),
            (.delivery, .deliveryComplaint):
            true
        case (.bounce(let bounce), .permanentBounce): bounce.countsTowardBounceRate
        case (.bounce(let bounce), .transientBounce): !bounce.isHard
        case (.complaint(let complaint), .complaint): complaint.isComplaint
        default: false
        }
    }
}

extension MailHistory {
    /// What `GetMessageInsights` tells of the mail.
    var insights: MessageInsights {
        let sender = SESEvent.Recipient(emailAddress: mail.from).address
        return MessageInsights(
            messageID: mail.messageID, fromEmailAddress: EmailAddress(rawValue: sender),
            subject: mail.subject.flatMap { $0.isEmpty ? nil : String($0.prefix(998)) }, emailTags: emailTags,
            insights: recipients.map { recipient in
                EmailInsights(
                    destination: EmailAddress(rawValue: recipient), isp: MailboxProvider(of: recipient).name,
                    events: entries.sorted { $0.date < $1.date }.compactMap(insight))
            })
    }

    private var emailTags: [MessageTag] {
        var tags = tags
        tags["ses:sender-identity"] = [identity]
        if let recipient = recipients.first, recipients.count == 1 {
            tags["ses:recipient-isp"] = [MailboxProvider(of: recipient).name]
        }
        return tags.sorted { $0.key < $1.key }.flatMap { name, values in values.map { MessageTag(name, $0) } }
    }

    /// An event in the API's form; nil for what the service leaves out.
    ///
    /// It tells of sends, and where the mail counts in metrics of deliveries, bounces, complaints, opens and clicks.
    private func insight(_ entry: Entry) -> InsightsEvent? {
        if case .send = entry.kind { return InsightsEvent(timestamp: entry.date, type: .send) }
        guard countedRecipient != nil else { return nil }
        switch entry.kind {
        case .delivery: return InsightsEvent(timestamp: entry.date, type: .delivery)
        case .open where hasOpenTracker: return InsightsEvent(timestamp: entry.date, type: .open)
        case .click where hasClickTracker: return InsightsEvent(timestamp: entry.date, type: .click)
        case .bounce(let bounce):
            let details = InsightsEvent.Bounce(
                bounceType: InsightsEvent.BounceType(rawValue: bounce.type.rawValue.uppercased()),
                bounceSubType: bounce.subType.rawValue, diagnosticCode: bounce.recipients.first?.diagnosticCode)
            return InsightsEvent(timestamp: entry.date, type: .bounce, details: .init(bounce: details))
        case .complaint(let complaint) where complaint.isComplaint:
            let details = InsightsEvent.Complaint(
                complaintSubType: complaint.subType, complaintFeedbackType: complaint.feedbackType)
            return InsightsEvent(timestamp: entry.date, type: .complaint, details: .init(complaint: details))
        default: return nil
        }
    }
}
