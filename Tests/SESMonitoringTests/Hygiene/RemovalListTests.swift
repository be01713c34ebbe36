import Foundation
import SESCore
import SESEvents
import SESMonitoring
import Testing

@Suite("A list of addresses to remove")
struct RemovalListTests {
    static let start = Date(timeIntervalSince1970: 1_746_090_000.5)

    static func event(
        _ kind: SESEvent.Kind, to destination: [String] = ["jane@example.org"], set: String? = "promo"
    ) -> SESEvent {
        SESEvent(
            mail: SESEvent.Mail(
                messageID: "m", timestamp: EventTimestamp(start), destination: destination,
                tags: SESEvent.MailTags(set.map { ["ses:configuration-set": [$0]] } ?? [:])),
            kind: kind)
    }

    static func bounce(
        _ address: String..., type: SESEvent.BounceType = .permanent, subType: SESEvent.BounceSubType = .general,
        after seconds: Double = 0, set: String? = "promo"
    ) -> SESEvent {
        event(
            .bounce(
                SESEvent.Bounce(
                    type: type, subType: subType, recipients: address.map { SESEvent.Recipient(emailAddress: $0) },
                    timestamp: EventTimestamp(start + seconds))), set: set)
    }

    static func complaint(
        _ address: String..., subType: SESEvent.ComplaintSubType? = nil, type: SESEvent.ComplaintFeedbackType? = nil,
        after seconds: Double = 0
    ) -> SESEvent {
        event(
            .complaint(
                SESEvent.Complaint(
                    recipients: address.map { SESEvent.Recipient(emailAddress: $0) },
                    timestamp: EventTimestamp(start + seconds), subType: subType, feedbackType: type)))
    }

    static func subscription(
        all: Bool? = nil, _ topics: [String: Bool] = [:], list: String = "news", after seconds: Double = 0,
        to destination: [String] = ["jane@example.org"]
    ) -> SESEvent {
        let statuses = topics.sorted { $0.key < $1.key }.map {
            SESEvent.TopicStatus(topicName: $0.key, subscriptionStatus: $0.value ? .optIn : .optOut)
        }
        return event(
            .subscription(
                SESEvent.Subscription(
                    contactList: list, timestamp: EventTimestamp(start + seconds),
                    newTopicPreferences: SESEvent.TopicPreferences(
                        unsubscribeAll: all, topicSubscriptionStatus: statuses))), to: destination)
    }

    private func reasons(_ events: SESEvent...) -> [Removal.Reason] { RemovalList(events).removals.map(\.reason) }

    @Test("a hard bounce counts whatever its subtype, a soft one doesn't")
    func bounces() {
        for subType in [
            SESEvent.BounceSubType.general, .noEmail, .suppressed, .onAccountSuppressionList, .init(rawValue: "new"),
        ] {
            #expect(reasons(Self.bounce("a@example.org", subType: subType)) == [.hardBounce])
            #expect(RemovalList([Self.bounce("a@example.org", subType: subType)]).removals.map(\.isCertain) == [true])
        }
        #expect(reasons(Self.bounce("a@example.org", type: .transient)) == [])
        #expect(reasons(Self.bounce("a@example.org", type: .undetermined)) == [])
        #expect(reasons(Self.bounce("a@example.org", subType: .unsubscribedRecipient)) == [])
        for subType in [SESEvent.BounceSubType.emailValidationSuppressed, .onTenantSuppressionList] {
            let unlikely = RemovalList([Self.bounce("a@example.org", subType: subType)])
            #expect(unlikely.removals.map(\.isCertain) == [false])
        }
    }

    @Test("a complaint is sure for a single recipient only, and a report of no spam is none")
    func complaints() {
        #expect(RemovalList([Self.complaint("a@example.org")]).removals.map(\.isCertain) == [true])
        var list = RemovalList([Self.complaint("a@example.org", "b@example.org")])
        #expect(list.removals.map(\.isCertain) == [false, false])
        list.record(Self.complaint("b@example.org", after: -5))
        #expect(list.removals.map(\.isCertain) == [false, true])
        #expect(list.removals.last?.first == Self.start - 5 && list.removals.last?.last == Self.start)
        #expect(reasons(Self.complaint("a@example.org", type: .notSpam)) == [])
        #expect(reasons(Self.complaint("a@example.org", subType: .onAccountSuppressionList)) == [.complaint])
        let ofTenant = RemovalList([Self.complaint("a@example.org", subType: .onTenantSuppressionList)])
        #expect(ofTenant.removals.map(\.isCertain) == [false])
    }

