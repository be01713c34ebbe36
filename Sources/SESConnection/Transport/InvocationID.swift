#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The id by which the service's logs tell one call from another.
package enum InvocationID {
    /// A random UUID (RFC 9562, version 4), as text.
    package static func random() -> String {
        // Foundation's own opens /dev/urandom for each.
        var random = SystemRandomNumberGenerator()
        let high = random.next() & ~0xF000 | 0x4000
        let low = random.next() & ~(0xC0 << 56) | 0x80 << 56
        func byte(_ number: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: number >> (56 - 8 * index)) }
        return UUID(
            uuid: (
                byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5),
                byte(high, 6), byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3), byte(low, 4),
                byte(low, 5), byte(low, 6), byte(low, 7)
            )
        ).uuidString
    }
}
