import Foundation
import SESClient
import SESSigning
import Testing

@Suite("Kept credentials")
struct CachingCredentialProviderTests {
    struct Outage: Error {}

    let date = ManualDate()

    private func cache(_ source: ScriptedProvider) -> CachingCredentialProvider {
        CachingCredentialProvider(source) { [date] in date.now }
    }

    /// Asks until the answer has this key: a renewal in the background takes its time.
    private func await(_ id: String, from cache: CachingCredentialProvider) async throws {
        try await eventually { try await cache.credentials().accessKeyID == id }
    }

    @Test("of a thousand callers are fetched once")
    func singleFlight() async throws {
        let source = ScriptedProvider { .temporary("\($0)", minutes: 60) }
        let cache = cache(source)
        source.hold()
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<1000 { group.addTask { try await cache.credentials().accessKeyID } }
            await source.asked(1)
            for _ in 0..<1000 { await Task.yield() }
            source.release()
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(ids == ["ASIA1"])
        #expect(source.count == 1)
    }

    @Test("that don't end are fetched once and for all")
    func endless() async throws {
        let source = ScriptedProvider { _ in .keys }
        let cache = cache(source)
        for _ in 0..<3 {
            #expect(try await cache.credentials() == .keys)
            date.advance(minutes: 100_000)
        }
        #expect(source.count == 1)
    }

    @Test("a caller that is cancelled leaves at once, and the others get theirs")
    func cancelledCaller() async throws {
        let source = ScriptedProvider { .temporary("\($0)", minutes: 60) }
        let cache = cache(source)
        source.hold()
        let first = Task { try await cache.credentials() }
        let second = Task { try await cache.credentials() }
        await source.asked(1)
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        source.release()
        #expect(try await second.value.accessKeyID == "ASIA1")
        #expect(source.count == 1)
    }

