extension SigningBuffer {
    /// Appends a request's path in canonical form.
    ///
    /// - Parameters:
    ///   - path: The path as it goes on the wire, so encoded once.
    ///   - normalizes: Whether `//`, `.` and `..` are resolved.
    ///   - encodes: Whether the encoded path is encoded again, as every service but S3 does.
    mutating func append(path: String, normalizes: Bool, encodes: Bool) {
        var path = path
        path.withUTF8 { bytes in
            if normalizes {
                append(normalizing: bytes, encodes: encodes)
            } else if bytes.isEmpty {
                append(0x2f)
            } else {
                append(segmentsOf: bytes, encodes: encodes)
            }
        }
    }

    /// Appends each segment after a slash; `..` takes the one before it back.
    private mutating func append(normalizing path: UnsafeBufferPointer<UInt8>, encodes: Bool) {
        let root = count
        var position = 0
        while position < path.count {
            let segment = Self.segment(of: path, from: position)
            position &+= segment.count &+ 1
            if segment.isEmpty || segment.elementsEqual(".".utf8) { continue }
            if segment.elementsEqual("..".utf8) {
                dropSegment(after: root)
            } else {
                append(0x2f)
                append(segment: segment, encodes: encodes)
            }
        }
        if count == root || path.last == 0x2f { append(0x2f) }
    }

    /// Appends every segment as it is, the empty ones too.
    private mutating func append(segmentsOf path: UnsafeBufferPointer<UInt8>, encodes: Bool) {
        var position = 0
        while true {
            let segment = Self.segment(of: path, from: position)
            append(segment: segment, encodes: encodes)
            position &+= segment.count
            guard position < path.count else { return }
            append(0x2f)
            position &+= 1
        }
    }

    private mutating func append(segment: UnsafeBufferPointer<UInt8>, encodes: Bool) {
        if encodes {
            append(percentEncoding: segment)
        } else {
            append(segment)
        }
    }

    private mutating func dropSegment(after root: Int) {
        var end = count
        while end > root, start[end &- 1] != 0x2f { end &-= 1 }
        truncate(to: max(root, end &- 1))
    }

    /// The bytes from a position up to the next slash.
    private static func segment(
        of path: UnsafeBufferPointer<UInt8>, from position: Int
    ) -> UnsafeBufferPointer<UInt8> {
        var end = position
        while end < path.count, path[end] != 0x2f { end &+= 1 }
        return UnsafeBufferPointer(rebasing: path[position..<end])
    }
}
