import SESClient
import SESCore

/// Sends a mail of 2 KB over and over to a local server, so many at a time, with the transport that the build has.
///
/// With `--plain` the transport's own library posts the bytes of one such mail, signed beforehand, and nothing is read from
/// the answers but their end: what is between the two is this package.
enum SendBenchmark {
    static let subcommand = Subcommand(
        usage: "send --endpoint URL [--count N] [--concurrency N] [--plain]",
        summary: "sends a second to a local server, processor time of each, growth of memory after the first tenth",
        run: run)

    private struct Options {
        var endpoint = ""
        var count = 50_000
        var concurrency = 64
        var isPlain = false

        /// Nil if the arguments are wrong.
        init?(_ arguments: [String]) {
            var arguments = arguments[...]
            while let argument = arguments.popFirst() {
                guard argument != "--plain" else {
                    isPlain = true
                    continue
                }
                guard let value = arguments.popFirst() else { return nil }
                switch argument {
                case "--endpoint": endpoint = value
                case "--count": count = Int(value) ?? 0
                case "--concurrency": concurrency = Int(value) ?? 0
                default: return nil
                }
            }
            guard !endpoint.isEmpty, count >= 10, concurrency > 0 else { return nil }
        }
    }

    private static func run(_ arguments: [String]) async throws -> Bool {
        guard let options = Options(arguments) else { return false }
        let load = Load(count: options.count, concurrency: options.concurrency)
        if options.isPlain {
            let peer = try PlainPeer(posting: try await SampleMail.request(endpoint: options.endpoint))
            report(try await load.run { _ in try await peer.post() })
        } else {
            let client = try SampleMail.client(endpoint: options.endpoint)
            report(
                try await load.run { number in
                    try await client.send(SampleMail.email(number), configurationSet: "promo-may2025")
                })
        }
        return true
    }

    private static func report(_ figures: Load.Figures) {
        print("send.rate \(Int(figures.rate.rounded())) sends/s")
        print("send.cpu \((figures.processorMicroseconds * 10).rounded() / 10) us/send")
        if let memory = figures.memory { print("send.memory \(memory) KB") }
        if let growth = figures.memoryGrowth { print("send.growth \(growth) KB") }
    }
}
