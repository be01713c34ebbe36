/// The provider of a mailbox, in the service's spelling, as far as the address's domain tells it.
///
/// The service looks at the mail server; here it is the domain. `Gmail` and `Yahoo` are AWS's examples, `UNKNOWN_ISP` stands in
/// its sample answer of `GetMessageInsights`.
struct MailboxProvider: Hashable {
    let name: String

    static let gmail = Self(name: "Gmail")
    static let yahoo = Self(name: "Yahoo")
    static let hotmail = Self(name: "Hotmail")
    static let unknown = Self(name: "UNKNOWN_ISP")

    /// Whether it tells SES of complaints; Gmail doesn't.
    var reportsComplaints: Bool { self != .gmail }

    private init(name: String) {
        self.name = name
    }

    init(of address: String) {
        let domain = address.lowercased().split(separator: "@").last.map(String.init) ?? ""
        self = Self.byDomain[domain] ?? .unknown
    }

    private static let byDomain: [String: MailboxProvider] = [
        "gmail.com": .gmail, "googlemail.com": .gmail,
        "yahoo.com": .yahoo, "yahoo.co.uk": .yahoo, "yahoo.fr": .yahoo, "yahoo.de": .yahoo, "ymail.com": .yahoo,
        "hotmail.com": .hotmail, "outlook.com": .hotmail, "live.com": .hotmail, "msn.com": .hotmail,
    ]
}
