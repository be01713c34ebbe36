#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

let subcommands: [String: Subcommand] = [
    "decode": DecodeBenchmark.subcommand,
    "monitor": MonitorBenchmark.subcommand,
    "send": SendBenchmark.subcommand,
    "sign": SignBenchmark.subcommand,
    "stream": StreamBenchmark.subcommand,
]

let arguments = CommandLine.arguments.dropFirst()
do {
    if let name = arguments.first, let subcommand = subcommands[name],
        try await subcommand.run(Array(arguments.dropFirst()))
    {
        exit(0)
    }
    print("usage: swift run -c release ses-benchmark SUBCOMMAND\n")
    for (_, subcommand) in subcommands.sorted(by: { $0.key < $1.key }) {
        print("  \(subcommand.usage)\n      \(subcommand.summary)")
    }
    exit(64)
} catch {
    print("error: \(error)")
    exit(1)
}
