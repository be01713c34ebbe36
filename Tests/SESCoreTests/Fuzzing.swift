import Foundation

/// How much the fuzz tests try.
enum Fuzzing {
    /// The number of inputs: that of the environment variable `SES_FUZZ_ITERATIONS`, else the test's own.
    static func iterations(_ usual: Int) -> Int {
        ProcessInfo.processInfo.environment["SES_FUZZ_ITERATIONS"].flatMap(Int.init) ?? usual
    }

    /// The seed: that of the environment variable `SES_FUZZ_SEED`, else the test's own.
    static func seed(_ usual: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment["SES_FUZZ_SEED"].flatMap(UInt64.init) ?? usual
    }
}
