import Foundation
import Testing

@testable import SESEvents

@Suite("Fuzz: reads beyond the input")
struct GuardedPageFuzzTests {
    /// Reads bytes where they stand, without `Data`, which copies short ones.
    private func read(_ bytes: UnsafeRawBufferPointer, isLast: Bool = true) -> Int {
        var reader = EventReader()
        _ = reader.read(bytes, isLast: isLast)
        return reader.takeRecords().count { $0.event != nil }
    }

    private func compact(_ name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        JSONTree([UInt8](try EventFixture.data(name))).write(to: &bytes) { _ in }
        return bytes
    }

    @Test("Nothing beside a fixture is read, cut anywhere", arguments: EventFixture.all)
    func cuts(name: String) throws {
        let bytes = try compact(name)
        let pages = try GuardedPages(capacity: bytes.count)
        let whole = bytes.count
        var wrong: [Int] = []
        for length in 0...whole {
            bytes.prefix(length).withUnsafeBytes { cut in
                pages.withBytes(cut) { bytes in
                    for isLast in [true, false] {
                        let events = read(bytes, isLast: isLast)
                        if events != (length == whole ? 1 : 0) { wrong.append(length) }
                    }
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("Nothing beside what is nearly an event is read")
    func mutations() async throws {
        var mutator = try EventMutator(seed: Fuzzing.seed(77))
        let pages = try GuardedPages(capacity: 1 << 20)
        var count = 0
        let rounds = Fuzzing.iterations(2000)
        for round in 0..<rounds {
            if round % 64 == 0 { await Task.yield() }
            let bytes = mutator.next()
            guard bytes.count <= 1 << 20 else { continue }
            bytes.withUnsafeBytes { bytes in pages.withBytes(bytes) { count += read($0) } }
        }
        #expect(count > rounds / 2)
    }
}
