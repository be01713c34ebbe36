import SESClient
import SESCore

/// The command line.
struct Options {
    struct Mistake: Error {
        let message: String
    }

    static let help = """
        usage: swift run ses-quickstart [--seed NUMBER]
               swift run ses-quickstart --live --region REGION --from ADDRESS [--to ADDRESS] [--endpoint URL]
               swift run ses-quickstart campaign --endpoint URL --journal FILE [--count NUMBER] [--concurrency NUMBER]

        Without --live it plays a campaign on the embedded simulator: no network, no account.

          --seed NUMBER     another run of the simulator's dice (default 2025)
          --live            make the same calls to Amazon SES, with the credentials that the AWS CLI
                            would use; what it creates, it deletes
          --region REGION   the region to call, such as eu-west-1
          --from ADDRESS    a sender that is verified there
          --to ADDRESS      the recipient (default success@simulator.amazonses.com, the service's own mailbox)
          --endpoint URL    call this address instead of AWS's, such as a local test server's

        A campaign sends so many mails to a local test server, and when it is killed and run again goes on by its journal.
        """

    var showsHelp = false
    var isLive = false
    var seed: UInt64 = 2025
    var region: Region?
    var from: EmailAddress?
    var to: EmailAddress = "success@simulator.amazonses.com"
    var endpoint: String?

    init(_ arguments: some Sequence<String>) throws {
        var arguments = Array(arguments)[...]
        while let argument = arguments.popFirst() {
            func value() throws -> String {
                guard let value = arguments.popFirst() else { throw Mistake(message: "\(argument) needs a value") }
                return value
            }
            switch argument {
            case "--help", "-h": showsHelp = true
            case "--live": isLive = true
            case "--seed":
                let text = try value()
                guard let number = UInt64(text) else { throw Mistake(message: "--seed takes a number, not \(text)") }
                seed = number
            case "--region": region = try Self.check { try Region(value()) }
            case "--from": from = try Self.check { try EmailAddress(value()) }
            case "--to": to = try Self.check { try EmailAddress(value()) }
            case "--endpoint": endpoint = try value()
            default: throw Mistake(message: "unknown argument \(argument)")
            }
        }
        if isLive, from == nil { throw Mistake(message: "--live needs --from: a sender that is verified in SES") }
    }

    private static func check<Value>(_ make: () throws -> Value) throws -> Value {
        do {
            return try make()
        } catch let error as SESValueError {
            throw Mistake(message: error.description)
        }
    }
}
