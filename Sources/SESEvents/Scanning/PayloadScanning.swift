// Each of these is the scanner's twin of the `init(from:)` of the same type.

extension SESEvent.Send: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(NoKey.self) else { return nil }
        while try scanner.nextMember(of: &members) != nil {}
        guard members.isReadable else { return nil }
        self.init()
    }

    private enum NoKey: CodingKey, ScannedKey {
        static let table = MemberTable<Self>()
    }
}

extension SESEvent.Delivery: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .timestamp: timestamp = try scanner.timestamp()
            case .processingTimeMillis: processingTimeMillis = try scanner.integer()
            case .recipients: recipients = try scanner.strings()
            case .smtpResponse: smtpResponse = try scanner.text()
            case .reportingMTA: reportingMTA = try scanner.text()
            case .remoteMTAIP: remoteMTAIP = try scanner.string()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.Bounce: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .type: type = .init(rawValue: try scanner.text())
            case .subType: subType = .init(rawValue: try scanner.text())
            case .recipients: recipients = try scanner.list()
            case .timestamp: timestamp = try scanner.timestamp()
            case .feedbackID: feedbackID = try scanner.text()
            case .reportingMTA: reportingMTA = try scanner.string()
            case .remoteMTAIP: remoteMTAIP = try scanner.string()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.Complaint: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .recipients: recipients = try scanner.list()
            case .timestamp: timestamp = try scanner.timestamp()
            case .feedbackID: feedbackID = try scanner.text()
            case .subType: subType = try scanner.value()
            case .userAgent: userAgent = try scanner.string()
            case .feedbackType: feedbackType = try scanner.value()
            case .arrivalDate: arrivalDate = try scanner.timestampIfPresent()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.Reject: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .reason: reason = try scanner.text()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.Open: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .ipAddress: ipAddress = try scanner.text()
            case .timestamp: timestamp = try scanner.timestamp()
            case .userAgent: userAgent = try scanner.text()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.Click: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .ipAddress: ipAddress = try scanner.text()
            case .timestamp: timestamp = try scanner.timestamp()
            case .userAgent: userAgent = try scanner.text()
            case .link: link = try scanner.text()
            case .linkTags: linkTags = try scanner.tags()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.RenderingFailure: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .templateName: templateName = try scanner.text()
            case .errorMessage: errorMessage = try scanner.text()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.DeliveryDelay: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .type: type = .init(rawValue: try scanner.text())
            case .recipients: recipients = try scanner.list()
            case .expirationTime: expirationTime = try scanner.timestamp()
            case .timestamp: timestamp = try scanner.timestamp()
            case .reportingMTA: reportingMTA = try scanner.string()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.Subscription: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .contactList: contactList = try scanner.text()
            case .timestamp: timestamp = try scanner.timestamp()
            case .source: source = try scanner.text()
            case .newTopicPreferences: newTopicPreferences = try .init(scanning: &scanner)
            case .oldTopicPreferences: oldTopicPreferences = try .init(scanning: &scanner)
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.TopicPreferences: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .unsubscribeAll: unsubscribeAll = try scanner.bool()
            case .topicSubscriptionStatus: topicSubscriptionStatus = try scanner.list()
            case .topicDefaultSubscriptionStatus: topicDefaultSubscriptionStatus = try scanner.list()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.TopicStatus: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .topicName: topicName = try scanner.text()
            case .subscriptionStatus: subscriptionStatus = .init(rawValue: try scanner.text())
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.Recipient: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        if scanner.next == UInt8(ascii: "\"") {
            guard let address = try scanner.string() else { return nil }
            self.init(emailAddress: address)
            return
        }
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init(emailAddress: "")
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .emailAddress: emailAddress = try scanner.text()
            case .action: action = try scanner.string()
            case .status: status = try scanner.string()
            case .diagnosticCode: diagnosticCode = try scanner.string()
            }
        }
        guard members.isReadable else { return nil }
    }
}

extension SESEvent.CommonHeaders: Scanned {
    init?(scanning scanner: inout JSONScanner) throws(JSONFault) {
        guard var members = try scanner.members(CodingKeys.self) else { return nil }
        self.init()
        while let key = try scanner.nextMember(of: &members) {
            switch key {
            case .from: from = try scanner.strings()
            case .to: to = try scanner.strings()
            case .cc: cc = try scanner.strings()
            case .bcc: bcc = try scanner.strings()
            case .replyTo: replyTo = try scanner.strings()
            case .returnPath: returnPath = try scanner.string()
            case .sender: sender = try scanner.string()
            case .date: date = try scanner.string()
            case .messageID: messageID = try scanner.string()
            case .subject: subject = try scanner.string()
            }
        }
        guard members.isReadable else { return nil }
    }
}
