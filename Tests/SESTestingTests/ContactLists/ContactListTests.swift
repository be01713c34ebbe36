import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Contact lists and contacts in the simulator")
struct ContactListTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    static let path = "/v2/email/contact-lists"
    static let topics = [
        ContactListTopic(topicName: "sales", displayName: "Sales", defaultSubscriptionStatus: .optIn),
        ContactListTopic(
            topicName: "tips", displayName: "Tips", description: "Weekly", defaultSubscriptionStatus: .optOut),
    ]
    private static let tag = ResourceTag(key: "k", value: "v")

    private static func preference(_ topic: TopicName, _ status: SubscriptionStatus) -> TopicPreference {
        TopicPreference(topicName: topic, subscriptionStatus: status)
    }

    private func makeList() async throws {
        try await client.createContactList("news", topics: Self.topics, description: "d", tags: [Self.tag])
    }

    @Test("A list reads as it was made, is replaced as a whole, and is gone with its contacts")
    func lists() async throws {
        let start = simulator.clock.date
        #expect(try await all(client.listContactLists()).isEmpty)
        try await makeList()
        #expect(
            try await client.getContactList("news")
                == ContactList(
                    contactListName: "news", topics: Self.topics, description: "d", createdTimestamp: start,
                    lastUpdatedTimestamp: start, tags: [Self.tag]))
        try await client.createContact(
            "jane@example.org", in: "news", topicPreferences: [Self.preference("tips", .optIn)])
        await simulator.advance(by: .seconds(9))
        try await client.updateContactList("news", topics: [Self.topics[0]], description: nil)
        let list = try await client.getContactList("news")
        #expect(list.topics == [Self.topics[0]] && list.description == nil && list.tags == [Self.tag])
        #expect(list.createdTimestamp == start && list.lastUpdatedTimestamp == start + 9)
        #expect(try await client.getContact("jane@example.org", in: "news").topicPreferences == [])
        #expect(
            try await all(client.listContactLists(pageSize: 1))
                == [ContactList(contactListName: "news", lastUpdatedTimestamp: start + 9)])
        try await client.deleteContactList("news")
        #expect(await code { try await client.getContactList("news") } == .notFound)
        try await makeList()
        #expect(await code { try await client.getContact("jane@example.org", in: "news") } == .notFound)
    }

    @Test("A contact says what it chose, and the list what holds for the rest")
    func contacts() async throws {
        try await makeList()
        let start = simulator.clock.date
        try await client.createContact(
            "Jane@example.org", in: "news", topicPreferences: [Self.preference("tips", .optIn)],
            attributesData: #"{"name":"Jane"}"#)
        #expect(
            try await client.getContact("jane@example.org", in: "news")
                == Contact(
                    contactListName: "news", emailAddress: "Jane@example.org",
                    topicPreferences: [Self.preference("tips", .optIn)],
                    topicDefaultPreferences: [Self.preference("sales", .optIn)], unsubscribeAll: false,
                    attributesData: #"{"name":"Jane"}"#, createdTimestamp: start, lastUpdatedTimestamp: start))
        await simulator.advance(by: .seconds(5))
        try await client.updateContact(
            "jane@example.org", in: "news", topicPreferences: nil, unsubscribeAll: true, attributesData: nil)
        let contact = try await client.getContact("jane@example.org", in: "news")
        #expect(contact.topicPreferences == [] && contact.topicDefaultPreferences?.count == 2)
        #expect(contact.unsubscribeAll == true && contact.attributesData == nil)
        #expect(contact.createdTimestamp == start && contact.lastUpdatedTimestamp == start + 5)
        try await client.deleteContact("jane@example.org", in: "news")
        #expect(await code { try await client.deleteContact("jane@example.org", in: "news") } == .notFound)
    }

    static let filters: [(ContactFilter?, String)] = [
        (nil, "abcde"),
        (ContactFilter(filteredStatus: .optIn), "abde"),
        (ContactFilter(filteredStatus: .optOut), "c"),
        (ContactFilter(filteredStatus: .optIn, topicFilter: ContactTopicFilter(topicName: "sales")), "a"),
        (ContactFilter(filteredStatus: .optOut, topicFilter: ContactTopicFilter(topicName: "sales")), "bc"),
        (
            ContactFilter(
                filteredStatus: .optIn,
                topicFilter: ContactTopicFilter(topicName: "sales", useDefaultIfPreferenceUnavailable: true)), "ade"
        ),
        (
            ContactFilter(
                filteredStatus: .optOut,
                topicFilter: ContactTopicFilter(topicName: "tips", useDefaultIfPreferenceUnavailable: true)), "abcde"
        ),
        (ContactFilter(topicFilter: ContactTopicFilter(topicName: "sales")), "abcde"),
    ]

    @Test("Contacts are listed by name, in pages, and by what they want", arguments: filters)
    func list(filter: ContactFilter?, names: String) async throws {
        try await makeList()
        let preferences = ["a": Self.preference("sales", .optIn), "b": Self.preference("sales", .optOut)]
        for name in ["e", "d", "c", "b", "a"] {
            try await client.createContact(
                EmailAddress(rawValue: "\(name)@example.org"), in: "news",
                topicPreferences: preferences[name].map { [$0] }, unsubscribeAll: name == "c", attributesData: "x")
        }
        for size in [nil, 1, 2] {
            let listed = try await all(client.listContacts(in: "news", matching: filter, pageSize: size))
            #expect(listed.map { $0.emailAddress?.rawValue.prefix(1) ?? "" }.joined() == names)
            #expect(listed.allSatisfy { $0.attributesData == nil && $0.createdTimestamp == nil })
        }
    }

    private func all<Operation: PagedOperation>(
        _ sequence: PagedSequence<Operation>
    ) async throws -> [PagedSequence<Operation>.Element] {
        try await sequence.reduce(into: []) { $0.append($1) }
    }

    static let refused: [(String, String, String?, Refusal)] = [
        (
            "POST", "", #"{"ContactListName":"news"}"#, .badRequest("A maximum of 1 Lists allowed per account.")
        ),
        ("GET", "/gone", nil, .notFound("List with name: gone doesn't exist.")),
        ("PUT", "/gone", "{}", .notFound("List with name: gone doesn't exist.")),
        ("DELETE", "/gone", nil, .notFound("List with name: gone doesn't exist.")),
        ("GET", "?NextToken=x", nil, .badRequest("Provided NextToken is invalid")),
        ("GET", "?PageSize=0", nil, .badRequest("The page size must be between 1 and 1000")),
        (
            "POST", "/gone/contacts", #"{"EmailAddress":"a@e.org"}"#,
            .notFound("List with name: gone doesn't exist.")
        ),
        (
            "POST", "/news/contacts", #"{"EmailAddress":"Jane@example.org"}"#,
            Refusal(
                status: 400, name: "AlreadyExistsException", message: "Jane@example.org already exists in List.")
        ),
        (
            "POST", "/news/contacts",
            #"{"EmailAddress":"a@e.org","TopicPreferences":[{"TopicName":"x","SubscriptionStatus":"OPT_IN"}]}"#,
            .badRequest("List: news doesn't contain Topic: x")
        ),
        (
            "PUT", "/news/contacts/jane@example.org",
            #"{"TopicPreferences":[{"TopicName":"sales","SubscriptionStatus":"MAYBE"}]}"#,
            .badRequest(
                "1 validation error detected: Value at 'topicPreferences.1.member.subscriptionStatus' failed to "
                    + "satisfy constraint: Member must satisfy enum value set: [OPT_OUT, OPT_IN]")
        ),
        ("GET", "/news/contacts/a@e.org", nil, .notFound("a@e.org doesn't exist in List.")),
        ("PUT", "/news/contacts/a@e.org", "{}", .notFound("a@e.org doesn't exist in List.")),
        ("POST", "/news/contacts/list", #"{"NextToken":"x"}"#, .badRequest("Provided NextToken is invalid")),
        (
            "POST", "/news/contacts/list", #"{"Filter":{"TopicFilter":{"TopicName":"x"}}}"#,
            .badRequest("List: news doesn't contain Topic: x")
        ),
    ]

    @Test("What the service refuses is refused in its words", arguments: refused)
    func refusals(method: String, path: String, body: String?, refusal: Refusal) async throws {
        try await makeList()
        try await client.createContact("jane@example.org", in: "news")
        #expect(try await wire.call(method, Self.path + path, body).refusal == refusal)
    }
}
