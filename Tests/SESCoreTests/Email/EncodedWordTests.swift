import SESCore
import Testing

@Suite("Display names beyond ASCII (RFC 2047)")
struct EncodedWordTests {
    // Made with Python 3: a name of one word is email.header.Header(name, "utf-8").encode(). A longer one is cut before the
    // character that would make a word longer than 75, and email.header.decode_header gives the name back.
    @Test(
        "a name is encoded as Python encodes it, and read back",
        arguments: [
            (
                "Zoë",
                "=?utf-8?q?Zo=C3=AB?="
            ),
            (
                "Müller",
                "=?utf-8?q?M=C3=BCller?="
            ),
            (
                "Ünal Gıda A.Ş.",
                "=?utf-8?b?w5xuYWwgR8SxZGEgQS7Fni4=?="
            ),
            (
                "株式会社サンプル",
                "=?utf-8?b?5qCq5byP5Lya56S+44K144Oz44OX44Or?="
            ),
            (
                "Магазин «Ромашка»",
                "=?utf-8?b?0JzQsNCz0LDQt9C40L0gwqvQoNC+0LzQsNGI0LrQsMK7?="
            ),
            (
                "Café del Mar",
                "=?utf-8?q?Caf=C3=A9_del_Mar?="
            ),
            (
                "🎉 Sale",
                "=?utf-8?b?8J+OiSBTYWxl?="
            ),
            (
                "=?utf-8?q?x?=",
                "=?utf-8?b?PT91dGYtOD9xP3g/PQ==?="
            ),
            (
                "Łódź!",
                "=?utf-8?b?xYHDs2TFuiE=?="
            ),
            (
                "a\"ü\\b",
                "=?utf-8?b?YSLDvFxi?="
            ),
            (
                "Gesellschaft für außerordentlich lange Anzeigenamen mit beschränkter Haftung und Übergröße",
                "=?utf-8?q?Gesellschaft_f=C3=BCr_au=C3=9Ferordentlich_lange_Anzeigenamen_m?= "
                    + "=?utf-8?q?it_beschr=C3=A4nkter_Haftung_und_=C3=9Cbergr=C3=B6=C3=9Fe?="
            ),
            (
                "国際的な電子商取引のための非常に長い名前を持つ株式会社サンプルストア東京本店営業部",
                "=?utf-8?b?5Zu96Zqb55qE44Gq6Zu75a2Q5ZWG5Y+W5byV44Gu44Gf44KB44Gu6Z2e5bi4?= "
                    + "=?utf-8?b?44Gr6ZW344GE5ZCN5YmN44KS5oyB44Gk5qCq5byP5Lya56S+44K144Oz44OX?= "
                    + "=?utf-8?b?44Or44K544OI44Ki5p2x5Lqs5pys5bqX5Za25qWt6YOo?="
            ),
            (
                "👩\u{200D}👩\u{200D}👧\u{200D}👦👩\u{200D}👩\u{200D}👧\u{200D}👦👩\u{200D}👩\u{200D}👧\u{200D}👦👩\u{200D}👩\u{200D}👧\u{200D}👦",
                "=?utf-8?b?8J+RqeKAjfCfkanigI3wn5Gn4oCN8J+RpvCfkanigI3wn5Gp4oCN8J+Rpw==?= "
                    + "=?utf-8?b?4oCN8J+RpvCfkanigI3wn5Gp4oCN8J+Rp+KAjfCfkabwn5Gp4oCN8J+RqQ==?= "
                    + "=?utf-8?b?4oCN8J+Rp+KAjfCfkaY=?="
            ),
        ])
    func encoded(name: String, words: String) throws {
        let address = try EmailAddress(name: name, address: "a@example.com")
        #expect(address.rawValue == words + " <a@example.com>")
        #expect(words.split(separator: " ").allSatisfy { $0.utf8.count <= 75 })
        #expect(address.displayName == name)
        try address.validate()
    }

    @Test(
        "names that others encoded are read",
        arguments: [
            ("=?UTF-8?Q?Zo=c3=ab?=", "Zoë"), ("=?iso-8859-1?q?Zo=EB?=", "Zoë"),
            ("=?utf-8?B?Wm/Dqw==?= Shop", "Zoë Shop"),
            ("The =?utf-8?q?Zo=C3=AB?= Shop", "The Zoë Shop"), ("=?us-ascii?q?a_b?=", "a b"),
        ])
    func foreign(phrase: String, name: String) {
        #expect(EmailAddress(rawValue: "\(phrase) <a@b>").displayName == name)
    }

    @Test(
        "a word that can't be read stays as it is",
        arguments: [
            "=?utf-16?b?AGE=?=", "=?utf-8?b?***?=", "=?utf-8?q?=C3?=", "=?utf-8?q?=Z?=", "=?utf-8?x?a?=", "=?utf-8?=",
            "=?=", "=?utf-8?q?a?b?=", "=?utf-8?q?=?=",
        ])
    func unreadable(phrase: String) {
        #expect(EmailAddress(rawValue: "\(phrase) <a@b>").displayName == phrase)
    }
}
