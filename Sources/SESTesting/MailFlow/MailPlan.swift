import SESCore

extension SESSimulator {
    /// Plans what becomes of an accepted mail: every event, with the moment it happens.
    func plan(_ mail: SimulatedMail) {
        guard mail.renderingError == nil else {
            add(.renderingFailure(failure(of: mail)), of: mail, after: .milliseconds(200))
            return
        }
        add(.send(SESEvent.Send()), of: mail, after: .zero)
        guard !mail.isRejected else {
            add(.reject(SESEvent.Reject(reason: "Bad content")), of: mail, after: .milliseconds(900))
            return
        }
        var simulatorBounces: [String] = []
        for recipient in mail.recipients {
            let address = SESEvent.Recipient(emailAddress: recipient).address
            if let options = mail.listManagement, state.contactList?.wants(options, address: address) == false {
                bounce([address], of: mail, .unsubscribed, isSimulator: true)
                continue
            }
            switch MailboxSimulator(address: address) {
            case .bounce? where combinesSimulatorBounces: simulatorBounces.append(address)
            case .bounce?: bounce([address], of: mail, .noSuchMailbox, isSimulator: true)
            case .suppressionList?: bounce([address], of: mail, .onGlobalSuppressionList, isSimulator: true)
            case .success?, .outOfOffice?: _ = deliver(to: address, of: mail, after: transit())
            case .complaint?:
                let delivered = deliver(to: address, of: mail, after: transit())
                complain(address, of: mail, after: delivered + .seconds(1), isSimulator: true)
            case nil: planOrdinary(address, of: mail)
            }
        }
        if !simulatorBounces.isEmpty { bounce(simulatorBounces, of: mail, .noSuchMailbox, isSimulator: true) }
    }

    private func failure(of mail: SimulatedMail) -> SESEvent.RenderingFailure {
        SESEvent.RenderingFailure(templateName: mail.templateName ?? "", errorMessage: mail.renderingError ?? "")
    }

    /// A recipient outside the mailbox simulator: suppressed, or as the engagement model draws it.
    private func planOrdinary(_ address: String, of mail: SimulatedMail) {
        let tenant = state.suppressingTenant(of: mail)
        let list = tenant.flatMap { state.tenants[$0]?.suppressed } ?? state.suppressed
        if let reason = list.reason(for: address, among: state.suppressedReasons(for: mail)) {
            if reason == .complaint {
                let complaint = SESEvent.Complaint(
                    recipients: [SESEvent.Recipient(emailAddress: address)], timestamp: timestamp(after: .seconds(1)),
                    feedbackID: feedbackID(),
                    subType: tenant == nil ? .onAccountSuppressionList : .onTenantSuppressionList)
                add(.complaint(complaint), of: mail, after: .seconds(1))
            } else {
                let cause: BounceCause = tenant == nil ? .onAccountSuppressionList : .onTenantSuppressionList
                bounce([address], of: mail, cause, isSimulator: true)
            }
            return
        }
        let engagement = engagement(of: mail)
        // One draw for both, so that each is a share of all recipients.
        let fate = random.fraction()
        if fate < engagement.hardBounceRate {
            bounce([address], of: mail, .noSuchMailbox, isSimulator: false)
        } else if fate < engagement.hardBounceRate + engagement.softBounceRate {
            let causes: [BounceCause] = [.mailboxFull, .messageTooLarge, .refusedForNow]
            bounce([address], of: mail, causes[random.number(in: 0...2)], isSimulator: false)
        } else if random.chance(engagement.delayRate) {
            planDelayed(address, of: mail)
        } else {
            planReaction(of: address, to: mail, after: deliver(to: address, of: mail, after: transit()))
        }
    }

    private func engagement(of mail: SimulatedMail) -> EngagementModel {
        mail.configurationSet.flatMap { setEngagements[$0] } ?? engagement
    }

    private func planDelayed(_ address: String, of mail: SimulatedMail) {
        let delay = Duration.seconds(random.number(in: 600...14_400))
        let limit = mail.configurationSet.flatMap { state.sets[$0.rawValue] }?
            .configuration.deliveryOptions?.maxDeliverySeconds
        add(.deliveryDelay(self.delay(of: address)), of: mail, after: .seconds(300))
        if let limit, delay > .seconds(limit) {
            bounce([address], of: mail, .deliveryTimeOut, isSimulator: true, after: .seconds(limit))
        } else {
            planReaction(of: address, to: mail, after: deliver(to: address, of: mail, after: delay))
        }
    }

    private func delay(of address: String) -> SESEvent.DeliveryDelay {
        let recipient = SESEvent.Recipient(
            emailAddress: address, status: "4.4.1", diagnosticCode: "smtp; 421 4.4.1 Unable to connect to remote host")
        return SESEvent.DeliveryDelay(
            type: .transientCommunicationFailure, recipients: [recipient],
            expirationTime: timestamp(after: .seconds(14 * 3600)), timestamp: timestamp(after: .seconds(300)),
            reportingMTA: nil)
    }

