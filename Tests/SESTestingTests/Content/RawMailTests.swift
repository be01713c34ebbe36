import SESCore
import Testing

@testable import SESTesting

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Reading raw content")
struct RawMailTests {
    private func mail(_ text: String) -> RawMail { RawMail(Data(text.utf8)) }

    @Test("Lines may end with CR LF or with LF", arguments: ["\r\n", "\n"])
    func lineEnds(end: String) {
        let mail = mail(["From: a@example.com", "Subject: Hi", "", "One", "", "Two"].joined(separator: end))
        #expect(mail["from"] == "a@example.com" && mail["SUBJECT"] == "Hi")
        #expect(mail.body == ["One", "", "Two"].joined(separator: end))
        #expect(mail.fields.count == 2)
    }

    @Test("A folded field is one line, and white space around a value is not part of it")
    func folding() {
        let mail = mail("Subject:  one\r\n two\r\n\tthree  \r\nTo :a@example.org\r\n\r\n")
        #expect(mail["Subject"] == "one two three")
        #expect(mail["To"] == "a@example.org")
        #expect(mail.body == "")
    }

    @Test("Content without an empty line is all header; content that begins with one is all body")
    func boundaries() {
        #expect(mail("Subject: Hi").fields.count == 1)
        #expect(mail("Subject: Hi").body == "")
        #expect(mail("\r\nHello").fields.isEmpty)
        #expect(mail("\r\nHello").body == "Hello")
        #expect(mail("").fields.isEmpty && mail("").body == "")
        #expect(mail("Hello").fields.isEmpty)
        #expect(mail(" stray\nSubject: Hi\n\nx")["Subject"] == "Hi")
    }

    @Test("Of two fields of a name the first counts, and both are kept")
    func duplicates() {
        let mail = mail("X-A: 1\nX-A: 2\nX-Empty:\n\n")
        #expect(mail["X-A"] == "1" && mail["X-Empty"] == "" && mail["X-B"] == nil)
        #expect(mail.fields.map(\.value) == ["1", "2", ""])
    }

    @Test("Addresses are split at commas outside quotes")
    func addresses() {
        let mail = mail("To: \"Doe, Jane\" <jane@example.org>,joe@example.org,\r\n  , jim@example.org\r\n\r\n")
        #expect(mail.addresses("To") == ["\"Doe, Jane\" <jane@example.org>", "joe@example.org", "jim@example.org"])
        #expect(mail.addresses("Cc").isEmpty)
    }

    @Test("Tags are pairs, and what isn't a pair is passed over")
    func tags() {
        let mail = mail("X-SES-MESSAGE-TAGS: a=b, c = d ,e, =f, g==h\n\n")
        #expect(mail.messageTags == [MessageTag("a", "b"), MessageTag("c", "d"), MessageTag("g", "=h")])
    }

    @Test("HTML is seen in the content's type or in a part's")
    func html() {
        #expect(mail("Content-Type: text/HTML; charset=utf-8\n\n<p>").hasHTML)
        #expect(mail("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>\n--b--").hasHTML)
        #expect(!mail("Content-Type: text/plain\n\nContent-Type: text/html").hasHTML)
        #expect(!mail("Subject: x\n\n<p>").hasHTML)
    }

    @Test("Bytes that are no text are read all the same")
    func hostile() {
        let bytes: [[UInt8]] = [
            [0], [0xFF, 0xFE], [0x0D], [0x0A], [0x0D, 0x0A], [0x3A], [0x3A, 0x0A, 0x0A], [0x20], [0x20, 0x0A, 0x3A],
            [0xC3, 0x3A, 0xC3, 0x0A, 0x20, 0xC3], Array(repeating: 0x3A, count: 5000),
            Array(repeating: 0x0D, count: 99),
        ]
        for bytes in bytes {
            let mail = RawMail(Data(bytes))
            #expect(mail.data.count == bytes.count)
            #expect(mail.fields.allSatisfy { !$0.name.isEmpty })
        }
    }

    @Test("A slice of data is read from its own start")
    func slice() {
        let data = Data("xxxxSubject: Hi\n\nbody".utf8).dropFirst(4)
        #expect(RawMail(data)["Subject"] == "Hi")
        #expect(RawMail(data).body == "body")
    }
}
