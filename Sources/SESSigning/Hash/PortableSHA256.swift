/// SHA-256 (FIPS 180-4) in plain Swift: the hash of platforms without CryptoKit.
///
/// Bytes may come in any number of pieces; whole blocks are read where they are, only the last partial one is copied.
package struct PortableSHA256: Sendable {
    private var state = SHA256State()
    /// The bytes of the unfinished block, in memory order.
    private var block: Block = (0, 0, 0, 0, 0, 0, 0, 0)
    private var pending = 0
    private var length: UInt64 = 0

    private typealias Block = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
    private static let blockSize = 64

    /// Starts with no bytes.
    package init() {}

    /// Takes in more bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard var next = bytes.baseAddress, !bytes.isEmpty else { return }
        var remaining = bytes.count
        length &+= UInt64(remaining)
        if pending > 0 {
            let taken = min(remaining, Self.blockSize &- pending)
            copy(next, count: taken)
            next += taken
            remaining &-= taken
            guard pending == Self.blockSize else { return }
            compressBlock()
        }
        let blocks = remaining / Self.blockSize
        state.compress(next, blocks: blocks)
        copy(next + blocks &* Self.blockSize, count: remaining &- blocks &* Self.blockSize)
    }

    /// The hash of the bytes so far; more may follow.
    package func finalized() -> SHA256Value {
        var last = self
        last.pad()
        return SHA256Value(last.state)
    }

    /// Ends the message: a one bit, zeros, and the length in bits in the last eight bytes (section 5.1.1).
    private mutating func pad() {
        withUnsafeMutableBytes(of: &block) { [pending] block in
            block[pending] = 0x80
            UnsafeMutableRawBufferPointer(rebasing: block[(pending &+ 1)...])
                .initializeMemory(as: UInt8.self, repeating: 0)
        }
        if pending >= 56 {
            compressBlock()
            block = (0, 0, 0, 0, 0, 0, 0, 0)
        }
        block.7 = (length &* 8).bigEndian
        compressBlock()
    }

    private mutating func copy(_ source: UnsafeRawPointer, count: Int) {
        withUnsafeMutableBytes(of: &block) { [pending] block in
            UnsafeMutableRawBufferPointer(rebasing: block[pending..<(pending &+ count)])
                .copyMemory(from: UnsafeRawBufferPointer(start: source, count: count))
        }
        pending &+= count
    }

    private mutating func compressBlock() {
        withUnsafeBytes(of: block) { bytes in
            guard let start = bytes.baseAddress else { return }
            state.compress(start, blocks: 1)
        }
        pending = 0
    }
}
