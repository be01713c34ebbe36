import Foundation
import SESMonitoring
import Testing

@Suite("A snapshot")
struct MonitorSnapshotTests {
    private static let now = EventMaker.now

    private func snapshot(seed: UInt64 = 31, events: Int = 3000, mails: Int = 100_000) async throws -> MonitorSnapshot {
        var maker = EventMaker(seed: seed)
        maker.mails = mails
        maker.age = 3600
        let monitor = try SESMonitor(
            options: .init(tags: ["campaign"], countsRecipientDomains: true, now: { Self.now }))
        await monitor.record(try maker.events(events))
        return await monitor.snapshot
    }

    @Test("is equal after a way through JSON, exact and estimated counts alike")
    func json() async throws {
        let snapshot = try await snapshot()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(snapshot)
        let read = try JSONDecoder().decode(MonitorSnapshot.self, from: data)
        #expect(read == snapshot)
        #expect(try encoder.encode(read) == data)
        let figures = read.figures(of: .set("promo-may2025"), in: .hours(24))
        #expect(figures == snapshot.figures(of: .set("promo-may2025"), in: .hours(24)))
        #expect(figures.sends > 0)
        #expect(String(decoding: data, as: UTF8.self).contains("@") == false)
    }

    @Test("of a later form is refused with its number")
    func version() async throws {
        let text = String(decoding: try JSONEncoder().encode(try await snapshot(events: 5)), as: UTF8.self)
        let later = text.replacing("\"version\":1", with: "\"version\":2")
        let error = #expect(throws: SESMonitoringError.self) {
            try JSONDecoder().decode(MonitorSnapshot.self, from: Data(later.utf8))
        }
        #expect(error?.code.description == "invalidSnapshot")
        #expect(error?.message.contains("form 2") ?? false)
    }

    @Test(
        "that is damaged is refused with a reason",
        arguments: [
            (#""x"#, #""q"#, "not known"), (#""xA"#, #""x!"#, "Base64"), (#""x"#, #""xAAAA"#, ""),
            (#""number":"#, #""number":9"#, "steps"), (#""items":["#, #""items":[0,"#, ""),
            (#""latest":"#, #""latest":999999999"#, ""), (#""counts":{"#, #""counts":{"sends":"d","#, "bytes"),
            (#""subjects":["#, #""subjects":[{},"#, ""), (#""steps":{"#, #""steps":[{"#, ""),
        ])
    func damaged(_ part: String, _ other: String, _ reason: String) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(try await snapshot(events: 200, mails: 50)), as: UTF8.self)
        let changed = text.replacing(part, with: other, maxReplacements: 1)
        try #require(changed != text)
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(MonitorSnapshot.self, from: Data(changed.utf8))
        }
        #expect(reason.isEmpty || String(describing: error).contains(reason), "\(String(describing: error))")
    }

    @Test("with any bytes changed is refused or read, and reads without a trap")
    func mutations() async throws {
        let data = try JSONEncoder().encode(try await snapshot(events: 400, mails: 100))
        var generator = SeededGenerator(seed: 32)
        var (read, refused) = (0, 0)
        for _ in 0..<150 {
            var changed = data
            for _ in 0..<generator.number(1...3) {
                let place = generator.number(0...changed.count - 1)
                changed[place] = generator.pick(Array("0159aAzZ-{}[]\",:+/=".utf8))
            }
            guard let snapshot = try? JSONDecoder().decode(MonitorSnapshot.self, from: changed) else {
                refused += 1
                continue
            }
            read += 1
            for subject in snapshot.subjects {
                _ = snapshot.figures(of: subject, in: .days(35))
                _ = snapshot.topLinks(of: subject, in: .days(35))
            }
            _ = snapshot.merged(with: snapshot)
        }
        #expect(read > 10 && refused > 10)
    }

    @Test("answers about any window and moment, also those it can't know of")
    func windows() async throws {
        let snapshot = try await snapshot(events: 100)
        let set = MonitorSubject.set("promo-may2025")
        #expect(snapshot.figures(of: set, in: .days(0)) == MonitorFigures())
        #expect(snapshot.history(of: set, in: .hours(-1)).isEmpty)
        #expect(snapshot.history(of: set, in: .days(.max)).count == 35)
        for moment in [
            Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .infinity), Date(timeIntervalSince1970: .nan),
        ] {
            #expect(snapshot.figures(of: set, in: .hours(24), endingAt: moment) == MonitorFigures())
        }
        #expect(snapshot.figures(of: .set("unknown"), in: .hours(24)) == MonitorFigures())
        #expect(snapshot.history(of: .set("unknown"), in: .hours(24)).count == 24)
        #expect(snapshot.lastEvent(of: .set("unknown")) == nil)
        #expect(snapshot.topLinks(of: .set("unknown"), in: .hours(24)).isEmpty)
    }
}
