extension SESEvent {
    /// A text that is the same each time the same event arrives, and another for every other event.
    ///
    /// SES, SNS, EventBridge, Firehose and queues may all deliver an event more than once. Remember the keys of the
    /// events you have handled, and skip an event whose key you know. The key depends on the event alone: not on its
    /// envelope, the process, nor the release of this library, as the format below changes only together with its first
    /// characters. (The id of an SNS message would not do, as one event on two paths has two; nor would
    /// ``Mail/messageID``, which all events of an e-mail share.) A feedback notification of an identity has the key of
    /// the published event if AWS gives both the same details.
    ///
    /// It consists of `ses1:` and these fields, each written as its length in bytes of UTF-8, a colon, its text and a
    /// comma, so that no two sequences of fields give one key; a list is preceded by a field with its count:
    /// 1. the type's name, the e-mail's id, and the text of the payload's own timestamp, empty if it has none;
    /// 2. the list of ``recipientAddresses``, sorted by bytes;
    /// 3. by type: bounce and complaint, `feedbackId`; delivery delay, `delayType`; reject, `reason`; rendering
    ///    failure, `templateName` and `errorMessage`; open, `ipAddress` and `userAgent`; click, these, `link` and the
    ///    `linkTags`; subscription, `contactList`, `source` and the new preferences; unknown, all members.
    ///
    /// **It holds addresses and is as long as what it names**, so do not log it, and store a cryptographic digest of
    /// it, such as SHA-256, where keys are short. There is no digest built in: a short checksum could be forged, since
    /// the link's visitor chooses the user agent, and an event that collides with another would be lost.
    public var deduplicationKey: String {
        var key = KeyWriter(prefix: "ses1:")
        key.add(type.rawValue)
        key.add(mail.messageID)
        let kind = self.kind
        key.add(kind.timestamp?.text ?? "")
        key.add(recipientAddresses.sorted(by: KeyWriter.precedes))
        kind.addDetails(to: &key)
        return key.text
    }
}

extension SESEvent.Kind {
    fileprivate func addDetails(to key: inout KeyWriter) {
        switch self {
        case .send, .delivery: break
        case .bounce(let bounce): key.add(bounce.feedbackID)
        case .complaint(let complaint): key.add(complaint.feedbackID)
        case .reject(let reject): key.add(reject.reason)
        case .open(let open):
            key.add(open.ipAddress)
            key.add(open.userAgent)
        case .click(let click):
            key.add(click.ipAddress)
            key.add(click.userAgent)
            key.add(click.link)
            key.add(click.linkTags) { key, values in key.add(values) }
        case .renderingFailure(let failure):
            key.add(failure.templateName)
            key.add(failure.errorMessage)
        case .deliveryDelay(let delay): key.add(delay.type.rawValue)
        case .subscription(let subscription):
            key.add(subscription.contactList)
            key.add(subscription.source)
            let preferences = subscription.newTopicPreferences
            key.add(preferences?.unsubscribeAll.map(String.init) ?? "")
            key.add(
                preferences?.topicSubscriptionStatus.flatMap { [$0.topicName, $0.subscriptionStatus.rawValue] } ?? [])
        case .unknown(let event): key.add(event.members) { key, value in key.add(value) }
        }
    }
}
