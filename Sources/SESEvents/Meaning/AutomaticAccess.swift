#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SESEvent.Open {
    /// The machine that loaded the image, by its user agent; nil if that looks like a person's.
    ///
    /// A heuristic; see ``SESEvent/Intermediary``.
    public var intermediary: SESEvent.Intermediary? {
        UserAgentRule.intermediary(for: userAgent, in: UserAgentRule.opens)
    }

    /// Whether nobody need have opened the e-mail, by the user agent: a prefetch or a scanner.
    ///
    /// A heuristic; see ``SESEvent/Intermediary``. An image proxy that fetches when a person opens, such as Gmail's, is
    /// not automatic.
    public var isLikelyAutomatic: Bool { intermediary?.isAutomatic ?? false }

    /// The machine that loaded the image, by its user agent and by the time since the delivery.
    ///
    /// A heuristic; see ``SESEvent/Intermediary``.
    ///
    /// - Parameters:
    ///   - delivery: When the e-mail was delivered to the recipient, the date of the Delivery event. For an e-mail with
    ///     several recipients that is unsure, as an open does not say whose it is.
    ///   - window: What is sooner after the delivery, or no more than this before it, is a machine's; two seconds
    ///     unless given. Mail servers inspect before they answer, so a scan may precede the delivery.
    public func intermediary(
        deliveredAt delivery: Date, within window: Duration = .seconds(2)
    ) -> SESEvent.Intermediary? {
        SESEvent.Intermediary(agent: intermediary, at: timestamp.date, deliveredAt: delivery, within: window)
    }
}

extension SESEvent.Click {
    /// The machine that followed the link, by its user agent; nil if that looks like a person's.
    ///
    /// A heuristic; see ``SESEvent/Intermediary``.
    public var intermediary: SESEvent.Intermediary? {
        UserAgentRule.intermediary(for: userAgent, in: UserAgentRule.clicks)
    }

    /// Whether nobody need have clicked, by the user agent: a scanner.
    ///
    /// A heuristic; see ``SESEvent/Intermediary``.
    public var isLikelyAutomatic: Bool { intermediary?.isAutomatic ?? false }

    /// The machine that followed the link, by its user agent and by the time since the delivery.
    ///
    /// A heuristic; see ``SESEvent/Intermediary``.
    ///
    /// - Parameters:
    ///   - delivery: When the e-mail was delivered to the recipient, the date of the Delivery event. For an e-mail with
    ///     several recipients that is unsure, as a click does not say whose it is.
    ///   - window: What is sooner after the delivery, or no more than this before it, is a machine's; two seconds
    ///     unless given. Mail servers inspect before they answer, so a scan may precede the delivery.
    public func intermediary(
        deliveredAt delivery: Date, within window: Duration = .seconds(2)
    ) -> SESEvent.Intermediary? {
        SESEvent.Intermediary(agent: intermediary, at: timestamp.date, deliveredAt: delivery, within: window)
    }
}

extension SESEvent.Intermediary {
    /// The one that the user agent names, or else an unknown one if the access was too soon after the delivery.
    ///
    /// A proxy that fetches at once fetches ahead, so there the time decides.
    fileprivate init?(agent: Self?, at access: Date?, deliveredAt delivery: Date, within window: Duration) {
        let isTooSoon = access.map { abs($0.timeIntervalSince(delivery)) <= window / .seconds(1) } ?? false
        if isTooSoon, agent?.isAutomatic != true {
            self.init(kind: .timing, name: agent.map { $0.name + ", at once" } ?? "at once after the delivery")
        } else if let agent {
            self = agent
        } else {
            return nil
        }
    }
}
