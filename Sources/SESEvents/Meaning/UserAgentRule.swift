/// One line of the table by which a user agent tells a machine from a person.
struct UserAgentRule {
    enum Match {
        case exactly(String)
        case prefix(String)
        case part(String)
    }

    /// In lower case.
    let match: Match
    let kind: SESEvent.Intermediary.Kind
    let name: String

    /// The machine that the first rule to match names.
    static func intermediary(for userAgent: String, in rules: [UserAgentRule]) -> SESEvent.Intermediary? {
        let text = userAgent.lowercased()
        return rules.first { $0.matches(text) }.map { SESEvent.Intermediary(kind: $0.kind, name: $0.name) }
    }

    private func matches(_ text: String) -> Bool {
        switch match {
        case .exactly(let whole): text == whole
        case .prefix(let start): text.utf8.starts(with: start.utf8)
        case .part(let part): text.utf8.contains(part.utf8)
        }
    }

    private static func scanner(_ match: Match, _ name: String) -> Self {
        Self(match: match, kind: .scanner, name: name)
    }

    /// Mail Privacy Protection gives nothing but this; it fetches images, not links.
    static let opens =
        [Self(match: .exactly("mozilla/5.0"), kind: .prefetch, name: "Apple Mail Privacy Protection")] + common

    static let clicks = [scanner(.exactly("mozilla/5.0"), "no browser")] + common

    private static let common = [
        Self(match: .part("googleimageproxy"), kind: .proxy, name: "Gmail image proxy"),
        Self(match: .part("yahoomailproxy"), kind: .proxy, name: "Yahoo Mail image proxy"),
        scanner(.exactly(""), "no user agent"),
        scanner(.part("barracuda"), "Barracuda"),
        scanner(.part("proofpoint"), "Proofpoint"),
        scanner(.part("mimecast"), "Mimecast"),
        scanner(.part("messagelabs"), "Symantec MessageLabs"),
        scanner(.part("symantec"), "Symantec"),
        scanner(.part("safelinks"), "Microsoft Safe Links"),
        scanner(.part("bingpreview"), "Microsoft BingPreview"),
        scanner(.part("headlesschrome"), "headless Chrome"),
        scanner(.part("phantomjs"), "PhantomJS"),
        scanner(.prefix("curl/"), "curl"),
        scanner(.prefix("wget/"), "Wget"),
        scanner(.prefix("python-"), "Python"),
        scanner(.prefix("python/"), "Python"),
        scanner(.prefix("go-http-client/"), "Go"),
        scanner(.prefix("java/"), "Java"),
        scanner(.prefix("apache-httpclient/"), "Java"),
        scanner(.prefix("libwww-perl/"), "Perl"),
        scanner(.prefix("node-fetch"), "Node.js"),
        scanner(.prefix("axios/"), "Node.js"),
    ]
}
