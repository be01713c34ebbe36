import SESTesting
import Synchronization
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The simulated clock")
struct SimulatedClockTests {
    let clock = SimulatedClock()

    /// Starts a task that sleeps and returns once it does.
    private func sleeper(_ duration: Duration, then body: @escaping @Sendable () -> Void = {}) async -> Task<
        Void, any Error
    > {
        let count = clock.sleeperCount
        let task = Task { [clock] in
            try await clock.sleep(for: duration)
            body()
        }
        while clock.sleeperCount == count { await Task.yield() }
        return task
    }

    @Test("It stands still until it is moved, and is never moved back")
    func movement() {
        #expect(clock.now.offset == .zero)
        clock.advance(by: .seconds(90))
        #expect(clock.now.offset == .seconds(90))
        clock.advance(by: .seconds(-30))
        clock.advance(by: .zero)
        #expect(clock.now.offset == .seconds(90))
        #expect(clock.minimumResolution == .nanoseconds(1))
    }

    @Test("Its date moves with it from the date it began at")
    func date() {
        let clock = SimulatedClock(start: Date(timeIntervalSince1970: 1000))
        clock.advance(by: .milliseconds(1500))
        #expect(clock.date == Date(timeIntervalSince1970: 1001.5))
        #expect(clock.start == Date(timeIntervalSince1970: 1000))
        #expect(clock.date(at: .init(offset: .seconds(60))) == Date(timeIntervalSince1970: 1060))
    }

    @Test("Its moments are counted from its start")
    func instants() {
        let early = SimulatedClock.Instant(offset: .seconds(1))
        let late = early.advanced(by: .seconds(2))
        #expect(early < late && late.offset == .seconds(3))
        #expect(early.duration(to: late) == .seconds(2) && late.duration(to: early) == .seconds(-2))
    }

    @Test("Who sleeps until now or earlier doesn't wait", .timeLimit(.minutes(5)))
    func noWait() async throws {
        clock.advance(by: .seconds(5))
        try await clock.sleep(until: clock.now)
        try await clock.sleep(until: .init(offset: .seconds(1)))
        try await clock.sleep(for: .seconds(-1))
        #expect(clock.sleeperCount == 0)
    }

    @Test("Who sleeps wakes at the moment, not a nanosecond before", .timeLimit(.minutes(5)))
    func exact() async throws {
        let task = await sleeper(.seconds(10))
        clock.advance(by: .seconds(10) - .nanoseconds(1))
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .nanoseconds(1))
        #expect(clock.sleeperCount == 0)
        try await task.value
    }

    @Test("A thousand sleepers wake each in its time", .timeLimit(.minutes(5)))
    func many() async throws {
        let holder = Woken()
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<1000 {
            let delay = (number * 7919) % 1000
            tasks.append(await sleeper(.seconds(delay + 1)) { holder.add(delay) })
        }
        for step in 0..<10 {
            clock.advance(by: .seconds(100))
            #expect(clock.sleeperCount == 1000 - (step + 1) * 100)
            while holder.all.count < (step + 1) * 100 { await Task.yield() }
            #expect(Set(holder.all.suffix(100)) == Set(step * 100..<(step + 1) * 100))
        }
        for task in tasks { try await task.value }
    }

    @Test(
        "A sleeper that is cancelled wakes at once with CancellationError, and the others sleep on",
        .timeLimit(.minutes(5)))
    func cancellation() async throws {
        let cancelled = await sleeper(.seconds(10))
        let other = await sleeper(.seconds(10))
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .seconds(10))
        try await other.value
    }

    @Test("Who was cancelled before doesn't fall asleep, even if there is nothing to wait for", .timeLimit(.minutes(5)))
    func cancelledBefore() async throws {
        for duration in [Duration.seconds(10), .seconds(-10)] {
            let task = Task { [clock] in
                withUnsafeCurrentTask { $0?.cancel() }
                try await clock.sleep(for: duration)
            }
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        #expect(clock.sleeperCount == 0)
    }

    @Test("Cancelling who has woken up changes nothing", .timeLimit(.minutes(5)))
    func cancelledAfter() async throws {
        let task = await sleeper(.seconds(1))
        clock.advance(by: .seconds(1))
        try await task.value
        task.cancel()
        let next = await sleeper(.seconds(1))
        clock.advance(by: .seconds(1))
        try await next.value
    }

    @Test("Cancelling and advancing at once wakes every sleeper exactly once", .timeLimit(.minutes(5)))
    func race() async throws {
        for _ in 0..<200 {
            let task = await sleeper(.seconds(1))
            await withTaskGroup { group in
                group.addTask { task.cancel() }
                group.addTask { [clock] in clock.advance(by: .seconds(1)) }
            }
            _ = await task.result
            #expect(clock.sleeperCount == 0)
        }
    }
}

/// Who has woken up, in order.
private final class Woken: Sendable {
    private let numbers = Mutex<[Int]>([])

    var all: [Int] { numbers.withLock(\.self) }

    func add(_ number: Int) {
        numbers.withLock { $0.append(number) }
    }
}
