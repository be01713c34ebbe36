/// The addresses by which the service lets everybody try what happens: `bounce@simulator.amazonses.com` and the like,
/// also with a label, as in `bounce+campaign7@simulator.amazonses.com`.
enum MailboxSimulator: String {
    case success
    case bounce
    case outOfOffice = "ooto"
    case complaint
    case suppressionList = "suppressionlist"

    init?(address: String) {
        let parts = address.lowercased().split(separator: "@")
        guard parts.count == 2, parts[1] == "simulator.amazonses.com",
            let name = parts[0].split(separator: "+", omittingEmptySubsequences: false).first
        else { return nil }
        self.init(rawValue: String(name))
    }
}
