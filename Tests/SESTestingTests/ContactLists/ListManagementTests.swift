import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Mail of a contact list in the simulator")
struct ListManagementTests {
    private static func email(_ topic: String? = nil, list: String = "news") -> Email {
        var email = Campaign.email(to: ["Jane <jane@example.org>"])
        email.listManagementOptions = ListManagementOptions(contactListName: list, topicName: topic)
        return email
    }

    private func campaign(_ model: EngagementModel = .allDelivered) async throws -> Campaign {
        let campaign = try await Campaign(model)
        try await campaign.client.createContactList("news", topics: ContactListTests.topics)
        return campaign
    }

    static let wishes: [([TopicPreference]?, Bool, String?, Bool)] = [
        (nil, false, nil, true), (nil, true, nil, false), (nil, true, "sales", false),
        (nil, false, "sales", true), (nil, false, "tips", false),
        ([TopicPreference(topicName: "tips", subscriptionStatus: .optIn)], false, "tips", true),
        ([TopicPreference(topicName: "sales", subscriptionStatus: .optOut)], false, "sales", false),
        ([TopicPreference(topicName: "sales", subscriptionStatus: .optOut)], false, nil, true),
    ]

    @Test("A contact gets no mail of a topic or list it left: the mail bounces", arguments: wishes)
    func unsubscribed(preferences: [TopicPreference]?, all: Bool, topic: String?, isDelivered: Bool) async throws {
        let campaign = try await campaign()
        try await campaign.client.createContact(
            "jane@example.org", in: "news", topicPreferences: preferences, unsubscribeAll: all)
        try await campaign.send(Self.email(topic))
        let events = try await campaign.settledEvents()
        #expect(events.map(\.type) == [.send, isDelivered ? .delivery : .bounce])
        if !isDelivered {
            #expect(events.last?.bounce?.type == .permanent)
            #expect(events.last?.bounce?.subType == .unsubscribedRecipient)
        }
        #expect(await campaign.simulator.suppressedAddresses.isEmpty)
        #expect(try await campaign.names(of: Campaign.email()) == [.send, .delivery])
    }

    @Test("A recipient who is no contact becomes one, and the topic's default holds")
    func newContact() async throws {
        let campaign = try await campaign()
        #expect(try await campaign.names(of: Self.email("tips")) == [.send, .bounce])
        let contact = try await campaign.client.getContact("jane@example.org", in: "news")
        #expect(contact.topicPreferences == [] && contact.unsubscribeAll == false)
        #expect(try await campaign.names(of: Self.email("sales")) == [.send, .delivery])
    }

    @Test("Who unsubscribes from a topic leaves it when the event happens, and the event tells both states")
    func leavesTopic() async throws {
        let campaign = try await campaign(EngagementModel(unsubscribeRate: 1))
        try await campaign.send(Self.email("sales"))
        #expect(try await campaign.client.getContact("jane@example.org", in: "news").topicPreferences == [])
        guard case .subscription(let event) = try await campaign.settledEvents().last?.kind else {
            Issue.record("no subscription event")
            return
        }
        #expect(event.contactList == "news" && event.oldTopicPreferences?.topicSubscriptionStatus == [])
        #expect(event.oldTopicPreferences?.topicDefaultSubscriptionStatus.map(\.topicName) == ["sales", "tips"])
        #expect(event.newTopicPreferences?.unsubscribeAll == false)
        #expect(
            event.newTopicPreferences?.topicSubscriptionStatus
                == [SESEvent.TopicStatus(topicName: "sales", subscriptionStatus: .optOut)])
        #expect(
            try await campaign.client.getContact("jane@example.org", in: "news").topicPreferences
                == [TopicPreference(topicName: "sales", subscriptionStatus: .optOut)])
        #expect(try await campaign.names(of: Self.email("sales")) == [.send, .bounce])
        #expect(try await campaign.names(of: Self.email()).prefix(2) == [.send, .delivery])
        #expect(try await campaign.client.getContact("jane@example.org", in: "news").unsubscribeAll == true)
        #expect(try await campaign.names(of: Self.email("tips")) == [.send, .bounce])
    }

    @Test("An unknown list or topic refuses the send, once there is a list")
    func unknown() async throws {
        let bare = try await Campaign()
        #expect(try await bare.names(of: Self.email("any")) == [.send, .delivery])
        let campaign = try await campaign()
        let list = await error { try await campaign.send(Self.email(list: "gone")) }
        #expect(list?.code == .notFound && list?.serviceMessage == "List with name: gone doesn't exist.")
        let topic = await error { try await campaign.send(Self.email("gone")) }
        #expect(topic?.code == .badRequest && topic?.serviceMessage == "List: news doesn't contain Topic: gone")
        #expect(await campaign.simulator.sentMails.isEmpty)
    }
}