    @Test("first and last date and the sets are kept")
    func dates() throws {
        let list = RemovalList([
            Self.bounce("a@example.org", after: 10), Self.bounce("a@example.org", after: -10, set: "news"),
            Self.bounce("a@example.org", set: nil),
        ])
        let removal = try #require(list.removals.first)
        #expect(list.removals.count == 1 && list.count == 1)
        #expect(removal.first == Self.start - 10 && removal.last == Self.start + 10)
        #expect(removal.configurationSets == ["news", "promo"])
    }

    @Test("an address is bare, and only its domain's letter case doesn't matter")
    func addresses() {
        let list = RemovalList([
            Self.bounce("Jane <Jane@Example.ORG>", "jane@example.org", "JANE@example.org", "Jane@example.org"),
            Self.bounce("nobody", "@example.org", "a@", ""),
        ])
        #expect(list.removals.map(\.address) == ["JANE@example.org", "Jane@example.org", "jane@example.org"])
        #expect(list.removals(of: "Jane@EXAMPLE.org").map(\.address) == ["Jane@example.org"])
        #expect(list.removals(of: "jAne@example.org").isEmpty)
    }

    @Test("addresses of the mailbox simulator are left out")
    func mailboxSimulator() {
        let list = RemovalList([
            Self.bounce("bounce@simulator.amazonses.com", "bounce+x@SIMULATOR.amazonses.com", "a@example.org"),
            Self.complaint("complaint@simulator.amazonses.com"),
        ])
        #expect(list.removals.map(\.address) == ["a@example.org"])
    }

