import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Memory between two pages that may not be touched: a read beyond bytes that are laid against one ends the process.
struct GuardedPages: ~Copyable {
    private let start: UnsafeMutableRawPointer
    private let pageSize: Int
    private let capacity: Int

    struct Refused: Error {}

    /// Throws if the system gives no such memory.
    init(capacity wanted: Int) throws {
        let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
        let capacity = (wanted + pageSize - 1) / pageSize * pageSize
        guard
            let start = mmap(
                nil, capacity + 2 * pageSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
            start != MAP_FAILED, mprotect(start, pageSize, PROT_NONE) == 0,
            mprotect(start + pageSize + capacity, pageSize, PROT_NONE) == 0
        else { throw Refused() }
        (self.start, self.pageSize, self.capacity) = (start, pageSize, capacity)
    }

    deinit { munmap(start, capacity + 2 * pageSize) }

    /// Calls with a copy of the bytes whose last is the last that may be read, and then with one whose first is the first.
    func withBytes(_ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        let first = start + pageSize
        for place in [first + capacity - bytes.count, first] {
            let copy = UnsafeMutableRawBufferPointer(start: place, count: bytes.count)
            copy.copyMemory(from: bytes)
            try body(UnsafeRawBufferPointer(copy))
        }
    }
}
