import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for contact lists")
struct ContactListMethodTests {
    private static let lists = "/v2/email/contact-lists"
    private static let contacts = "\(lists)/news/contacts"
    private static let jane = "\(contacts)/jane%2Bx%40example.org"
    private static let topic = ContactListTopic(
        topicName: "offers", displayName: "Offers", defaultSubscriptionStatus: .optOut)
    private static let topicBody =
        #"{"DefaultSubscriptionStatus":"OPT_OUT","DisplayName":"Offers","TopicName":"offers"}"#
    private static let choice = TopicPreference(topicName: "offers", subscriptionStatus: .optIn)
    private static let choiceBody = #"{"SubscriptionStatus":"OPT_IN","TopicName":"offers"}"#

    static let calls: [MethodCall] = [
        MethodCall(
            "POST \(lists)",
            #"{"ContactListName":"news","Description":"d","Tags":[{"Key":"k","Value":"v"}],"Topics":[\#(topicBody)]}"#
        ) {
            try await $0.createContactList(
                "news", topics: [topic], description: "d", tags: [ResourceTag(key: "k", value: "v")])
        },
        MethodCall("GET \(lists)/news", answer: #"{"ContactListName":"news","CreatedTimestamp":1.5E9}"#) {
            let list = try await $0.getContactList("news")
            #expect(list.contactListName == "news")
            #expect(list.createdTimestamp?.timeIntervalSince1970 == 1.5e9)
        },
        MethodCall("GET \(lists)?PageSize=7", answer: #"{"ContactLists":[{"ContactListName":"news"}]}"#) {
            let names = try await $0.listContactLists(pageSize: 7).reduce(into: []) { $0.append($1.contactListName) }
            #expect(names == ["news"])
        },
        MethodCall("PUT \(lists)/news", #"{"Topics":[]}"#) {
            try await $0.updateContactList("news", topics: [], description: nil)
        },
        MethodCall("DELETE \(lists)/news") { try await $0.deleteContactList("news") },
        MethodCall(
            "POST \(contacts)",
            #"{"AttributesData":"a","EmailAddress":"jane+x@example.org","TopicPreferences":[\#(choiceBody)],"UnsubscribeAll":false}"#
        ) {
            try await $0.createContact(
                "jane+x@example.org", in: "news", topicPreferences: [choice], unsubscribeAll: false,
                attributesData: "a")
        },
        MethodCall("GET \(jane)", answer: #"{"EmailAddress":"jane+x@example.org","UnsubscribeAll":true}"#) {
            let contact = try await $0.getContact("jane+x@example.org", in: "news")
            #expect(contact.emailAddress?.address == "jane+x@example.org")
            #expect(contact.unsubscribeAll == true)
        },
        MethodCall(
            "POST \(contacts)/list",
            #"{"Filter":{"FilteredStatus":"OPT_IN","TopicFilter":{"TopicName":"offers"}},"PageSize":7}"#,
            answer: #"{"Contacts":[{"EmailAddress":"a@example.org"},{}]}"#
        ) {
            let filter = ContactFilter(filteredStatus: .optIn, topicFilter: ContactTopicFilter(topicName: "offers"))
            let found = try await $0.listContacts(in: "news", matching: filter, pageSize: 7).reduce(into: []) {
                $0.append($1.emailAddress?.rawValue)
            }
            #expect(found == ["a@example.org", nil])
        },
        MethodCall("PUT \(jane)", #"{"TopicPreferences":[\#(choiceBody)],"UnsubscribeAll":true}"#) {
            try await $0.updateContact(
                "jane+x@example.org", in: "news", topicPreferences: [choice], unsubscribeAll: true)
        },
        MethodCall("DELETE \(jane)") { try await $0.deleteContact("jane+x@example.org", in: "news") },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    static let broken: [BrokenInput] = [
        BrokenInput(CreateContactList(contactListName: ""), "ContactListName", "cannot be empty"),
        BrokenInput(
            CreateContactList(contactListName: "l", topics: Array(repeating: topic, count: 21)), "Topics",
            "must hold at most 20 topics"),
        BrokenInput(
            UpdateContactList(contactListName: "l", topics: [topic, topic]), "Topics[1].TopicName",
            "must differ from the other topics' names"),
        BrokenInput(
            UpdateContactList(contactListName: "l", description: String(repeating: "d", count: 501)), "Description",
            "must be at most 500 characters"),
        BrokenInput(
            CreateContactList(contactListName: "l", description: String(repeating: "d", count: 501)), "Description",
            "must be at most 500 characters"),
        BrokenInput(
            CreateContactList(contactListName: "l", tags: [ResourceTag(key: "", value: "")]), "Tags[0].Key",
            "cannot be empty"),
        BrokenInput(UpdateContactList(contactListName: "a b"), "ContactListName", BrokenInput.shortName),
        BrokenInput(GetContactList(contactListName: "a b"), "ContactListName", BrokenInput.shortName),
        BrokenInput(DeleteContactList(contactListName: "a b"), "ContactListName", BrokenInput.shortName),
        BrokenInput(ListContactLists(pageSize: 0), "PageSize", "must be at least 1"),
        BrokenInput(
            CreateContact(
                contactListName: "l", emailAddress: "a@b.c",
                topicPreferences: [TopicPreference(topicName: "", subscriptionStatus: .optIn)]),
            "TopicPreferences[0].TopicName", "cannot be empty"),
        BrokenInput(
            UpdateContact(
                contactListName: "l", emailAddress: "a@b.c",
                topicPreferences: [TopicPreference(topicName: "", subscriptionStatus: .optIn)]),
            "TopicPreferences[0].TopicName", "cannot be empty"),
        BrokenInput(
            ListContacts(
                contactListName: "l", filter: ContactFilter(topicFilter: ContactTopicFilter(topicName: "a.b"))),
            "Filter.TopicFilter.TopicName", BrokenInput.shortName),
        BrokenInput(ListContacts(contactListName: "l", pageSize: -1), "PageSize", "must be at least 1"),
    ]

    static let brokenLists: [BrokenInput] = {
        let inputs: [any SESOperation] = [
            CreateContact(contactListName: "a b", emailAddress: "a@b.c"),
            GetContact(contactListName: "a b", emailAddress: "a@b.c"),
            UpdateContact(contactListName: "a b", emailAddress: "a@b.c"),
            DeleteContact(contactListName: "a b", emailAddress: "a@b.c"), ListContacts(contactListName: "a b"),
        ]
        return inputs.map { BrokenInput($0, "ContactListName", BrokenInput.shortName) }
    }()

    @Test("a broken rule is named", arguments: broken + brokenLists)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test(
        "a contact is named by a bare address, and the error doesn't repeat it",
        arguments: ["Jane <jane@example.org>", "<jane@example.org>", "jane", "jane@exa mple.org", ""])
    func bareAddress(text: String) async throws {
        let address = EmailAddress(rawValue: text)
        let inputs: [any SESOperation] = [
            CreateContact(contactListName: "l", emailAddress: address),
            GetContact(contactListName: "l", emailAddress: address),
            UpdateContact(contactListName: "l", emailAddress: address),
            DeleteContact(contactListName: "l", emailAddress: address),
        ]
        for input in inputs {
            let error = #expect(throws: SESValueError.self) { try input.validate() }
            #expect(error?.field == "EmailAddress")
            #expect(error?.value == nil)
        }
    }

    @Test("a contact and what is written of one print nothing of it")
    func privacy() {
        let address: EmailAddress = "jane@example.org"
        let values: [Any] = [
            Contact(emailAddress: address, attributesData: "jane"),
            CreateContact(contactListName: "l", emailAddress: address, attributesData: "jane"),
            UpdateContact(contactListName: "l", emailAddress: address, attributesData: "jane"),
            GetContact(contactListName: "l", emailAddress: address),
            DeleteContact(contactListName: "l", emailAddress: address),
            ListContacts.Output(contacts: [Contact(emailAddress: address, attributesData: "jane")]),
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("jane")) }
    }
}
