import Foundation
import SESCore
import Testing

@Suite("A bulk entry")
struct BulkEmailEntryTests {
    @Test("takes recipients, values and tags in one line")
    func convenience() throws {
        let entry = try BulkEmailEntry(to: ["jane@example.org"], values: ["name": "Jane"], tags: ["b": "2", "a": "1"])
        #expect(entry.destination.toAddresses == ["jane@example.org"])
        #expect(entry.replacementTags == [MessageTag("a", "1"), MessageTag("b", "2")])
        let data = entry.replacementEmailContent?.replacementTemplate?.replacementTemplateData
        #expect(data == #"{"name":"Jane"}"#)
        #expect(try BulkEmailEntry(to: ["jane@example.org"], values: ["name": "Jane"]).replacementTags == nil)
    }

    @Test("refuses values that are no JSON object when they are given, not when they are sent")
    func values() {
        let error = #expect(throws: SESValueError.self) {
            try BulkEmailEntry(to: ["j@example.org"], values: ["a", "b"])
        }
        #expect(error?.rule == "must be a JSON object")
        #expect(throws: SESValueError.self) { try TemplateReference(templateName: "t", values: 7) }
    }
}
