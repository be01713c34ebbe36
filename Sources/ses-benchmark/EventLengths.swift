import SESCore

/// Reads texts of events and gives their lengths in UTF-8, so that a decoder can't be fast by leaving out work.
enum EventLengths {
    /// Every text there is, each read once.
    static func full(_ event: SESEvent) -> Int {
        event.type.rawValue.utf8.count + length(event.mail) + length(event.kind)
    }

    /// What a service that counts events by campaign reads.
    ///
    /// `.ci/decode-peers/simdjson.cpp` reads the same.
    static func hot(_ event: SESEvent) -> Int {
        let mail = event.mail
        return event.type.rawValue.utf8.count + mail.messageID.utf8.count + length(mail.timestamp)
            + length(mail.configurationSet?.rawValue) + length(mail.tags["campaign"]?.first)
            + event.recipientAddresses.count
    }

    private static func length(_ mail: SESEvent.Mail) -> Int {
        var sum = length(mail.timestamp) + mail.messageID.utf8.count + mail.source.utf8.count
        sum += length(mail.sourceARN) + length(mail.sourceIP) + length(mail.callerIdentity)
        sum += mail.sendingAccountID.utf8.count + length(mail.destination) + length(mail.headersTruncated)
        for header in mail.headers { sum += header.name.utf8.count + header.value.utf8.count }
        if let common = mail.commonHeaders { sum += length(common) }
        return sum + length(mail.tags)
    }

    private static func length(_ common: SESEvent.CommonHeaders) -> Int {
        let lists = length(common.from) + length(common.to) + length(common.cc) + length(common.bcc)
        let texts = length(common.returnPath) + length(common.sender) + length(common.date)
        return lists + length(common.replyTo) + texts + length(common.messageID) + length(common.subject)
    }

    private static func length(_ kind: SESEvent.Kind) -> Int {
        switch kind {
        case .bounce(let bounce): length(bounce)
        case .complaint(let complaint): length(complaint)
        case .delivery(let delivery): length(delivery)
        case .reject(let reject): reject.reason.utf8.count
        case .open(let open):
            length(open.timestamp) + open.ipAddress.utf8.count + open.userAgent.utf8.count
        case .click(let click):
            length(click.timestamp) + click.ipAddress.utf8.count + click.userAgent.utf8.count
                + click.link.utf8.count + length(click.linkTags)
        case .renderingFailure(let failure): failure.templateName.utf8.count + failure.errorMessage.utf8.count
        case .deliveryDelay(let delay):
            length(delay.timestamp) + delay.type.rawValue.utf8.count + length(delay.expirationTime)
                + length(delay.recipients) + length(delay.reportingMTA)
        case .subscription(let subscription):
            length(subscription.timestamp) + subscription.contactList.utf8.count
                + subscription.source.utf8.count + length(subscription.newTopicPreferences)
                + length(subscription.oldTopicPreferences)
        // Sends have nothing of their own, and unknown events the benchmark refuses.
        default: 0
        }
    }

    private static func length(_ bounce: SESEvent.Bounce) -> Int {
        length(bounce.timestamp) + bounce.type.rawValue.utf8.count + bounce.subType.rawValue.utf8.count
            + length(bounce.recipients) + bounce.feedbackID.utf8.count + length(bounce.reportingMTA)
            + length(bounce.remoteMTAIP)
    }

    private static func length(_ complaint: SESEvent.Complaint) -> Int {
        length(complaint.timestamp) + length(complaint.recipients) + complaint.feedbackID.utf8.count
            + length(complaint.subType?.rawValue) + length(complaint.userAgent)
            + length(complaint.feedbackType?.rawValue) + length(complaint.arrivalDate)
    }

    private static func length(_ delivery: SESEvent.Delivery) -> Int {
        length(delivery.timestamp) + (delivery.processingTimeMillis ?? 0) + length(delivery.recipients)
            + delivery.smtpResponse.utf8.count + delivery.reportingMTA.utf8.count + length(delivery.remoteMTAIP)
    }

    private static func length(_ recipients: [SESEvent.Recipient]) -> Int {
        recipients.reduce(into: 0) { sum, recipient in
            sum += recipient.emailAddress.utf8.count + length(recipient.action) + length(recipient.status)
            sum += length(recipient.diagnosticCode)
        }
    }

    private static func length(_ preferences: SESEvent.TopicPreferences?) -> Int {
        guard let preferences else { return 0 }
        return length(preferences.unsubscribeAll) + length(preferences.topicSubscriptionStatus)
            + length(preferences.topicDefaultSubscriptionStatus)
    }

    private static func length(_ topics: [SESEvent.TopicStatus]) -> Int {
        topics.reduce(into: 0) { $0 += $1.topicName.utf8.count + $1.subscriptionStatus.rawValue.utf8.count }
    }

    private static func length(_ tags: SESEvent.MailTags) -> Int {
        tags.reduce(into: 0) { $0 += $1.name.utf8.count + length($1.values) }
    }

    private static func length(_ tags: [String: [String]]) -> Int {
        tags.reduce(into: 0) { $0 += $1.key.utf8.count + length($1.value) }
    }

    private static func length(_ texts: some Sequence<String>) -> Int {
        texts.reduce(into: 0) { $0 += $1.utf8.count }
    }

    // Timestamps are read as the moments they name, as typed decoders do.
    private static func length(_ timestamp: EventTimestamp?) -> Int { timestamp?.date == nil ? 0 : 1 }

    private static func length(_ text: String?) -> Int { text?.utf8.count ?? 0 }

    // Weighed so that true, false and nothing differ.
    private static func length(_ flag: Bool?) -> Int { flag.map { $0 ? 2 : 1 } ?? 0 }
}
