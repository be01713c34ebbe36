import Foundation
import SESMonitoring
import Testing

@Suite("A monitor, case by case,")
struct CountingCasesTests {
    private static let now = EventMaker.now
    private static let time = EventTimestamp(now)
    private static let set = MonitorSubject.set("promo-may2025")

    private func figures(_ events: [SESEvent], options: MonitorOptions = .init(now: { now })) async throws
        -> MonitorFigures
    {
        let monitor = try SESMonitor(options: options)
        await monitor.record(events)
        return await monitor.figures(of: Self.set, in: .hours(1))
    }

    private func bounce(
        _ id: String, _ type: SESEvent.BounceType, _ subType: SESEvent.BounceSubType, _ recipients: [String]
    ) -> SESEvent {
        let bounce = SESEvent.Bounce(
            type: type, subType: subType, recipients: recipients.map { .init(emailAddress: $0) }, timestamp: Self.time,
            feedbackID: id)
        return SESEvent(mail: EventMaker.mail(id, to: recipients), kind: .bounce(bounce))
    }

    @Test("counts bounces by AWS's rule")
    func bounces() async throws {
        let figures = try await figures([
            bounce("1", .permanent, .general, ["a@one.example", "b@one.example"]),
            bounce("2", .permanent, .suppressed, ["a@one.example"]),
            bounce("3", .permanent, .onAccountSuppressionList, ["a@one.example", "b@one.example", "c@one.example"]),
            bounce("4", .permanent, .general, ["bounce+label@simulator.amazonses.com"]),
            bounce("5", .permanent, .general, ["bounce@simulator.amazonses.com", "a@one.example"]),
            bounce("6", .permanent, .general, []),
            bounce("7", .transient, .mailboxFull, ["a@one.example"]),
            bounce("8", .undetermined, .undetermined, ["a@one.example", "b@one.example"]),
        ])
        #expect(figures.bounces == 2 + 1 + 1 + 1)
        #expect(figures.uncountedBounces == 3 + 1 + 1)
        #expect(figures.softBounces == 1 + 2)
        #expect(figures.isExact)
    }

    @Test("counts complaints by AWS's rule, each as one")
    func complaints() async throws {
        func complaint(_ id: String, _ recipients: [String], _ change: (inout SESEvent.Complaint) -> Void = { _ in })
            -> SESEvent
        {
            var complaint = SESEvent.Complaint(
                recipients: recipients.map { .init(emailAddress: $0) }, timestamp: Self.time, feedbackID: id)
            change(&complaint)
            return SESEvent(mail: EventMaker.mail(id, to: recipients), kind: .complaint(complaint))
        }
        let figures = try await figures([
            complaint("1", ["a@one.example", "b@one.example"]),
            complaint("2", ["a@one.example"]) { $0.feedbackType = .notSpam },
            complaint("3", ["a@one.example"]) { $0.subType = .onAccountSuppressionList },
            complaint("4", ["complaint@simulator.amazonses.com"]),
            complaint("5", []),
        ])
        #expect(figures.complaints == 2)
    }

    @Test("divides by the recipients sent to, or else by those it heard of")
    func volume() async throws {
        let sends = (0..<19).map { SESEvent(mail: EventMaker.mail("s\($0)"), kind: .send(.init())) }
        let bounces = [bounce("1", .permanent, .general, ["a@one.example"])]
        let send = SESEvent(mail: EventMaker.mail("1"), kind: .send(.init()))
        #expect(try await figures(sends + bounces + [send]).rate(.bounce) == 0.05)
        let deliveries = (0..<3).map {
            SESEvent(mail: EventMaker.mail("s\($0)"), kind: .delivery(.init(timestamp: Self.time, recipients: ["a@b"])))
        }
        #expect(try await figures(deliveries + bounces).rate(.bounce) == 0.25)
    }

    @Test("counts an e-mail once in a window, however many of its steps it was opened in")
    func unique() async throws {
        let events = (0..<10).map { hour in
            let time = EventTimestamp(Self.now.addingTimeInterval(-3600 * Double(hour)))
            return SESEvent(
                mail: EventMaker.mail("1"), kind: .open(.init(timestamp: time, userAgent: "Mozilla/5.0 (X11)")))
        }
        let monitor = try SESMonitor(options: .init(now: { Self.now }))
        await monitor.record(events)
        let figures = await monitor.figures(of: Self.set, in: .hours(24))
        #expect((figures.opens, figures.uniqueOpens) == (10, 1))
        let history = await monitor.history(of: Self.set, in: .hours(24))
        #expect(history.map(\.figures.uniqueOpens).reduce(0, +) == 10)
    }

