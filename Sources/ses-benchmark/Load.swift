import Synchronization

/// A piece of work that is done so many times, so many at a time.
struct Load {
    struct Figures {
        /// How often a second it was done.
        var rate: Double
        /// The processor time of each.
        var processorMicroseconds: Double
        /// The memory at the end, in KB.
        var memory: Int?
        /// How much more that is than after the first tenth, in KB.
        var memoryGrowth: Int?
    }

    let count: Int
    let concurrency: Int

    /// Does the work; the first tenth warms up and isn't timed.
    ///
    /// - Parameter work: Is given its number, from 0.
    func run(_ work: @escaping @Sendable (Int) async throws -> Void) async throws -> Figures {
        let warmUp = count / 10
        try await run(0..<warmUp, work)
        let memory = ProcessUsage.memory(.now)
        let processor = ProcessUsage.processorSeconds
        let start = ContinuousClock.now
        try await run(warmUp..<count, work)
        let seconds = Measurement.seconds(ContinuousClock.now - start)
        let timed = Double(count - warmUp)
        let end = ProcessUsage.memory(.now)
        return Figures(
            rate: timed / seconds,
            processorMicroseconds: (ProcessUsage.processorSeconds - processor) / timed * 1e6, memory: end,
            memoryGrowth: end.flatMap { end in memory.map { end - $0 } })
    }

    private func run(_ numbers: Range<Int>, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
        let next = Counter(numbers.lowerBound)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<concurrency {
                group.addTask {
                    while true {
                        let number = next.take()
                        guard number < numbers.upperBound else { return }
                        try await work(number)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private final class Counter: Sendable {
        private let next: Atomic<Int>

        init(_ first: Int) {
            next = Atomic(first)
        }

        func take() -> Int {
            next.wrappingAdd(1, ordering: .relaxed).oldValue
        }
    }
}
