import Testing

@testable import SESClient
@testable import SESConnection

@Suite("CRC-32C")
struct CRC32CTests {
    /// RFC 3720, B.4, and the check value of the catalogue of CRCs.
    static let vectors: [(bytes: [UInt8], value: UInt32)] = [
        ([], 0),
        (Array("123456789".utf8), 0xE306_9283),
        (Array(repeating: 0, count: 32), 0x8A91_36AA),
        (Array(repeating: 0xFF, count: 32), 0x62A8_AB43),
        (Array(0..<32), 0x46DD_794E),
        (Array((0..<32).reversed()), 0x113F_DB5C),
        (
            [
                0x01, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x14, 0, 0, 0, 0, 0, 0x04, 0, 0, 0, 0, 0x14, 0, 0,
                0,
                0x18, 0x28, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0, 0, 0, 0, 0, 0,
            ], 0xD996_3A56
        ),
    ]

    @Test("gives the published values, in one part or in many", arguments: vectors)
    func published(bytes: [UInt8], value: UInt32) {
        var whole = CRC32C()
        whole.update(bytes)
        #expect(whole.value == value)
        var parts = CRC32C()
        for byte in bytes { parts.update([byte]) }
        #expect(parts.value == value)
    }
}
