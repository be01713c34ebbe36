import Foundation
import SESCore
import Testing

@Suite("Changes of events that were read")
struct ScannedEventChangeTests {
    private static let changes: [(String, @Sendable (inout SESEvent) -> Void)] = [
        ("kind", { $0.kind = .reject(.init(reason: "Bad content")) }),
        ("discriminator", { $0.discriminator = $0.discriminator == .eventType ? .notificationType : .eventType }),
        ("mail", { $0.mail = .init(messageID: "other") }),
        ("mail.timestamp", { $0.mail.timestamp = .init(text: "now") }),
        ("mail.messageID", { $0.mail.messageID += "é" }),
        ("mail.source", { $0.mail.source = "a@b.example" }),
        ("mail.sourceARN", { $0.mail.sourceARN = $0.mail.sourceARN == nil ? "arn" : nil }),
        ("mail.sourceIP", { $0.mail.sourceIP = "192.0.2.1" }),
        ("mail.callerIdentity", { $0.mail.callerIdentity = "me" }),
        ("mail.sendingAccountID", { $0.mail.sendingAccountID = "" }),
        ("mail.destination", { $0.mail.destination.append("x@y.example") }),
        ("mail.headersTruncated", { $0.mail.headersTruncated = true }),
        ("mail.headers, added", { $0.mail.headers.append(.init(name: "X", value: "1")) }),
        ("mail.headers, first", { if !$0.mail.headers.isEmpty { $0.mail.headers[0].value = "changed" } }),
        ("mail.headers, removed", { $0.mail.headers.removeAll { $0.name == "Subject" } }),
        ("mail.headers, sorted", { $0.mail.headers.sort { $0.name < $1.name } }),
        ("mail.headers, replaced", { $0.mail.headers = [] }),
        ("mail.commonHeaders", { $0.mail.commonHeaders = .init(subject: "s") }),
        ("mail.commonHeaders.to", { $0.mail.commonHeaders?.to.append("x@y.example") }),
        ("mail.commonHeaders, removed", { $0.mail.commonHeaders = nil }),
        ("mail.tags, added", { $0.mail.tags["new"] = ["1", "2"] }),
        ("mail.tags, changed", { $0.mail.tags["campaign"]?.append("more") }),
        ("mail.tags, removed", { $0.mail.tags["campaign"] = nil }),
        ("mail.tags, replaced", { $0.mail.tags = ["a": ["b"]] }),
    ]

    /// What both ways read of one fixture.
    private func readings(_ name: String) throws -> (scanned: SESEvent, decoded: SESEvent) {
        let data = try EventFixture.data(name)
        return (
            try #require(try SESEvent.decodeAll(from: data).first), try JSONDecoder().decode(SESEvent.self, from: data)
        )
    }

    @Test("Any change gives the same, however the event was read", arguments: EventFixture.all)
    func single(name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        for (what, change) in Self.changes {
            var (scanned, decoded) = try readings(name)
            let before = scanned
            change(&scanned)
            change(&decoded)
            #expect(scanned == decoded, "\(what)")
            #expect(try encoder.encode(scanned) == encoder.encode(decoded), "\(what)")
            #expect(try SESEvent.decodeAll(from: encoder.encode(scanned)) == [scanned], "\(what)")
            // The copy that was kept is what it was.
            #expect(try before == readings(name).decoded, "\(what)")
        }
    }

    @Test("All changes one after another give the same too", arguments: EventFixture.all)
    func all(name: String) throws {
        var (scanned, decoded) = try readings(name)
        for (what, change) in Self.changes.reversed() {
            change(&scanned)
            change(&decoded)
            #expect(scanned == decoded, "\(what)")
        }
        let untouched = try readings(name).scanned
        #expect(scanned != untouched)
    }

    @Test("The parts of an event outlive it")
    func parts() throws {
        var event: SESEvent? = try readings("delivery").scanned
        let mail = try #require(event?.mail)
        let (headers, tags) = (mail.headers, mail.tags)
        var fields = headers.makeIterator()
        event = nil
        #expect(event == nil)
        #expect(fields.next()?.name == "From")
        #expect(headers["subject"] == "Spring sale")
        #expect(tags["campaign"] == ["spring"])
    }
}
