import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The account's contact list with its contacts.
struct StoredContactList {
    /// The list as it reads.
    var list: ContactList
    /// The contacts by address in lower case, with what they chose; topics' defaults aren't kept.
    var contacts: [String: Contact] = [:]

    subscript(address: EmailAddress) -> Contact? {
        get { contacts[address.rawValue.lowercased()] }
        set { contacts[address.rawValue.lowercased()] = newValue }
    }

    func isNamed(_ name: String) -> Bool { list.contactListName?.rawValue == name }

    func hasTopic(_ name: TopicName) -> Bool { (list.topics ?? []).contains { $0.topicName == name } }

    /// What holds for the topics that a contact chose nothing for.
    func defaults(for contact: Contact) -> [TopicPreference] {
        let chosen = Set((contact.topicPreferences ?? []).map(\.topicName))
        return (list.topics ?? []).filter { !chosen.contains($0.topicName) }.map {
            TopicPreference(topicName: $0.topicName, subscriptionStatus: $0.defaultSubscriptionStatus)
        }
    }

    /// Whether a contact wants a topic's mail, or without a topic the list's; nil if it didn't say and no default counts.
    func status(of contact: Contact, on topic: TopicName?, usingDefault: Bool) -> SubscriptionStatus? {
        if contact.unsubscribeAll == true { return .optOut }
        guard let topic else { return .optIn }
        let preferences = (contact.topicPreferences ?? []) + (usingDefault ? defaults(for: contact) : [])
        return preferences.first { $0.topicName == topic }?.subscriptionStatus
    }

    /// Whether mail of this list and topic may go to an address.
    func wants(_ options: ListManagementOptions, address: String) -> Bool {
        guard isNamed(options.contactListName), let contact = contacts[address.lowercased()] else { return true }
        let topic = options.topicName.map(TopicName.init(rawValue:))
        return status(of: contact, on: topic, usingDefault: true) != .optOut
    }

    /// Takes a contact off a topic, or off the whole list, and makes one of an address that is none.
    mutating func unsubscribe(_ address: EmailAddress, from topic: TopicName?, at date: Date) {
        var contact = self[address] ?? Contact(emailAddress: address, createdTimestamp: date)
        if let topic {
            let others = (contact.topicPreferences ?? []).filter { $0.topicName != topic }
            contact.topicPreferences = others + [TopicPreference(topicName: topic, subscriptionStatus: .optOut)]
        } else {
            contact.unsubscribeAll = true
        }
        contact.lastUpdatedTimestamp = date
        self[address] = contact
    }

    /// A contact's preferences as Subscription events write them.
    func preferences(of address: EmailAddress) -> SESEvent.TopicPreferences {
        let contact = self[address] ?? Contact(emailAddress: address)
        return SESEvent.TopicPreferences(
            unsubscribeAll: contact.unsubscribeAll ?? false,
            topicSubscriptionStatus: (contact.topicPreferences ?? []).map(SESEvent.TopicStatus.init),
            topicDefaultSubscriptionStatus: defaults(for: contact).map(SESEvent.TopicStatus.init))
    }
}

extension SESEvent.TopicStatus {
    fileprivate init(_ preference: TopicPreference) {
        self.init(
            topicName: preference.topicName.rawValue,
            subscriptionStatus: preference.subscriptionStatus == .optOut ? .optOut : .optIn)
    }
}