    @Test("who unsubscribes is added, from all or from topics, and who comes back is taken off")
    func subscriptions() {
        let all = Removal.Reason.unsubscribedFromAll(contactList: "news")
        func topic(_ name: String) -> Removal.Reason { .unsubscribedFromTopic(contactList: "news", topic: name) }
        #expect(reasons(Self.subscription(all: true)) == [all])
        #expect(reasons(Self.subscription(all: false, ["offers": false, "tips": true])) == [topic("offers")])
        #expect(reasons(Self.subscription(all: true), Self.subscription(all: false, after: 1)) == [])
        #expect(reasons(Self.subscription(all: true, after: 1), Self.subscription(all: false)) == [all])
        #expect(reasons(Self.subscription(all: false), Self.subscription(all: true)) == [all])
        #expect(
            reasons(Self.subscription(["offers": false]), Self.subscription(["tips": true], after: 1)) == [
                topic("offers")
            ])
        #expect(reasons(Self.subscription(["offers": false]), Self.subscription(["offers": true], after: 1)) == [])
        #expect(reasons(Self.subscription(all: true), Self.subscription(all: false, list: "other", after: 1)) == [all])
        #expect(
            reasons(
                Self.subscription(all: true), Self.bounce("jane@example.org"), Self.subscription(all: false, after: 1))
                == [.hardBounce])
    }

    @Test("since when somebody is unsubscribed is counted from when they last came back")
    func unsubscribedSince() {
        var list = RemovalList([Self.subscription(all: true), Self.subscription(all: true, after: 20)])
        #expect(list.removals.map(\.first) == [Self.start] && list.removals.map(\.last) == [Self.start + 20])
        list.record(Self.subscription(all: false, after: 10))
        #expect(list.removals.map(\.first) == [Self.start + 20])
    }

    @Test("a change by an e-mail to several is not sure, and takes nobody off")
    func sharedSubscription() {
        let both = ["jane@example.org", "joe@example.org"]
        #expect(RemovalList([Self.subscription(all: true, to: both)]).removals.map(\.isCertain) == [false, false])
        #expect(reasons(Self.subscription(all: true), Self.subscription(all: false, after: 1, to: both)).count == 1)
    }

    @Test("an unsubscription by the header that tells no preferences is from the whole list")
    func byHeader() {
        func event(_ source: String, list: String = "news") -> SESEvent {
            Self.event(
                .subscription(
                    SESEvent.Subscription(contactList: list, timestamp: EventTimestamp(Self.start), source: source)))
        }
        #expect(reasons(event("UnsubscribeHeader")) == [.unsubscribedFromAll(contactList: "news")])
        #expect(reasons(event("UnsubscribeHeader"), Self.subscription(all: false, after: 1)) == [])
        #expect(reasons(event("PreferenceCenter")) == [])
    }

    @Test("an unsubscription whose time can't be read counts, in whatever order others come")
    func undated() {
        func event(all: Bool? = nil, _ topics: [String: Bool] = [:]) -> SESEvent {
            var event = Self.subscription(all: all, topics)
            guard case .subscription(var subscription) = event.kind else { return event }
            subscription.timestamp = EventTimestamp(text: "yesterday")
            event.kind = .subscription(subscription)
            return event
        }
        let all = Removal.Reason.unsubscribedFromAll(contactList: "news")
        let back = Self.subscription(all: false, after: 60)
        #expect(reasons(event(all: true), back) == [all])
        #expect(reasons(back, event(all: true)) == [all])
        #expect(RemovalList([back]).merged(with: RemovalList([event(all: true)])).removals.map(\.reason) == [all])
        let offers = Removal.Reason.unsubscribedFromTopic(contactList: "news", topic: "offers")
        #expect(reasons(Self.subscription(["offers": true], after: 60), event(["offers": false])) == [offers])
        // An agreement without a time takes back no later refusal.
        #expect(reasons(Self.subscription(all: true, after: 60), event(all: false)) == [all])
    }

    @Test("other events, and those that say nothing, change nothing")
    func otherEvents() {
        #expect(RemovalList([Self.event(.send(.init())), Self.event(.open(.init())), Self.bounce()]).isEmpty)
        #expect(RemovalList([Self.event(.subscription(.init()))]) == RemovalList())
    }

    /// Events drawn with a fixed seed, about few addresses and moments, so that they meet.
    static func events(_ count: Int, seed: UInt64) -> [SESEvent] {
        var state = seed
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let addresses = ["jane@example.org", "joe@example.org", "ann@example.com"]
        return (0..<count).map { _ in
            let address = addresses[draw(3)]
            let seconds = Double(draw(6))
            switch draw(5) {
            case 0: return bounce(address, after: seconds, set: ["promo", "news"][draw(2)])
            case 1: return complaint(address, addresses[draw(3)], after: seconds)
            case 2: return complaint(address, after: seconds)
            case 3: return subscription(all: draw(2) == 0, after: seconds, to: [address])
            default: return subscription(["offers": draw(2) == 0, "tips": draw(2) == 0], after: seconds, to: [address])
            }
        }
    }

    @Test(
        "is the same in whatever order, however often and in however many lists events come",
        arguments: 1...40 as ClosedRange<UInt64>)
    func order(_ seed: UInt64) throws {
        let events = Self.events(12, seed: seed)
        let list = RemovalList(events)
        #expect(RemovalList(events.reversed()) == list)
        #expect(RemovalList(events + events.dropFirst(3)) == list)
        let parts = [0, 1, 2].map { part in RemovalList(events.indices.filter { $0 % 3 == part }.map { events[$0] }) }
        #expect(parts[0].merged(with: parts[1]).merged(with: parts[2]) == list)
        #expect(parts[2].merged(with: parts[0].merged(with: parts[1])) == list)
        #expect(list.merged(with: list) == list)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(list)
        let decoded = try JSONDecoder().decode(RemovalList.self, from: data)
        #expect(decoded == list && decoded.removals == list.removals)
        #expect(try encoder.encode(RemovalList(events.reversed())) == data)
    }

    @Test("reads a list written by hand in the form in which addresses are compared")
    func decoding() throws {
        let occurrence =
            #"{"isCertain":true,"first":"2025-05-01T00:00:00.000Z","last":"2025-05-01T00:00:00.000Z","configurationSets":[]}"#
        let text =
            #"{"addresses":{"a@EXAMPLE.org":{"bounce":\#(occurrence),"wholeLists":{},"topics":{}},"none":{"wholeLists":{},"topics":{}}}}"#
        let list = try JSONDecoder().decode(RemovalList.self, from: Data(text.utf8))
        #expect(list.removals.map(\.address) == ["a@example.org"])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(RemovalList.self, from: Data(text.replacing("2025-05-01T", with: "x").utf8))
        }
    }

    @Test("an address can be forgotten")
    func forgetting() {
        var list = RemovalList([Self.bounce("a@example.org", "b@example.org")])
        #expect(list.forget("a@EXAMPLE.org") && !list.forget("a@example.org") && !list.forget("nobody"))
        #expect(list.removals.map(\.address) == ["b@example.org"])
    }

    @Test("shows numbers and no address")
    func description() {
        let list = RemovalList([
            Self.bounce("a@example.org"), Self.complaint("b@example.org"), Self.subscription(all: true),
        ])
        #expect(
            "\(list)" == "RemovalList(3 addresses: 1 of hard bounces, 1 of complaints, 1 of unsubscriptions)")
        var dumped = "\(list) \(list.removals) \(String(reflecting: list))"
        dump(list, to: &dumped)
        dump(list.removals, to: &dumped)
        #expect(!dumped.contains("example"))
    }
}
