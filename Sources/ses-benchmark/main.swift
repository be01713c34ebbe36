#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

let subcommands: [String: Subcommand] = [
    "sign": SignBenchmark.subcommand
]

let arguments = CommandLine.arguments.dropFirst()
guard let name = arguments.first, let subcommand = subcommands[name],
    subcommand.run(Array(arguments.dropFirst()))
else {
    print("usage: swift run -c release ses-benchmark SUBCOMMAND\n")
    for (_, subcommand) in subcommands.sorted(by: { $0.key < $1.key }) {
        print("  \(subcommand.usage)\n      \(subcommand.summary)")
    }
    exit(64)
}
