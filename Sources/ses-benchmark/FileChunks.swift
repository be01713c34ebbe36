#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file, a chunk at a time, never more of it in memory.
struct FileChunks: AsyncSequence, Sendable {
    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    let path: String
    var chunkByteCount = 64 << 10

    func makeAsyncIterator() -> Iterator { Iterator(path: path, chunkByteCount: chunkByteCount) }

    /// The size of the whole file.
    func byteCount() throws -> Int { try OpenFile(path: path).byteCount }

    struct Iterator: AsyncIteratorProtocol {
        let path: String
        let chunkByteCount: Int
        private var file: OpenFile?

        init(path: String, chunkByteCount: Int) {
            self.path = path
            self.chunkByteCount = chunkByteCount
        }

        mutating func next() async throws -> Data? {
            let file = try file ?? OpenFile(path: path)
            self.file = file
            let chunk = try file.read(chunkByteCount)
            return chunk.isEmpty ? nil : chunk
        }
    }

    /// Closes the file when nobody reads it any more.
    private final class OpenFile {
        private let descriptor: Int32

        init(path: String) throws {
            descriptor = open(path, O_RDONLY)
            guard descriptor >= 0 else { throw Unreadable(description: "\(path) can't be opened") }
        }

        deinit { close(descriptor) }

        var byteCount: Int { Int(lseek(descriptor, 0, SEEK_END)) }

        func read(_ count: Int) throws -> Data {
            // Not `Data(count:)`: clearing the memory would be measured too.
            let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
            let length = readBytes(descriptor, chunk.baseAddress, count)
            guard length >= 0, let start = chunk.baseAddress else {
                chunk.deallocate()
                throw Unreadable(description: "the file can't be read")
            }
            return Data(bytesNoCopy: start, count: length, deallocator: .custom { start, _ in start.deallocate() })
        }
    }
}

/// `read`, by a name that no method hides.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
