/// The bytes of one signature in the making: names, parameters, canonical request, string to sign, header.
///
/// All of them are written one after the other into one allocation, so a signature makes no strings on its way.
struct SigningBuffer: ~Copyable {
    private(set) var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit {
        start.deallocate()
    }

    /// Makes room for more bytes and gives the place of the first; `advance` then says how many were written.
    @inline(__always)
    mutating func reserve(_ additional: Int) -> UnsafeMutablePointer<UInt8> {
        if capacity &- count < additional { grow(by: additional) }
        return start + count
    }

    /// Counts bytes in that were written after `reserve`.
    @inline(__always)
    mutating func advance(by written: Int) {
        count &+= written
    }

    /// Forgets the bytes from an offset on.
    mutating func truncate(to offset: Int) {
        count = min(count, offset)
    }

    private mutating func grow(by additional: Int) {
        capacity = max(capacity * 2, count + additional)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    /// The bytes of a range that was written before.
    @inline(__always)
    borrowing func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1).pointee = byte
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count).update(from: source, count: bytes.count)
        count &+= bytes.count
    }

    mutating func append(_ literal: StaticString) {
        append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    mutating func append(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
            for byte in text.utf8 { append(byte) }
        }
    }

    /// Repeats bytes that were written before.
    mutating func append(copyOf range: Range<Int>) {
        let target = reserve(range.count)
        target.update(from: start + range.lowerBound, count: range.count)
        count &+= range.count
    }

    mutating func append(hexadecimalOf value: SHA256Value) {
        value.writeHexadecimal(to: reserve(64))
        count &+= 64
    }

    /// The text of a range that was written before; bytes that are no UTF-8 are replaced.
    borrowing func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count), as: UTF8.self)
    }
}