    @Test("a caller that is cancelled before it waits doesn't wait, and the fetch it began counts")
    func cancelledBefore() async throws {
        let source = ScriptedProvider { .temporary("\($0)", minutes: 60) }
        let cache = cache(source)
        source.hold()
        let call = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await cache.credentials()
        }
        await #expect(throws: CancellationError.self) { try await call.value }
        source.release()
        #expect(try await cache.credentials().accessKeyID == "ASIA1")
    }

    @Test("are renewed in the background from 15 minutes before their end, not before")
    func advisory() async throws {
        let source = ScriptedProvider { .temporary("\($0)", minutes: 60 * Double($0)) }
        let cache = cache(source)
        _ = try await cache.credentials()
        date.advance(minutes: 44.9)
        #expect(try await cache.credentials().accessKeyID == "ASIA1")
        #expect(source.count == 1)
        source.hold()
        date.advance(minutes: 0.2)
        #expect(try await cache.credentials().accessKeyID == "ASIA1")
        await source.asked(2)
        #expect(try await cache.credentials().accessKeyID == "ASIA1")
        source.release()
        try await self.await("ASIA2", from: cache)
        #expect(source.count == 2)
    }

    @Test("are waited for from 10 minutes before their end")
    func mandatory() async throws {
        let source = ScriptedProvider { .temporary("\($0)", minutes: 60 * Double($0)) }
        let cache = cache(source)
        _ = try await cache.credentials()
        date.advance(minutes: 50.1)
        #expect(try await cache.credentials().accessKeyID == "ASIA2")
        #expect(source.count == 2)
    }

    @Test("that still hold are given while renewing fails, and the new ones once it succeeds")
    func failingRenewal() async throws {
        let source = ScriptedProvider { number in
            guard number == 1 || number > 3 else { throw Outage() }
            return .temporary("\(number)", minutes: number == 1 ? 60 : 200)
        }
        let cache = cache(source)
        _ = try await cache.credentials()
        date.advance(minutes: 52)
        #expect(try await cache.credentials().accessKeyID == "ASIA1")
        #expect(source.count == 2)
        // Within the pause nobody asks.
        #expect(try await cache.credentials().accessKeyID == "ASIA1")
        #expect(source.count == 2)
        date.advance(minutes: 1)
        #expect(try await cache.credentials().accessKeyID == "ASIA1")
        #expect(source.count == 3)
        date.advance(minutes: 1)
        #expect(try await cache.credentials().accessKeyID == "ASIA4")
    }

    @Test("pauses between failed renewals grow to a minute")
    func pauses() async throws {
        let source = ScriptedProvider { number in
            guard number == 1 else { throw Outage() }
            return .temporary("1", minutes: 60)
        }
        let cache = cache(source)
        _ = try await cache.credentials()
        date.advance(minutes: 51)
        var moments: [Int] = []
        for second in 0..<200 {
            let before = source.count
            _ = try await cache.credentials()
            if source.count > before { moments.append(second) }
            date.advance(minutes: 1.0 / 60)
        }
        #expect(moments == [0, 1, 3, 7, 15, 31, 63, 123, 183])
    }

    @Test("that are over are no longer given; the failure is thrown, and forgotten a second later")
    func recovery() async throws {
        let source = ScriptedProvider { number in
            guard number == 1 || number == 4 else { throw Outage() }
            return .temporary("\(number)", minutes: number == 1 ? 60 : 500)
        }
        let cache = cache(source)
        _ = try await cache.credentials()
        date.advance(minutes: 61)
        await #expect(throws: Outage.self) { try await cache.credentials() }
        await #expect(throws: Outage.self) { try await cache.credentials() }
        #expect(source.count == 2)
        date.advance(minutes: 1.1 / 60)
        await #expect(throws: Outage.self) { try await cache.credentials() }
        #expect(source.count == 3)
        date.advance(minutes: 1.1 / 60)
        #expect(try await cache.credentials().accessKeyID == "ASIA4")
    }

    @Test("a first fetch that fails is tried again")
    func failingFirst() async throws {
        let source = ScriptedProvider { number in
            guard number > 1 else { throw SESv2Error(.noCredentials, message: "none yet") }
            return .keys
        }
        let cache = cache(source)
        await expectFailure(cache, .noCredentials, "none yet")
        date.advance(minutes: -10)
        #expect(try await cache.credentials() == .keys)
    }

    @Test("all who wait for a fetch that fails get its error, and the next fetch is for all again")
    func failingTogether() async throws {
        let source = ScriptedProvider { number in
            guard number > 1 else { throw Outage() }
            return .keys
        }
        let cache = cache(source)
        source.hold()
        let failures = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 { group.addTask { (try? await cache.credentials()) == nil } }
            await source.asked(1)
            for _ in 0..<100 { await Task.yield() }
            source.release()
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(failures == 100)
        #expect(source.count == 1)
        date.advance(minutes: 1)
        #expect(try await cache.credentials() == .keys)
    }

    @Test("that were refused are forgotten, here and in the source; others are not")
    func invalidated() async throws {
        let source = ScriptedProvider { .temporary("\($0)", minutes: 60) }
        let cache = cache(source)
        let first = try await cache.credentials()
        await cache.invalidate(.keys)
        #expect(try await cache.credentials() == first)
        await cache.invalidate(first)
        #expect(try await cache.credentials().accessKeyID == "ASIA2")
        // A late refusal of the old ones takes nothing away.
        await cache.invalidate(first)
        #expect(try await cache.credentials().accessKeyID == "ASIA2")
        #expect(source.count == 2)
        #expect(source.invalidated == [.keys, first, first])
    }

    @Test("of a short life don't have the source asked at every call")
    func shortLife() async throws {
        let source = ScriptedProvider { [date] number in
            AWSCredentials(
                accessKeyID: "\(number)", secretAccessKey: "s", expiration: date.now.addingTimeInterval(300))
        }
        let cache = cache(source)
        for _ in 0..<100 { _ = try await cache.credentials() }
        #expect(source.count == 1)
        date.advance(minutes: 1.1)
        #expect(try await cache.credentials().accessKeyID == "2")
    }

    @Test("that a source gives when they are over are a failure")
    func overAlready() async throws {
        let cache = cache(ScriptedProvider { _ in .temporary("old", minutes: 0) })
        await expectFailure(cache, .credentialsUnavailable, "over")
    }

    @Test("show nothing when they are printed")
    func printed() async throws {
        let cache = cache(ScriptedProvider { _ in .temporary("x", minutes: 60) })
        _ = try await cache.credentials()
        let text = PrintedForms.all(of: cache)
        #expect(!text.contains("secret") && !text.contains("token-of"))
    }
}
