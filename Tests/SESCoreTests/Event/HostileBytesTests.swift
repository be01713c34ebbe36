import Foundation
import SESCore
import Testing

@Suite("Hostile bytes")
struct HostileBytesTests {
    @Test("A fixture cut anywhere is refused, and never crashes", arguments: EventFixture.all)
    func truncated(name: String) throws {
        let data = try EventFixture.data(name)
        let end = (data.lastIndex(of: UInt8(ascii: "}")) ?? 0) + 1
        for length in 1..<end {
            #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: data.prefix(length)) }
        }
        #expect(try SESEvent.decodeAll(from: data.prefix(0)).isEmpty)
        #expect(try SESEvent.decodeAll(from: data.prefix(end)).count == 1)
    }

    @Test("Cut envelopes are refused too")
    func truncatedEnvelope() throws {
        let text = try EventFixture.sns(EventFixture.eventBridge(try EventFixture.text("reject")))
        let data = Data(text.utf8)
        for length in 1..<data.count {
            #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: data.prefix(length)) }
        }
    }
}
