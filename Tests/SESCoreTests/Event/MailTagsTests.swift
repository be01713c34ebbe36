import Foundation
import SESCore
import Testing

@Suite("The tags of an event that was delivered")
struct MailTagsTests {
    private struct NoEvent: Error {}

    private func tags(_ object: String) throws -> SESEvent.MailTags {
        let json = #"{"eventType":"Send","mail":{"messageId":"1","tags":\#(object)},"send":{}}"#
        guard let event = try SESEvent.decodeRecords(from: Data(json.utf8)).first?.event else { throw NoEvent() }
        return event.mail.tags
    }

    @Test(
        "Of tags with one name the first counts, however it is spelled, and one that is no tag hides a later one",
        arguments: [
            (#"{"a":["1"],"b":["2"],"a":["3"]}"#, ["a=1", "b=2"]),
            (#"{"a":["1"],"\u0061":["2"]}"#, ["a=1"]),
            (#"{"é":["1"],"e\u0301":["2"]}"#, ["é=1"]),
            (#"{"a":7,"b":["2"],"a":["3"]}"#, ["b=2"]),
            (#"{"a":null,"b":"2","c":[],"d":["4","5"]}"#, ["b=2", "c=", "d=4,5"]),
            (#"{"ab":["1"],"ac":["2"]}"#, ["ab=1", "ac=2"]),
            (#"{}"#, []),
            (#"{"a":{"b":["1"]}}"#, []),
        ])
    func names(object: String, expected: [String]) throws {
        let tags = try tags(object)
        #expect(tags.map { "\($0.name)=\($0.values.joined(separator: ","))" } == expected)
        #expect(tags.isEmpty == expected.isEmpty)
        for tag in tags { #expect(tags.dictionary[tag.name] == tag.values) }
        #expect(tags.dictionary.count == expected.count)
    }

    @Test("Many tags are read by the same rules as few", arguments: [15, 16, 17, 200])
    func many(count: Int) throws {
        let members = (0..<count).map { #""tag-\#($0)":["\#($0)"]"# } + [#""tag-0":["again"]"#]
        let tags = try tags("{\(members.joined(separator: ","))}")
        #expect(tags.map(\.name) == (0..<count).map { "tag-\($0)" })
        #expect(tags.map(\.values) == (0..<count).map { ["\($0)"] })
    }

    @Test("A walk that has ended stays at its end, and a copy of it goes its own way")
    func walk() throws {
        var walk = try tags(#"{"a":["1"],"b":["2"],"c":7}"#).makeIterator()
        #expect(walk.next()?.name == "a")
        var copy = walk
        #expect(walk.next()?.name == "b")
        #expect(walk.next() == nil)
        #expect(walk.next() == nil)
        #expect(copy.next()?.name == "b")
    }
}
