/// Spellings of JSON values that parsers stumble over.
enum OddJSON {
    /// Contents of strings that RFC 8259 allows.
    static let strings: [String] = [
        "", " ", "a", "true", "false", "17", "-3", "+5", "1.5", "null", "Send", "Bounce", "Rendering Failure",
        "RenderingFailure", "Teleport", "Received", "AmazonSnsSubscriptionSucceeded", #"\""#, #"\\"#, #"\/"#,
        #"\b\f\n\r\t"#, #"\u0000"#, #"\u001f"#, #"\u0041"#, #"\u00e9"#, #"\u00E9"#, #"\ud83d\ude00"#, #"\uD83D\uDE00"#,
        #"\uFFFE\uffff"#, #"\ufeff"#, #"\u2028"#, #"x\u0022y"#, #"\\u0041"#, "é", "e\u{301}", "\u{212A}", "\u{FEFF}x",
        "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{FFFD}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "😀", "👩‍👩‍👧",
        "日本語のメール", "exactly eight by", "seven b", "fifteen bytes..", "sixteen bytes...", "seventeen bytes..",
        "thirty-one bytes is near two w.", "thirty-two bytes is just two wo.", #"sixteen bytes.. \n"#,
        "Shop <promo@shop.example>", "ses:configuration-set", "ses:from-domain", String(repeating: "long ", count: 300),
        String(repeating: #"\u0041\n"#, count: 100), String(repeating: "é", count: 200),
        #"\ud800"#, #"\udc00"#, #"\ud800x"#, #"\ud800\ud800"#, #"\udc00\ud800"#, #"\ud83d\u0041"#, #"\ud83d\n"#,
        #"a\udfff"#, #"\uDBFF\uDFFF"#, #"\uD800\uDC00"#,
    ]

    /// Contents of strings that it refuses.
    static let wrongStrings: [[UInt8]] =
        [
            #"\"#, #"\x"#, #"\u"#, #"\u12"#, #"\u12G4"#, #"\U0041"#, #"\ud83d\u"#, #"\'"#, "\u{0}", "\u{1}", "\n", "\t",
            "\u{1F}", "\"",
        ]
        .map { Array($0.utf8) } + [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xE0, 0x80, 0x80], [0xE2, 0x82],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE, 0xFF], [0xE9],
        ]

    static let timestamps = [
        "2025-05-04T07:08:09.123Z", "2025-05-04T07:08:09Z", "2018-10-08T14:05:45 +0000",
        "2009-12-03T04:24:21.000-05:00",
        "2025-05-04T07:08:09.123456789Z", "2025-02-29T00:00:00.000Z", "2024-02-29T23:59:59.999Z",
        "0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z", "2025-05-04T07:08:60.000Z", "2025-13-04T07:08:09.123Z", "2025-05-04t07:08:09.123z",
        "2025-05-04T07:08:09.12aZ", "2025-05-04T07:08:09.1é", "２025-05-04T07:08:09.123Z",
        #"2025-05-04T07:08:09\u002e123Z"#,
        #"2025-05-04T07:08:09.123\u005a"#, "2025-05-04T24:00:00.000Z", "1900-02-29T00:00:00.000Z",
        "2000-02-29T00:00:00.000Z",
        "+025-05-04T07:08:09.123Z", "2025-05-04T07:08:09.123Z ", "2025-00-00T00:00:00.000Z",
    ]

    /// Numbers that RFC 8259 allows.
    static let numbers = [
        "0", "-0", "1", "-1", "17", "0.0", "-0.0", "1.0", "1.5", "1e3", "1E+3", "1e-3", "10e-1", "1e0", "0e0", "0e999",
        "1e18", "1e19", "1e308", "1e309", "1e400", "-1e400", "1e-400", "1E400", "123456789012", "2147483648",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
        "18446744073709551615", "18446744073709551616", "9007199254740993", "9007199254740993.0",
        "9223372036854775807.0",
        "9223372036854775808.0", "4611686018427387905.0", "4.9e-324", "2.4e-324", "0.1", "0.30000000000000004",
        "1.7976931348623157e308", "1.7976931348623159e308", "123456789012345678901234567890",
        "1.00000000000000000000001",
        "0.99999999999999999999999", "1" + String(repeating: "0", count: 400),
        "0." + String(repeating: "0", count: 400) + "1",
        "12e1", "1200e-2", "1.25e2", "12.5e1", "1e00003", "100000000000000000000e-20",
    ]

    /// Numbers and words that it refuses.
    static let wrongLeaves = [
        "01", "-01", "00", "-", "+1", ".5", "1.", "1.e3", "1e", "1e+", "--1", "1-2", "1e1.5", "1..2", "0x10", "1_000",
        "NaN",
        "Infinity", "-Infinity", "inf", "tru", "True", "TRUE", "nul", "nulll", "truefalse", "undefined", "'a'", "",
        "\u{FEFF}",
        "/* a */1", "// a\n1", "\u{A0}1", "\u{B}1", "\u{C}1", "\u{0}1", "1\u{0}",
    ]

    static let words = ["true", "false", "null"]

    static let spaces: [[UInt8]] = [
        [0x20], [0x0A], [0x0D, 0x0A], [0x09], [0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20],
    ]

    /// Names of members that no fixture has.
    static let names = [
        "", "x", "mail ", "Mail", "mai", "maill", "eventTypes", "eventTyp", "EventType", "messageID",
        "topicDefaultSubscriptionStatus",
        "topicDefaultSubscriptionStatuS", "topicDefaultSubscriptioNStatus", "remoteMtaIP", "notificationType",
        "callerIdentity",
        "sourceIp", "Type", "Message", "Records", "records", "detail", "detail-type", "é", "e\u{301}", #"mai\u006c"#,
        #"\u006dail"#, #"event\u0054ype"#, #"message\u0049d"#, #"\ud800"#, #"x\udc00"#, #"\ud83d\ude00"#, "😀", #"a\/b"#,
        #"\u0000"#, String(repeating: "n", count: 100), "arrivalDate", "remoteMtaIp", "bcc", "cc", "replyTo", "sender",
        "returnPath", "diagnosticCode", "status", "action", "\u{212A}",
    ]

    /// Events that are hardly there, whose every byte is near the end.
    static let events = [
        #"{"eventType":"Send","mail":{"messageId":"m"}}"#, #"{"mail":{"messageId":"m"},"eventType":"Open"}"#,
        #"{"eventType":"X","mail":{"messageId":""}}"#,
        #"{"notificationType":"Bounce","mail":{"messageId":"m"},"bounce":{}}"#,
        #"{"eventType":"Click","click":{"linkTags":{"a":["b"]}},"mail":{"messageId":"m","tags":{"a":["b"],"c":"d"}}}"#,
        #"{"eventType":"Delivery","mail":{"messageId":"m","headers":[{"name":"a","value":"b"}]},"delivery":{"processingTimeMillis":1}}"#,
        #"{"mail":{"messageId":"m","tags":{"ses:configuration-set":["s"]}},"eventType":"Reject","reject":{"reason":"r"}}"#,
        #"{"eventType":"RenderingFailure","failure":{"errorMessage":"e"},"mail":{"headersTruncated":true,"messageId":"m"}}"#,
        #"{"eventType":"Teleport","mail":{"messageId":"m"},"a":1.5,"b":[1,{"c":2e3,"d":null}],"e":-0}"#,
        #"{"eventType":"Subscription","mail":{"messageId":"m"},"subscription":{"newTopicPreferences":{"unsubscribeAll":"true"}}}"#,
    ]

    /// Bytes to put anywhere.
    static let pieces: [[UInt8]] =
        [
            "{", "}", "[", "]", "\"", ",", ":", "\\", "null", "true", "1e999", "-", #"\ud800"#, #"\u0000"#, "0",
            "\u{0}", "é",
            "{}", "[]", "\"\"", "\"a\":1,", ",\"a\":1", "\n", "\r", "\t", " ", "\u{FEFF}", "[[[[[[[[", "]]]]]]]]",
            "{\"a\":", "\\\"",
            #"\\"#, "\n{", "}{", "/", "'",
        ].map { Array($0.utf8) } + [[0xFF], [0xC2], [0xED, 0xA0, 0x80], [0xFE, 0xFF], [0x00, 0x7B]]
}
