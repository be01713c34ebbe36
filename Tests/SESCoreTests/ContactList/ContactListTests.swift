import Foundation
import SESCore
import Testing

@Suite("Contact lists and contacts")
struct ContactListTests {
    private static let time = Date(timeIntervalSince1970: 1_700_000_000)

    static func topic(_ name: TopicName = "t", displayName: String = "T", description: String? = nil)
        -> ContactListTopic
    {
        ContactListTopic(
            topicName: name, displayName: displayName, description: description, defaultSubscriptionStatus: .optIn)
    }

    @Test("a list has AWS's shape")
    func listWire() throws {
        let list = ContactList(
            contactListName: "l", topics: [Self.topic(description: "d")], description: "about",
            createdTimestamp: Self.time, lastUpdatedTimestamp: Self.time + 0.5, tags: [])
        let parts = [
            #"{"ContactListName":"l","CreatedTimestamp":1700000000,"Description":"about","#,
            #""LastUpdatedTimestamp":1700000000.5,"Tags":[],"#,
            #""Topics":[{"DefaultSubscriptionStatus":"OPT_IN","Description":"d","DisplayName":"T","TopicName":"t"}]}"#,
        ]
        try expectWireForm(of: list, is: parts.joined())
        try expectWireForm(of: ContactList(), is: "{}")
    }

    @Test("a contact has AWS's shape")
    func contactWire() throws {
        let contact = Contact(
            contactListName: "l", emailAddress: "a@example.org",
            topicPreferences: [TopicPreference(topicName: "t", subscriptionStatus: .optOut)],
            topicDefaultPreferences: [], unsubscribeAll: false, attributesData: "{}", createdTimestamp: Self.time,
            lastUpdatedTimestamp: Self.time)
        let parts = [
            #"{"AttributesData":"{}","ContactListName":"l","CreatedTimestamp":1700000000,"#,
            #""EmailAddress":"a@example.org","LastUpdatedTimestamp":1700000000,"TopicDefaultPreferences":[],"#,
            #""TopicPreferences":[{"SubscriptionStatus":"OPT_OUT","TopicName":"t"}],"UnsubscribeAll":false}"#,
        ]
        try expectWireForm(of: contact, is: parts.joined())
        try expectWireForm(of: Contact(), is: "{}")
    }

    @Test("a topic and a preference of which the service says nothing decode and stay as they were")
    func incomplete() throws {
        let list = try decoded(ContactList.self, #"{"Topics":[{}]}"#)
        #expect(list.topics?.first?.topicName == "")
        #expect(try encoded(list) == #"{"Topics":[{}]}"#)
        let preference = try decoded(TopicPreference.self, #"{"SubscriptionStatus":"NEW"}"#)
        #expect(preference.subscriptionStatus.rawValue == "NEW")
        #expect(try encoded(preference) == #"{"SubscriptionStatus":"NEW"}"#)
    }

    @Test("a filter has AWS's shape")
    func filterWire() throws {
        let filter = ContactFilter(
            filteredStatus: .optIn,
            topicFilter: ContactTopicFilter(topicName: "t", useDefaultIfPreferenceUnavailable: true))
        try expectWireForm(
            of: filter,
            is:
                #"{"FilteredStatus":"OPT_IN","TopicFilter":{"TopicName":"t","UseDefaultIfPreferenceUnavailable":true}}"#
        )
        try expectWireForm(of: ContactFilter(), is: "{}")
    }

    @Test(
        "a topic at the edges passes",
        arguments: [
            topic("t", displayName: "", description: ""), topic(displayName: text(128), description: text(500)),
        ])
    func legal(topic: ContactListTopic) throws {
        try topic.validate()
    }

    @Test(
        "a broken rule is named with its field and value",
        arguments: [
            BrokenRule(topic(""), "TopicName", "cannot be empty", shows: ""),
            BrokenRule(
                topic(displayName: text(129)), "DisplayName", "must be at most 128 characters",
                shows: text(120) + "…"),
            BrokenRule(
                topic(description: text(501)), "Description", "must be at most 500 characters",
                shows: text(120) + "…"),
            BrokenRule(
                TopicPreference(topicName: "a b", subscriptionStatus: .optIn), "TopicName", ShortNameTests.alphabet,
                shows: "a b"),
            BrokenRule(
                ContactFilter(topicFilter: ContactTopicFilter(topicName: "")), "TopicFilter.TopicName",
                "cannot be empty", shows: ""),
        ])
    func illegal(rule: BrokenRule) {
        rule.expectBroken()
    }

    @Test("a list has at most 20 topics, each name once")
    func together() throws {
        let topics = (0..<20).map { Self.topic(TopicName(rawValue: "t\($0)")) }
        try topics.validateTogether(at: FieldPath("Topics"))
        let path = FieldPath("Topics")
        let tooMany = fault { () throws(SESValueError) in try (topics + [Self.topic("x")]).validateTogether(at: path) }
        #expect(tooMany?.rule == "must hold at most 20 topics")
        let twice = fault { () throws(SESValueError) in
            try [Self.topic("a"), Self.topic("a")].validateTogether(at: path)
        }
        #expect(twice?.field == "Topics[1].TopicName")
        let broken = fault { () throws(SESValueError) in try [Self.topic("")].validateTogether(at: path) }
        #expect(broken?.field == "Topics[0].TopicName")
    }
}