    /// What a recipient does with a mail that has arrived.
    private func planReaction(of address: String, to mail: SimulatedMail, after delivered: Duration) {
        let engagement = engagement(of: mail)
        let tracking = mail.overrides?.tracking
        if mail.html != nil, tracking?.openTrackingEnabled != .disabled, random.chance(engagement.openRate) {
            let opened = delivered + .seconds(random.number(in: 20...28_800))
            let visitor = visitor()
            let open = SESEvent.Open(
                ipAddress: visitor.ip, timestamp: timestamp(after: opened), userAgent: visitor.userAgent)
            add(.open(open), of: mail, after: opened)
            let links = TrackedLink.all(in: mail.html ?? "")
            if !links.isEmpty, tracking?.clickTrackingEnabled != .disabled, random.chance(engagement.clickRate) {
                let clicked = opened + .seconds(random.number(in: 2...120))
                let link = links[random.number(in: 0...(links.count - 1))]
                let click = SESEvent.Click(
                    ipAddress: visitor.ip, timestamp: timestamp(after: clicked), userAgent: visitor.userAgent,
                    link: link.url, linkTags: link.tags)
                add(.click(click), of: mail, after: clicked)
            }
        }
        if random.chance(engagement.complaintRate) {
            complain(
                address, of: mail, after: delivered + .seconds(random.number(in: 600...86_400)), isSimulator: false)
        }
        if let list = mail.listManagement, random.chance(engagement.unsubscribeRate) {
            let after = delivered + .seconds(random.number(in: 60...43_200))
            add(
                .subscription(unsubscription(from: list, after: after)), of: mail, after: after, unsubscribes: address)
        }
    }

    /// The event of an account without that contact list; with it, the contact's own preferences take their place.
    private func unsubscription(from list: ListManagementOptions, after: Duration) -> SESEvent.Subscription {
        func preferences(_ status: SESEvent.SubscriptionStatus, all: Bool) -> SESEvent.TopicPreferences {
            let topics = list.topicName.map {
                [SESEvent.TopicStatus(topicName: $0, subscriptionStatus: status)]
            }
            return SESEvent.TopicPreferences(unsubscribeAll: all, topicSubscriptionStatus: topics ?? [])
        }
        return SESEvent.Subscription(
            contactList: list.contactListName, timestamp: timestamp(after: after), source: "UnsubscribeHeader",
            newTopicPreferences: preferences(.optOut, all: list.topicName == nil),
            oldTopicPreferences: preferences(.optIn, all: false))
    }

    /// Puts an address on the suppression list for what happened to a mail.
    func suppress(_ address: String, reason: SuppressionListReason, after scheduled: ScheduledEvent) {
        let feedbackID: String? =
            switch scheduled.event.kind {
            case .bounce(let bounce): bounce.feedbackID
            case .complaint(let complaint): complaint.feedbackID
            default: nil
            }
        state.suppress(
            SuppressedDestination(
                emailAddress: EmailAddress(rawValue: address), reason: reason, lastUpdateTime: clock.date,
                attributes: SuppressedDestinationAttributes(
                    messageID: scheduled.mail.messageID, feedbackID: feedbackID)),
            for: state.suppressingTenant(of: scheduled.mail))
    }

    /// Plans a delivery and returns when it happens.
    private func deliver(to address: String, of mail: SimulatedMail, after: Duration) -> Duration {
        let milliseconds = Int(after / .milliseconds(1))
        let delivery = SESEvent.Delivery(
            timestamp: timestamp(after: after), processingTimeMillis: milliseconds, recipients: [address],
            smtpResponse: "250 2.0.0 OK \(random.hexadecimal(16))", reportingMTA: reportingMTA(), remoteMTAIP: ip())
        add(.delivery(delivery), of: mail, after: after)
        return after
    }

    private func bounce(
        _ addresses: [String], of mail: SimulatedMail, _ cause: BounceCause, isSimulator: Bool, after: Duration? = nil
    ) {
        let after = after ?? transit()
        let recipients = addresses.map {
            SESEvent.Recipient(
                emailAddress: $0, action: "failed", status: cause.status, diagnosticCode: cause.diagnosticCode)
        }
        let bounce = SESEvent.Bounce(
            type: cause.type, subType: cause.subType, recipients: recipients, timestamp: timestamp(after: after),
            feedbackID: feedbackID(), reportingMTA: "dns; \(reportingMTA())",
            remoteMTAIP: cause.reachesTheServer ? ip() : nil)
        // Bounces of the mailbox simulator and of suppressed addresses don't put anything on the list.
        let joinsList = cause.type == .permanent && !isSimulator && state.suppressedReasons(for: mail).contains(.bounce)
        let suppresses = joinsList ? addresses.first.map { (address: $0, reason: SuppressionListReason.bounce) } : nil
        add(.bounce(bounce), of: mail, after: after, suppresses: suppresses)
    }

    private func complain(_ address: String, of mail: SimulatedMail, after: Duration, isSimulator: Bool) {
        let complaint = SESEvent.Complaint(
            recipients: [SESEvent.Recipient(emailAddress: address)], timestamp: timestamp(after: after),
            feedbackID: feedbackID(),
            userAgent: isSimulator ? "Amazon SES Mailbox Simulator" : "Mail-Feedback/1.0", feedbackType: .abuse,
            arrivalDate: timestamp(after: after))
        let joinsList = !isSimulator && state.suppressedReasons(for: mail).contains(.complaint)
        add(
            .complaint(complaint), of: mail, after: after,
            suppresses: joinsList ? (address: address, reason: .complaint) : nil)
    }

    private func add(
        _ kind: SESEvent.Kind, of mail: SimulatedMail, after: Duration,
        suppresses: (address: String, reason: SuppressionListReason)? = nil, unsubscribes: String? = nil
    ) {
        let event = SESEvent(mail: eventMail(of: mail, for: kind), kind: kind)
        schedule.add(
            ScheduledEvent(
                due: clock.now.advanced(by: after), mail: mail, event: event, suppresses: suppresses,
                unsubscribes: unsubscribes))
    }
}
