import Foundation
import SESSigning
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "NIST's messages have the hashes that NIST gives",
        arguments: [("sha256-short.txt", 65), ("sha256-long.txt", 64)])
    func nist(file: String, count: Int) throws {
        let vectors = try Fixture.lines(file)
        #expect(vectors.count == count)
        for vector in vectors {
            let parts = vector.split(separator: " ")
            let message = parts[0] == "-" ? Data() : try #require(Data(base64Encoded: String(parts[0])))
            #expect(SHA256Hasher.hash(message).hexadecimal == parts[1])
            var portable = PortableSHA256()
            message.withUnsafeBytes { portable.update($0) }
            #expect(portable.finalized().hexadecimal == parts[1])
        }
    }

    @Test("NIST's Monte Carlo test ends at each of its hundred checkpoints")
    func monteCarlo() throws {
        let lines = try Fixture.lines("sha256-monte.txt")
        #expect(lines.count == 101)
        var seed = [UInt8](hexadecimal: lines[0])
        for checkpoint in lines.dropFirst() {
            var last = [seed, seed, seed]
            for _ in 0..<1000 {
                let value = SHA256Hasher.hash(last[0] + last[1] + last[2])
                last = [last[1], last[2], value.withBytes { Array($0) }]
            }
            seed = last[2]
            #expect(seed == [UInt8](hexadecimal: checkpoint))
        }
    }

    @Test("A message in two pieces has the hash of the whole, wherever it is cut")
    func everySplit() {
        let message = (0..<200).map { UInt8($0) }
        for length in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 200] {
            let whole = SHA256Hasher.hash(message[..<length])
            for cut in 0...length {
                var hasher = SHA256Hasher()
                message[..<cut].withUnsafeBytes { hasher.update($0) }
                _ = hasher.finalized()
                message[cut..<length].withUnsafeBytes { hasher.update($0) }
                #expect(hasher.finalized() == whole, "\(length) bytes cut at \(cut)")
            }
        }
    }

    @Test("A message in pieces of any one size has the hash of the whole")
    func everyPieceSize() {
        let message = (0..<500).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let whole = SHA256Hasher.hash(message)
        for size in 1...130 {
            var portable = PortableSHA256()
            for start in stride(from: 0, to: message.count, by: size) {
                message[start..<min(start + size, message.count)].withUnsafeBytes { portable.update($0) }
            }
            #expect(portable.finalized() == whole)
        }
    }

    @Test("A hash reads its own hexadecimal digits, and nothing else")
    func hexadecimal() throws {
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(SHA256Hasher.hash("abc".utf8).hexadecimal == text)
        #expect(SHA256Value(hexadecimal: text) == SHA256Hasher.hash("abc".utf8))
        #expect(SHA256Value(hexadecimal: text) != SHA256Hasher.hash("abd".utf8))
        for wrong in ["", "ba", text.uppercased(), text + "00", "g" + text.dropFirst(), " " + text.dropFirst()] {
            #expect(SHA256Value(hexadecimal: wrong) == nil)
        }
    }

    /// RFC 4231, section 4; case 5, which truncates, is left out.
    static let hmacVectors: [(key: String, message: String, code: String)] = [
        (
            String(repeating: "0b", count: 20), "4869205468657265",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            "4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            String(repeating: "aa", count: 20), String(repeating: "dd", count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            "0102030405060708090a0b0c0d0e0f10111213141516171819", String(repeating: "cd", count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        (
            String(repeating: "aa", count: 131),
            Data("Test Using Larger Than Block-Size Key - Hash Key First".utf8).map { hex($0) }.joined(),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            String(repeating: "aa", count: 131),
            Data(
                ("This is a test using a larger than block-size key and a larger than block-size data. "
                    + "The key needs to be hashed before being used by the HMAC algorithm.").utf8
            ).map { hex($0) }.joined(),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }

    @Test("HMAC gives the codes of RFC 4231, with one key for many messages", arguments: hmacVectors)
    func hmac(key: String, message: String, code: String) {
        let key = [UInt8](hexadecimal: key).withUnsafeBytes { HMACSHA256Key($0) }
        let message = [UInt8](hexadecimal: message)
        for _ in 0..<2 {
            #expect(message.withUnsafeBytes { key.authenticationCode(for: $0) }.hexadecimal == code)
        }
    }
}
