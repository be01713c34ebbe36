import Foundation
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("Times of credentials")
struct CredentialTimeTests {
    @Test(
        "are read in every form that sources write",
        arguments: [
            ("2026-01-02T03:04:05Z", 1_767_323_045), ("2026-01-02T03:04:05.5Z", 1_767_323_045.5),
            ("2026-01-02T03:04:05UTC", 1_767_323_045), ("2026-01-02 03:04:05Z", 1_767_323_045),
            ("2026-01-02T04:04:05+01:00", 1_767_323_045), ("2026-01-01T22:34:05-0430", 1_767_323_045),
            ("2026-01-02T03:04:05+00:00", 1_767_323_045), ("1970-01-01T00:00:00Z", 0),
            ("2000-02-29T12:00:00Z", 951_825_600), ("2100-03-01T00:00:00Z", 4_107_542_400),
        ])
    func read(text: String, seconds: Double) {
        #expect(CredentialTime.date(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(
        "that aren't any are nil",
        arguments: [
            "", "soon", "2026-01-02", "2026-01-02T03:04:05", "2026-13-02T03:04:05Z", "2026-00-02T03:04:05Z",
            "2026-01-32T03:04:05Z", "2026-01-02T24:04:05Z", "2026-01-02T03:60:05Z", "2026-01-02T03:04:05.Z",
            "2026-01-02T03:04:05+99:00", "2026-01-02T03:04:05Zx", "+026-01-02T03:04:05Z", "1767323045",
        ])
    func unreadable(text: String) {
        #expect(CredentialTime.date(text) == nil)
    }

    @Test("are written in the CLI's form and read back, all days of a century")
    func roundTrip() {
        for day in 0..<36_525 {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 86_399)
            #expect(CredentialTime.date(CredentialTime.text(date)) == date)
        }
        #expect(CredentialTime.text(ManualDate.start.addingTimeInterval(0.7)) == "2026-01-02T03:04:05Z")
    }
}

@Suite("SHA-1")
struct SHA1Tests {
    @Test(
        "has the known values",
        arguments: [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
            ), (String(repeating: "a", count: 1000), "291e9a6c66994949b57ba5e650361e98fc36b1ba"),
        ])
    func known(text: String, hash: String) {
        #expect(SHA1.hexadecimal(of: text) == hash)
    }
}

@Suite("XML of STS")
struct XMLLeavesTests {
    private func texts(_ xml: String) throws -> [String: String] {
        try XMLLeaves(Data(xml.utf8)).texts
    }

    @Test("gives the texts of the innermost elements, by their path")
    func leaves() throws {
        let xml = """
            <?xml version="1.0"?>
            <!-- a <comment> -->
            <A xmlns="https://x/" y='a>b'><B> one </B><n:C a="1"/><D><E>&lt;&#65;&#x42;&amp;&quot;&apos;&gt;</E></D>
            <B>two</B></A>
            """
        #expect(try texts(xml) == ["A/B": "one", "A/C": "", "A/D/E": "<AB&\"'>"])
    }

    @Test(
        "that is broken or could grow is refused",
        arguments: [
            "", "text", "<a>", "<a></b>", "</a>", "<a><b></a></b>", "<a>&x;</a>", "<a>&#x110000;</a>", "<a>&lt</a>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a><![CDATA[x]]></a>", "<a/><b/>", "<a b=\"", "<a><!-- </a>",
            "<a></a>x", "< a></a>", "<a//>", "<?xml", "<a>&#xD800;</a>", String(repeating: "<a>", count: 40),
        ])
    func refused(xml: String) {
        #expect(throws: XMLLeaves.Fault.self) { try texts(xml) }
    }

    @Test("that isn't UTF-8 is refused")
    func bytes() {
        #expect(throws: XMLLeaves.Fault.self) { try XMLLeaves(Data([0x3C, 0x61, 0x3E, 0xFF])) }
    }
}
