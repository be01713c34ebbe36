import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESSimulator {
    /// The `mail` part of an event, with what the service leaves out of each type.
    func eventMail(of mail: SimulatedMail, for kind: SESEvent.Kind) -> SESEvent.Mail {
        let sender = SESEvent.Recipient(emailAddress: mail.from).address
        let identity = state.identity(of: sender) ?? sender
        var result = SESEvent.Mail(
            messageID: mail.messageID, timestamp: EventTimestamp(mail.date), source: mail.from,
            sourceARN: "arn:\(region.partition.id):ses:\(region):\(accountID):identity/\(identity)",
            sendingAccountID: accountID, destination: mail.recipients, headersTruncated: false,
            tags: .init(eventTags(of: mail, sender: sender)))
        switch kind {
        case .renderingFailure, .deliveryDelay:
            return result
        case .open, .click:
            result.sourceARN = nil
        case .send where mail.isTemplated:
            // At this time the service hasn't rendered the template: it knows neither subject nor parts.
            result.sourceARN = nil
            setHeaders(of: &result, headers(of: mail, isRendered: false))
            result.commonHeaders = commonHeaders(of: mail, isRendered: false)
            return result
        case .delivery:
            result.tags["ses:outgoing-ip"] = [outgoingIP(of: mail)]
        default:
            break
        }
        setHeaders(of: &result, headers(of: mail, isRendered: true))
        result.commonHeaders = commonHeaders(of: mail, isRendered: true)
        return result
    }

    func eventTags(of mail: SimulatedMail, sender: String) -> [String: [String]] {
        var tags: [String: [String]] = [:]
        for tag in mail.tags { tags[tag.name, default: []].append(tag.value) }
        tags["ses:operation"] = [mail.operation]
        tags["ses:caller-identity"] = ["simulator"]
        tags["ses:source-ip"] = ["192.0.2.10"]
        if let set = mail.configurationSet { tags["ses:configuration-set"] = [set.rawValue] }
        // The service reads the domain from the message: raw content without a From field has none.
        let hasFrom = !mail.isRaw || mail.rawField("From") != nil
        if hasFrom, let domain = sender.split(separator: "@").last { tags["ses:from-domain"] = [String(domain)] }
        return tags
    }

    /// Sets as many header fields as fit in 10 KB, which is what the service reports.
    private func setHeaders(of mail: inout SESEvent.Mail, _ headers: [SESEvent.MailHeader]) {
        var room = 10 * 1024
        let kept = headers.prefix { header in
            room -= header.name.utf8.count + header.value.utf8.count
            return room >= 0
        }
        mail.headers = .init(kept)
        mail.headersTruncated = kept.count < headers.count
    }

    func headers(of mail: SimulatedMail, isRendered: Bool) -> [SESEvent.MailHeader] {
        if mail.isRaw { return mail.headers.map { SESEvent.MailHeader(name: $0.name, value: $0.value) } }
        var headers = [SESEvent.MailHeader(name: "From", value: mail.from)]
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty {
                headers.append(SESEvent.MailHeader(name: name, value: values.joined(separator: ", ")))
            }
        }
        add("Reply-To", mail.replyTo)
        add("To", mail.to)
        add("Cc", mail.cc)
        if isRendered, let subject = mail.subject { add("Subject", [subject]) }
        add("MIME-Version", ["1.0"])
        if isRendered {
            let type = mail.html == nil ? "text/plain" : mail.text == nil ? "text/html" : "multipart/alternative"
            add("Content-Type", [type])
        }
        return headers + mail.headers.map { SESEvent.MailHeader(name: $0.name, value: $0.value) }
    }

    private func commonHeaders(of mail: SimulatedMail, isRendered: Bool) -> SESEvent.CommonHeaders {
        if mail.isRaw { return rawCommonHeaders(of: mail) }
        return SESEvent.CommonHeaders(
            from: [mail.from], to: mail.to, cc: mail.cc, replyTo: mail.replyTo, messageID: mail.messageID,
            subject: isRendered ? mail.subject : nil)
    }

    /// What the raw content's own header says; the message id is the service's, which it puts in the place of any other.
    private func rawCommonHeaders(of mail: SimulatedMail) -> SESEvent.CommonHeaders {
        func list(_ name: String) -> [String] { mail.rawField(name).map { [$0] } ?? [] }
        return SESEvent.CommonHeaders(
            from: list("From"), to: list("To"), cc: list("Cc"), replyTo: list("Reply-To"),
            sender: mail.rawField("Sender"), date: mail.rawField("Date"), messageID: mail.messageID,
            subject: mail.rawField("Subject"))
    }

    /// The time a while from now, as events write it.
    func timestamp(after: Duration) -> EventTimestamp {
        EventTimestamp(clock.date(at: clock.now.advanced(by: after)))
    }

    /// How long a mail takes to its recipient's server.
    func transit() -> Duration { .milliseconds(random.number(in: 350...2_600)) }

    func feedbackID() -> String { "0102\(random.hexadecimal(12))-\(random.uuid())-000000" }

    func reportingMTA() -> String {
        "b\(random.number(in: 200...250))-\(random.number(in: 1...40)).smtp-out.\(region).amazonses.com"
    }

    /// The address a mail is sent from: one of its set's pool, if it has any.
    private func outgoingIP(of mail: SimulatedMail) -> String {
        let set = mail.configurationSet.flatMap { state.sets[$0.rawValue] }?.configuration
        let pool = set?.deliveryOptions?.sendingPoolName.map { state.dedicatedIPs.addresses(in: $0) } ?? []
        return pool.isEmpty ? ip() : pool[random.number(in: 0...(pool.count - 1))]
    }

    /// An address from the blocks kept for documentation.
    func ip() -> String { "198.51.100.\(random.number(in: 1...254))" }

    func visitor() -> (ip: String, userAgent: String) {
        let agents = [
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/135.0 Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari",
            "Mozilla/5.0 (X11; Linux x86_64; rv:137.0) Gecko/20100101 Thunderbird/137.0",
        ]
        return ("203.0.113.\(random.number(in: 1...254))", agents[random.number(in: 0...(agents.count - 1))])
    }
}

extension SimulatedMail {
    /// The value of a header field of raw content.
    fileprivate func rawField(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
