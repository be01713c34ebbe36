#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A file of events, one a line, held in memory in the two forms in which a program would have them.
struct EventFile {
    /// Each event by itself, as a queue delivers them.
    let lines: [Data]
    /// Some hundred kilobytes of whole lines, as a large file is read.
    let chunks: [Data]

    /// Reads the file.
    init(path: String, chunkByteCount: Int = 256 << 10) throws {
        let bytes = try Data(contentsOf: URL(filePath: path))
        var lines: [Data] = []
        var chunks: [Data] = []
        var chunk = Data()
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            lines.append(Data(line))
            chunk += line
            chunk.append(UInt8(ascii: "\n"))
            if chunk.count >= chunkByteCount {
                chunks.append(chunk)
                chunk = Data()
            }
        }
        if !chunk.isEmpty { chunks.append(chunk) }
        self.lines = lines
        self.chunks = chunks
    }

    /// The bytes of all events, without line ends.
    var byteCount: Int { lines.reduce(into: 0) { $0 += $1.count } }
}
