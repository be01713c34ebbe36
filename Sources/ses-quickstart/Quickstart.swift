import SESClient

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The practical case, from creating a set to knowing who bounced: on the embedded simulator, or with `--live` on AWS.
@main
struct Quickstart {
    static func main() async {
        do {
            let arguments = CommandLine.arguments.dropFirst()
            if arguments.first == "campaign" {
                try await CampaignRun(arguments.dropFirst()).run()
                return
            }
            let options = try Options(arguments)
            if options.showsHelp {
                print(Options.help)
            } else if options.isLive {
                try await LiveRun(options).run()
            } else {
                try await SimulatedRun(seed: options.seed).run()
            }
        } catch let error as Options.Mistake {
            Terminal.error("ses-quickstart: \(error.message)\n\n\(Options.help)")
            exit(2)
        } catch {
            Terminal.error("ses-quickstart: \(error)")
            exit(1)
        }
    }
}