    @Test("counts who unsubscribed, not who changed something else")
    func unsubscribes() async throws {
        func change(_ id: String, new: SESEvent.TopicPreferences?, old: SESEvent.TopicPreferences? = nil) -> SESEvent {
            SESEvent(
                mail: EventMaker.mail(id),
                kind: .subscription(.init(timestamp: Self.time, newTopicPreferences: new, oldTopicPreferences: old)))
        }
        let out = SESEvent.TopicStatus(topicName: "news", subscriptionStatus: .optOut)
        let isIn = SESEvent.TopicStatus(topicName: "news", subscriptionStatus: .optIn)
        let figures = try await figures([
            change("1", new: .init(unsubscribeAll: true), old: .init(unsubscribeAll: false)),
            change("1", new: .init(unsubscribeAll: true, topicSubscriptionStatus: [out])),
            change(
                "2", new: .init(unsubscribeAll: false, topicSubscriptionStatus: [out]),
                old: .init(topicSubscriptionStatus: [isIn])),
            change(
                "3", new: .init(unsubscribeAll: false, topicSubscriptionStatus: [out]),
                old: .init(topicSubscriptionStatus: [out])),
            change("4", new: .init(unsubscribeAll: false, topicSubscriptionStatus: [isIn])),
            change("5", new: nil),
        ])
        #expect(figures.unsubscribes == 2)
    }

    @Test(
        "names a bounce's reason by status and subtype, never by what a server wrote",
        arguments: [
            ("5.1.1", nil, "5.1.1 General"), (nil, "smtp; 550 5.7.1 <jane@example.org> blocked", "5.7.1 General"),
            (nil, "smtp; 550 rejected by 192.0.2.5.1.1 for jane@example.org", "General"), (nil, nil, "General"),
            ("jane@example.org", "550 no such user", "General"), ("5.4.300", nil, "5.4.300 General"),
            ("9.9.9", "554-5.2.2 full", "5.2.2 General"), ("5.1.1000", nil, "General"),
        ] as [(String?, String?, String)])
    func reasons(status: String?, diagnostic: String?, reason: String) async throws {
        let recipient = SESEvent.Recipient(
            emailAddress: "Jane <jane@Example.ORG>", status: status, diagnosticCode: diagnostic)
        let bounce = SESEvent.Bounce(
            type: .permanent, subType: .general, recipients: [recipient], timestamp: Self.time, feedbackID: "1")
        let monitor = try SESMonitor(options: .init(now: { Self.now }))
        await monitor.record(SESEvent(mail: EventMaker.mail("1"), kind: .bounce(bounce)))
        let reasons = await monitor.topBounceReasons(of: Self.set, in: .hours(1))
        #expect(reasons == [RankedName(name: reason, count: 1)])
        let domains = await monitor.topBouncingDomains(of: Self.set, in: .hours(1))
        #expect(domains == [RankedName(name: "example.org", count: 1)])
    }

    @Test("counts the older feedback notifications, which name no set, under none")
    func legacy() async throws {
        let text = """
            {"notificationType":"Delivery","mail":{"timestamp":"2025-05-02T10:00:00.000Z","messageId":"1",
            "destination":["a@one.example"]},"delivery":{"timestamp":"2025-05-02T10:00:01.000Z",
            "recipients":["a@one.example"]}}
            """
        let monitor = try SESMonitor(options: .init(now: { Self.now }))
        await monitor.record(try SESEvent.decodeAll(from: text))
        let snapshot = await monitor.snapshot
        #expect(snapshot.subjects == [MonitorSubject(configurationSet: nil)])
        #expect(snapshot.figures(of: MonitorSubject(configurationSet: nil), in: .hours(1)).deliveries == 1)
    }

    @Test("says what it didn't count")
    func ignored() async throws {
        func send(_ date: Date) -> SESEvent { SESEvent(mail: EventMaker.mail("1", at: date), kind: .send(.init())) }
        var undated = EventMaker.mail("1")
        undated.timestamp = .init(text: "yesterday")
        let monitor = try SESMonitor(options: .init(maximumSets: 1, now: { Self.now }))
        await monitor.record([
            send(Self.now.addingTimeInterval(899)), send(Self.now.addingTimeInterval(901)),
            send(Self.now.addingTimeInterval(-36 * 86_400)), SESEvent(mail: undated, kind: .send(.init())),
            SESEvent(mail: EventMaker.mail("1"), kind: .unknown(.init(name: .init(rawValue: "Poke")))),
            SESEvent(mail: EventMaker.mail("1", set: "another"), kind: .send(.init())),
        ])
        var expected = MonitorIgnored()
        (expected.undated, expected.future, expected.old, expected.unknownTypes) = (1, 1, 1, 1)
        expected.setsBeyondMaximum = 1
        #expect(await monitor.ignored == expected)
        #expect(await monitor.lastEvent(of: Self.set) == Self.now.addingTimeInterval(899))
    }
}
