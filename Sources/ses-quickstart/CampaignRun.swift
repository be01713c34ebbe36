import SESClient
import SESCore

/// Sends many mails to a local server, by a journal: it may be killed, and goes on when it is run again.
///
/// It prints a line for each outcome, `INDEX sent|refused|unknown MESSAGE-ID|CODE new|journal`, and `done` at the end.
struct CampaignRun {
    private var endpoint = ""
    private var journal = ""
    private var count = 1000
    private var concurrency = 64

    init(_ arguments: some Sequence<String>) throws {
        var arguments = Array(arguments)[...]
        while let argument = arguments.popFirst() {
            guard let value = arguments.popFirst() else { throw Options.Mistake(message: "\(argument) needs a value") }
            switch argument {
            case "--endpoint": endpoint = value
            case "--journal": journal = value
            case "--count": count = try Self.number(value, for: argument)
            case "--concurrency": concurrency = try Self.number(value, for: argument)
            default: throw Options.Mistake(message: "unknown argument \(argument)")
            }
        }
        guard !endpoint.isEmpty, !journal.isEmpty else {
            throw Options.Mistake(message: "a campaign needs --endpoint and --journal")
        }
    }

    private static func number(_ text: String, for argument: String) throws -> Int {
        guard let number = Int(text), number > 0 else {
            throw Options.Mistake(message: "\(argument) takes a number of 1 or more, not \(text)")
        }
        return number
    }

    func run() async throws {
        // The server isn't AWS's: it sees a signature, and no credentials of anybody's.
        let credentials = AWSCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "campaign")
        let ses = try SESv2Client(
            region: .euWest1, credentials: StaticCredentialProvider(credentials),
            configuration: .init(endpoint: EndpointOptions(url: endpoint)))
        let set: ConfigurationSetName = "promo-may2025"
        let options = SendOptions(
            concurrency: concurrency,
            journal: try SendJournal(path: journal, campaign: "ses-quickstart", configurationSet: set))
        for try await outcome in ses.send(
            contentsOf: NumberedEmails(count: count), configurationSet: set, options: options)
        {
            Terminal.inline("\(Self.line(outcome))\n")
        }
        Terminal.inline("done\n")
    }

    private static func line(_ outcome: SendOutcome) -> String {
        let result =
            switch outcome.result {
            case .sent(let messageID): "sent \(messageID)"
            case .refused(let error): "refused \(error.code)"
            case .unknown(let error): "unknown \(error.code)"
            @unknown default: "other -"
            }
        return "\(outcome.index) \(result) \(outcome.isFromJournal ? "journal" : "new")"
    }
}

/// E-mails that differ in their number, made as they are asked for.
private struct NumberedEmails: Sequence, IteratorProtocol, Sendable {
    let count: Int
    private var number = 0

    init(count: Int) { self.count = count }

    mutating func next() -> Email? {
        guard number < count else { return nil }
        defer { number += 1 }
        return Email(
            from: "promo@example.com", to: ["success@simulator.amazonses.com"], subject: "May sale",
            text: "Message \(number)", tags: ["n": String(number)])
    }
}
