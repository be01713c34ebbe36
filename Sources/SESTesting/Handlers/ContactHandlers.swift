import SESClient
import SESCore

extension SESSimulator {
    func createContact(_ input: CreateContact) throws -> EmptyOutput {
        try ServiceRules.check(input.topicPreferences)
        try ServiceRules.checkRules(input)
        let stored = try stored(input.contactListName)
        try checkTopics((input.topicPreferences ?? []).map(\.topicName), of: stored)
        guard stored[input.emailAddress] == nil else {
            throw ServiceRefusal.alreadyExists("\(input.emailAddress.rawValue) already exists in List.")
        }
        state.contactList?[input.emailAddress] = Contact(
            emailAddress: input.emailAddress, topicPreferences: input.topicPreferences,
            unsubscribeAll: input.unsubscribeAll, attributesData: input.attributesData, createdTimestamp: clock.date,
            lastUpdatedTimestamp: clock.date)
        return EmptyOutput()
    }

    func getContact(_ input: GetContact) throws -> Contact {
        try ServiceRules.checkRules(input)
        let stored = try stored(input.contactListName)
        var contact = try self.contact(input.emailAddress, in: stored)
        contact.contactListName = input.contactListName
        contact.topicPreferences = contact.topicPreferences ?? []
        contact.topicDefaultPreferences = stored.defaults(for: contact)
        contact.unsubscribeAll = contact.unsubscribeAll ?? false
        return contact
    }

    func updateContact(_ input: UpdateContact) throws -> EmptyOutput {
        try ServiceRules.check(input.topicPreferences)
        try ServiceRules.checkRules(input)
        let stored = try stored(input.contactListName)
        var contact = try contact(input.emailAddress, in: stored)
        try checkTopics((input.topicPreferences ?? []).map(\.topicName), of: stored)
        contact.topicPreferences = input.topicPreferences
        contact.unsubscribeAll = input.unsubscribeAll
        contact.attributesData = input.attributesData
        contact.lastUpdatedTimestamp = clock.date
        state.contactList?[input.emailAddress] = contact
        return EmptyOutput()
    }

    func deleteContact(_ input: DeleteContact) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        let stored = try stored(input.contactListName)
        _ = try contact(input.emailAddress, in: stored)
        state.contactList?[input.emailAddress] = nil
        return EmptyOutput()
    }

    func listContacts(_ input: ListContacts) throws -> ListContacts.Output {
        try ServiceRules.checkEnum(
            input.filter?.filteredStatus, at: "filter.filteredStatus", in: [.optOut, .optIn])
        let size = try pageSize(input.pageSize, default: 50, atMost: 1000)
        let stored = try stored(input.contactListName)
        let topic = input.filter?.topicFilter?.topicName
        try checkTopics(topic.map { [$0] } ?? [], of: stored)
        let usesDefault = input.filter?.topicFilter?.useDefaultIfPreferenceUnavailable == true
        let found = stored.contacts.filter { _, contact in
            guard let wanted = input.filter?.filteredStatus else { return true }
            return stored.status(of: contact, on: topic, usingDefault: usesDefault) == wanted
        }
        let page = try page(
            of: found.keys.sorted(), from: input.nextToken, size: size, refusal: ServiceRefusal.contactToken)
        let listed = page.names.compactMap { found[$0] }.map { contact in
            Contact(
                emailAddress: contact.emailAddress, topicPreferences: contact.topicPreferences ?? [],
                topicDefaultPreferences: stored.defaults(for: contact),
                unsubscribeAll: contact.unsubscribeAll ?? false, lastUpdatedTimestamp: contact.lastUpdatedTimestamp)
        }
        return ListContacts.Output(contacts: listed, nextToken: page.nextToken)
    }

    private func contact(_ address: EmailAddress, in stored: StoredContactList) throws -> Contact {
        guard let contact = stored[address] else {
            throw ServiceRefusal.notFound("\(address.rawValue) doesn't exist in List.")
        }
        return contact
    }
}

extension ServiceRules {
    fileprivate static func check(_ preferences: [TopicPreference]?) throws {
        for (index, preference) in (preferences ?? []).enumerated() {
            try checkEnum(
                preference.subscriptionStatus, at: "topicPreferences.\(index + 1).member.subscriptionStatus",
                in: [.optOut, .optIn])
        }
    }
}
