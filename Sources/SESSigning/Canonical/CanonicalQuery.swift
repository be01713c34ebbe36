/// One parameter of a query in canonical encoding, as places in a ``SigningBuffer``.
struct CanonicalParameter {
    /// Where the encoded name stands.
    let name: Range<Int>
    /// Where the encoded value stands.
    let value: Range<Int>
}

extension SigningBuffer {
    /// Writes a query's parameters in canonical encoding, in their own order.
    ///
    /// Empty pieces between two `&` are no parameters; one without `=` has an empty value.
    mutating func append(parametersOf query: String, to parameters: inout [CanonicalParameter]) {
        var query = query
        query.withUTF8 { bytes in
            for piece in bytes.split(separator: 0x26) {
                let separator = piece.firstIndex(of: 0x3d) ?? piece.endIndex
                let name = append(reencoding: piece[..<separator])
                let value = append(reencoding: piece[separator...].dropFirst())
                parameters.append(CanonicalParameter(name: name, value: value))
            }
        }
    }

    /// Writes one parameter; its name needs no encoding.
    mutating func append(parameter name: StaticString, _ value: String, to parameters: inout [CanonicalParameter]) {
        let first = count
        append(name)
        let second = count
        append(percentEncoding: value)
        parameters.append(CanonicalParameter(name: first..<second, value: second..<count))
    }

    /// Writes parameters as a query, in the order given.
    mutating func append(query parameters: [CanonicalParameter]) {
        for (index, parameter) in parameters.enumerated() {
            if index > 0 { append(0x26) }
            append(copyOf: parameter.name)
            append(0x3d)
            append(copyOf: parameter.value)
        }
    }

    /// Puts parameters into canonical order: by encoded name, then by encoded value.
    borrowing func sort(_ parameters: inout [CanonicalParameter]) {
        guard parameters.count > 1 else { return }
        let start = UnsafePointer(self.start)
        parameters.sort { a, b in
            switch Self.compare(start, a.name, b.name) {
            case 0: Self.compare(start, a.value, b.value) < 0
            case let order: order < 0
            }
        }
    }

    /// The byte order of two places: negative, zero or positive.
    static func compare(_ start: UnsafePointer<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Int {
        let common = min(a.count, b.count)
        for offset in 0..<common {
            let (x, y) = (start[a.lowerBound &+ offset], start[b.lowerBound &+ offset])
            if x != y { return x < y ? -1 : 1 }
        }
        return a.count - b.count
    }

    private mutating func append(reencoding piece: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int> {
        let first = count
        append(percentReencoding: UnsafeBufferPointer(rebasing: piece))
        return first..<count
    }
}
