import SESClient
import SESCore

extension SESSimulator {
    func createContactList(_ input: CreateContactList) throws -> EmptyOutput {
        try ServiceRules.check(input.topics)
        try ServiceRules.checkRules(input)
        // The service says so of a list of the same name too.
        guard state.contactList == nil else {
            throw ServiceRefusal.badRequest("A maximum of 1 Lists allowed per account.")
        }
        state.contactList = StoredContactList(
            list: ContactList(
                contactListName: input.contactListName, topics: input.topics ?? [], description: input.description,
                createdTimestamp: clock.date, lastUpdatedTimestamp: clock.date, tags: input.tags ?? []))
        return EmptyOutput()
    }

    func getContactList(_ input: GetContactList) throws -> ContactList {
        try ServiceRules.checkRules(input)
        return try stored(input.contactListName).list
    }

    func updateContactList(_ input: UpdateContactList) throws -> EmptyOutput {
        try ServiceRules.check(input.topics)
        try ServiceRules.checkRules(input)
        var stored = try stored(input.contactListName)
        stored.list.topics = input.topics ?? []
        stored.list.description = input.description
        stored.list.lastUpdatedTimestamp = clock.date
        for (address, contact) in stored.contacts {
            let kept = contact.topicPreferences?.filter { stored.hasTopic($0.topicName) }
            stored.contacts[address]?.topicPreferences = kept
        }
        state.contactList = stored
        return EmptyOutput()
    }

    func deleteContactList(_ input: DeleteContactList) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        _ = try stored(input.contactListName)
        state.contactList = nil
        return EmptyOutput()
    }

    func listContactLists(_ input: ListContactLists) throws -> ListContactLists.Output {
        let size = try pageSize(input.pageSize, default: 1000, atMost: 1000)
        let list = state.contactList?.list
        let names = list?.contactListName.map { [$0.rawValue] } ?? []
        let page = try page(of: names, from: input.nextToken, size: size, refusal: ServiceRefusal.contactToken)
        let summary = ContactList(
            contactListName: list?.contactListName, lastUpdatedTimestamp: list?.lastUpdatedTimestamp)
        return ListContactLists.Output(contactLists: page.names.map { _ in summary }, nextToken: page.nextToken)
    }

    /// The list of that name, or the service's refusal.
    func stored(_ name: ContactListName) throws -> StoredContactList {
        guard let stored = state.contactList, stored.isNamed(name.rawValue) else {
            throw ServiceRefusal.missingContactList(name.rawValue)
        }
        return stored
    }

    /// Checks that the list and the topic that a mail names are there.
    ///
    /// An account without any contact list takes every name, as it takes every sender before the first is verified.
    func checkListManagement(_ options: ListManagementOptions?) throws {
        guard let options, let stored = state.contactList else { return }
        guard stored.isNamed(options.contactListName) else {
            throw ServiceRefusal.missingContactList(options.contactListName)
        }
        guard let topic = options.topicName else { return }
        try checkTopics([TopicName(rawValue: topic)], of: stored)
    }

    func checkTopics(_ topics: [TopicName], of stored: StoredContactList) throws {
        for topic in topics where !stored.hasTopic(topic) {
            let list = stored.list.contactListName?.rawValue ?? ""
            throw ServiceRefusal.badRequest("List: \(list) doesn't contain Topic: \(topic.rawValue)")
        }
    }

    /// Makes contacts of a mail's recipients that are none yet, as the service does when a mail names the list.
    func addContacts(for mail: SimulatedMail) {
        guard let options = mail.listManagement, state.contactList?.isNamed(options.contactListName) == true else {
            return
        }
        for recipient in mail.recipients {
            let address = EmailAddress(rawValue: SESEvent.Recipient(emailAddress: recipient).address)
            guard state.contactList?[address] == nil else { continue }
            state.contactList?[address] = Contact(
                emailAddress: address, createdTimestamp: clock.date, lastUpdatedTimestamp: clock.date)
        }
    }

    /// Unsubscribes a contact as its mail said it would, and tells the preferences before and after.
    func unsubscribe(_ address: String, after scheduled: ScheduledEvent) -> SESEvent {
        var event = scheduled.event
        guard case .subscription(var subscription) = event.kind, let options = scheduled.mail.listManagement,
            state.contactList?.isNamed(options.contactListName) == true
        else { return event }
        let address = EmailAddress(rawValue: address)
        subscription.oldTopicPreferences = state.contactList?.preferences(of: address)
        state.contactList?.unsubscribe(
            address, from: options.topicName.map(TopicName.init(rawValue:)), at: clock.date)
        subscription.newTopicPreferences = state.contactList?.preferences(of: address)
        event.kind = .subscription(subscription)
        return event
    }
}

extension ServiceRules {
    fileprivate static func check(_ topics: [ContactListTopic]?) throws {
        for (index, topic) in (topics ?? []).enumerated() {
            try checkEnum(
                topic.defaultSubscriptionStatus, at: "topics.\(index + 1).member.defaultSubscriptionStatus",
                in: [.optOut, .optIn])
        }
    }
}

extension ServiceRefusal {
    static func missingContactList(_ name: String) -> Self { .notFound("List with name: \(name) doesn't exist.") }
    static func contactToken(_ token: String) -> Self { .badRequest("Provided NextToken is invalid") }
}
