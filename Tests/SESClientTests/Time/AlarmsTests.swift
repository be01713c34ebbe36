import Testing

@testable import SESClient
@testable import SESConnection

@Suite("Alarms on one clock", .timeLimit(.minutes(2)))
struct AlarmsTests {
    private let clock = ManualClock()
    private let rung = Shared<[Int]>([])

    private func set(_ number: Int, _ alarms: Alarms, after delay: Duration) -> Int {
        alarms.set(after: delay) { [rung] in rung.change { $0.append(number) } }
    }

    private func waitForSleepers(_ count: Int) async {
        while clock.sleeperCount != count { await Task.yield() }
    }

    @Test("Each rings once, at its time, and one sleep at a time is enough")
    func ring() async {
        let alarms = Alarms.on(clock)
        for (number, delay) in [5, 3, 9, 3].enumerated() { _ = set(number, alarms, after: .seconds(delay)) }
        for (seconds, expected) in [(3, [1, 3]), (2, [0, 1, 3]), (4, [0, 1, 2, 3])] {
            await waitForSleepers(1)
            while clock.nextWaking != .seconds(seconds) { await Task.yield() }
            clock.advance(by: .milliseconds(seconds * 1000 - 1))
            await yieldOften()
            #expect(rung.value.count < expected.count)
            clock.advance(by: .milliseconds(1))
            while rung.value.count < expected.count { await Task.yield() }
            #expect(rung.value.sorted() == expected)
        }
        await yieldOften()
        #expect(clock.sleeperCount == 0)
    }

    @Test("One that was taken back doesn't ring, and says so; one that has rung can't be taken back")
    func cancel() async {
        let alarms = Alarms.on(clock)
        let first = set(1, alarms, after: .seconds(1))
        let second = set(2, alarms, after: .seconds(2))
        #expect(alarms.cancel(first))
        #expect(!alarms.cancel(first))
        await waitForSleepers(1)
        clock.advance(by: .seconds(1))
        while clock.nextWaking != .seconds(1) { await Task.yield() }
        clock.advance(by: .seconds(1))
        while rung.value.isEmpty { await Task.yield() }
        #expect(rung.value == [2])
        #expect(!alarms.cancel(second))
    }

    @Test("One that rings twice rings at both times, and can be taken back between them")
    func ringTwice() async {
        let alarms = Alarms.on(clock)
        let ids = (0..<2).map { number in
            alarms.set(
                after: .seconds(1), { [rung] in rung.change { $0.append(number) } },
                later: (.seconds(3), { [rung] in rung.change { $0.append(10 + number) } }))
        }
        await waitForSleepers(1)
        clock.advance(by: .seconds(1))
        while rung.value.count < 2 { await Task.yield() }
        #expect(rung.value.sorted() == [0, 1])
        #expect(alarms.cancel(ids[0]))
        await waitForSleepers(1)
        while clock.nextWaking != .seconds(2) { await Task.yield() }
        clock.advance(by: .seconds(2))
        while rung.value.count < 3 { await Task.yield() }
        await yieldOften()
        #expect(rung.value.sorted() == [0, 1, 11])
        #expect(!alarms.cancel(ids[1]))
        #expect(clock.sleeperCount == 0)
    }

    @Test("Nobody sleeps on a clock of a test's when no alarm is set")
    func nobodyLeft() async {
        let alarms = Alarms.on(clock)
        let alarm = set(1, alarms, after: .seconds(60))
        await waitForSleepers(1)
        alarms.cancel(alarm)
        await waitForSleepers(0)
    }

    @Test("An operation that is too slow is cancelled and waited for")
    func late() async throws {
        let alarms = Alarms.on(clock)
        let wasCancelled = Shared(false)
        let race = Task {
            try await alarms.race(within: .seconds(5)) {
                while !Task.isCancelled { await Task.yield() }
                wasCancelled.change { $0 = true }
                return "slow"
            } late: {
                "late"
            }
        }
        await waitForSleepers(1)
        clock.advance(by: .seconds(5))
        #expect(try await race.value == "late")
        #expect(wasCancelled.value)
    }

    @Test("An operation in time decides, and so does what it throws; cancelling the caller cancels it")
    func inTime() async throws {
        struct Failure: Error {}
        let alarms = Alarms.on(clock)
        #expect(
            try await alarms.race(within: .seconds(5)) {
                "quick"
            } late: {
                "late"
            } == "quick")
        await #expect(throws: Failure.self) {
            try await alarms.race(within: .seconds(5)) {
                throw Failure()
            } late: {
            }
        }
        let race = Task {
            try await alarms.race(within: .seconds(5)) {
                while true {
                    try Task.checkCancellation()
                    await Task.yield()
                }
            } late: {
            }
        }
        race.cancel()
        await #expect(throws: CancellationError.self) { try await race.value }
    }
}
