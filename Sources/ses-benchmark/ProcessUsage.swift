#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What this process has used so far.
enum ProcessUsage {
    /// A line of `/proc/self/status`.
    enum Memory: String {
        case now = "VmRSS:"
        case peak = "VmHWM:"
    }

    /// Memory in KB; nil where the system doesn't tell.
    static func memory(_ kind: Memory) -> Int? {
        // A file of /proc has no size to read by.
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        let line = status.split(separator: "\n").first { $0.hasPrefix(kind.rawValue) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
    }

    /// The processor time of all threads, for the process and for the kernel, in seconds.
    static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
