import Testing

@testable import SESTesting

@Suite("Links that are tracked")
struct TrackedLinkTests {
    static let cases: [(String, [String])] = [
        (#"<a href="https://e.com/">x</a>"#, ["https://e.com/"]),
        (#"<A HREF='http://e.com/'>x</A>"#, ["http://e.com/"]),
        (#"<a class=b href=https://e.com/x>x</a>"#, ["https://e.com/x"]),
        ("<a\n  href = \"HTTPS://e.com\"\n>x</a>", ["HTTPS://e.com"]),
        (#"<a href="https://e.com/?a=1&amp;b=2">x</a>"#, ["https://e.com/?a=1&b=2"]),
        (#"<a title="a > b" href="https://e.com/">x</a>"#, ["https://e.com/"]),
        (#"<a data-href="https://no.com" href="https://e.com/">x</a>"#, ["https://e.com/"]),
        (#"<a href="https://a.com">1</a><a href="https://b.com">2</a>"#, ["https://a.com", "https://b.com"]),
        (#"<a href="mailto:a@e.com">x</a><a href="/x">x</a><a href="top">x</a><a>x</a>"#, []),
        (#"<area href="https://e.com"><abbr href="https://e.com"><link href="https://e.com">"#, []),
        (#"<a ses:no-track href="https://e.com/">x</a>"#, []),
        (#"<a href="https://e.com/" ses:no-track>x</a>"#, []),
        (#"<a href="https://e.com/ses:no-track">x</a>"#, ["https://e.com/ses:no-track"]),
        ("no links", []), ("", []), ("<", []), ("<a", []), ("<a ", []), ("<a href", []), ("<a href=", []),
        (#"<a href="https://e.com"#, ["https://e.com"]), ("<a =/=/>", []),
    ]

    @Test("They are the links of <a> elements that lead to the web", arguments: cases)
    func links(html: String, expected: [String]) {
        #expect(TrackedLink.all(in: html).map(\.url) == expected)
    }

    @Test("Tags are pairs; a key that comes twice has two values")
    func tags() {
        let html = #"<a ses:tags="k:v;k:w;url:http://x;bad;:no;no:;" href="https://e.com">x</a>"#
        #expect(TrackedLink.all(in: html).first?.tags == ["k": ["v", "w"], "url": ["http://x"]])
        #expect(TrackedLink.all(in: #"<a href="https://e.com">x</a>"#).first?.tags == [:])
    }

    @Test("At most 250 are tracked")
    func limit() {
        let html = (0..<300).map { "<a href=\"https://e.com/\($0)\">x</a>" }.joined()
        let links = TrackedLink.all(in: html)
        #expect(links.count == 250)
        #expect(links.last?.url == "https://e.com/249")
    }
}
