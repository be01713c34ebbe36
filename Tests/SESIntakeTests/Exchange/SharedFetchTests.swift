import Foundation
import Testing

@testable import SESIntake

@Suite("A fetch that many share")
struct SharedFetchTests {
    @Test(
        "is made once for all who come while it is under way, and anew for those who come later",
        .timeLimit(.minutes(5)))
    func shared() async throws {
        let gate = Gate()
        let fetches = Counter()
        let shared = SharedFetch<String, Int>(maximumCount: 1) { _ throws(SESIntakeError) in
            fetches.add()
            await gate.wait()
            return fetches.value
        }
        let values = await withTaskGroup(of: Int?.self) { group in
            for _ in 0..<50 { group.addTask { try? await shared.value(for: "a") } }
            while shared.waiterCount < 50 { await Task.yield() }
            gate.open()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == Array(repeating: 1, count: 50))
        #expect(try await shared.value(for: "a") == 2)
    }

    @Test("goes on when one who waits is cancelled, who leaves at once", .timeLimit(.minutes(5)))
    func cancelled() async throws {
        let gate = Gate()
        let shared = SharedFetch<String, Int>(maximumCount: 1) { _ throws(SESIntakeError) in
            await gate.wait()
            return 7
        }
        let impatient = Task { try await shared.value(for: "a") }
        let patient = Task { try await shared.value(for: "a") }
        while shared.waiterCount < 2 { await Task.yield() }
        impatient.cancel()
        let error = await #expect(throws: SESIntakeError.self) { try await impatient.value }
        #expect(error?.code == .interrupted)
        gate.open()
        #expect(try await patient.value == 7)
        let late = Task {
            await Task { await Task.yield() }.value
            withUnsafeCurrentTask { $0?.cancel() }
            return try await shared.value(for: "a")
        }
        await #expect(throws: SESIntakeError.self) { try await late.value }
    }

    @Test("a failure is told to all who wait and not kept; too many at once are refused", .timeLimit(.minutes(5)))
    func failures() async throws {
        let gate = Gate()
        let fetches = Counter()
        let shared = SharedFetch<String, Int>(maximumCount: 2) { key throws(SESIntakeError) in
            fetches.add()
            await gate.wait()
            if key == "bad" { throw SESIntakeError(.certificateRefused, message: "bad") }
            return 1
        }
        let bad = Task { try await shared.value(for: "bad") }
        let good = Task { try await shared.value(for: "good") }
        while shared.waiterCount < 2 { await Task.yield() }
        let refused = await #expect(throws: SESIntakeError.self) { try await shared.value(for: "third") }
        #expect(refused?.code == .certificateUnavailable)
        gate.open()
        let error = await #expect(throws: SESIntakeError.self) { try await bad.value }
        #expect(error?.code == .certificateRefused)
        #expect(try await good.value == 1)
        #expect(try await shared.value(for: "third") == 1)
        await #expect(throws: SESIntakeError.self) { try await shared.value(for: "bad") }
        #expect(fetches.value == 4)
    }
}
