/// One header field that is signed: where its lower-case name stands in a ``SigningBuffer``, and which field it is.
struct CanonicalHeader {
    /// Where the lower-case name stands.
    let name: Range<Int>
    /// The name's first eight bytes as a number, which settles most comparisons.
    let prefix: UInt64
    /// The field's place in the request; nil stands for the host when the request has no such field.
    let field: Int?
}

extension SigningBuffer {
    /// The prefix of the name `host`.
    private static let host: UInt64 = 0x686f_7374_0000_0000

    /// Writes the lower-case names of a request's fields that are signed, and sorts them.
    ///
    /// The host is always signed. Fields of one name keep their order.
    mutating func append(
        headersOf request: AWSHTTPRequest, where isSigned: (_ lowercasedName: UnsafeBufferPointer<UInt8>) -> Bool
    ) -> [CanonicalHeader] {
        var headers: [CanonicalHeader] = []
        headers.reserveCapacity(request.headers.fields.count + 1)
        var hasHost = false
        for index in request.headers.fields.indices {
            let name = append(lowercasing: request.headers.fields[index].name)
            let prefix = prefix(of: name)
            if prefix == Self.host, name.count == 4 {
                hasHost = true
            } else if !isSigned(UnsafeBufferPointer(start: start + name.lowerBound, count: name.count)) {
                truncate(to: name.lowerBound)
                continue
            }
            headers.append(CanonicalHeader(name: name, prefix: prefix, field: index))
        }
        if !hasHost {
            let name = append(lowercasing: "host")
            headers.append(CanonicalHeader(name: name, prefix: Self.host, field: nil))
        }
        sort(&headers)
        return headers
    }

    /// Writes the names once each with `;` between them.
    mutating func append(namesOf headers: [CanonicalHeader]) -> Range<Int> {
        let first = count
        for index in headers.indices where index == 0 || !same(headers[index], headers[index - 1]) {
            if count > first { append(0x3b) }
            append(copyOf: headers[index].name)
        }
        return first..<count
    }

    /// Writes a line `name:value` for each name; the values of one name are joined with commas.
    mutating func append(linesOf headers: [CanonicalHeader], in request: AWSHTTPRequest) {
        for index in headers.indices {
            if index > 0, same(headers[index], headers[index - 1]) {
                append(0x2c)
            } else {
                if index > 0 { append(0x0a) }
                append(copyOf: headers[index].name)
                append(0x3a)
            }
            if let field = headers[index].field {
                append(trimming: request.headers.fields[field].value)
            } else {
                append(trimming: request.authority)
            }
        }
        append(0x0a)
    }

    /// Writes a value without white space at its ends, each run of it inside as one space.
    private mutating func append(trimming value: String) {
        var value = value
        value.withUTF8 { bytes in
            // Most values have no white space at all; a test of all bytes without a branch is done many at a time.
            var suspects: UInt8 = 0
            for byte in bytes { suspects |= byte <= 0x20 ? 1 : 0 }
            guard suspects != 0 else { return append(bytes) }
            let first = reserve(bytes.count)
            var target = first
            var pendingSpace = false
            for byte in bytes {
                if byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) {
                    pendingSpace = target != first
                    continue
                }
                if pendingSpace {
                    target.pointee = 0x20
                    target += 1
                    pendingSpace = false
                }
                target.pointee = byte
                target += 1
            }
            advance(by: target - first)
        }
    }

    private mutating func append(lowercasing name: String) -> Range<Int> {
        let first = count
        append(name)
        let bytes = start + first
        // Without a branch, so that many bytes are done at a time.
        for index in 0..<(count &- first) {
            let byte = bytes[index]
            bytes[index] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
        }
        return first..<count
    }

    private borrowing func sort(_ headers: inout [CanonicalHeader]) {
        let start = UnsafePointer(self.start)
        headers.sort { a, b in
            if a.prefix != b.prefix { return a.prefix < b.prefix }
            let order = Self.compare(start, a.name, b.name)
            return order == 0 ? (a.field ?? 0) < (b.field ?? 0) : order < 0
        }
    }

    private borrowing func same(_ a: CanonicalHeader, _ b: CanonicalHeader) -> Bool {
        a.prefix == b.prefix && Self.compare(UnsafePointer(start), a.name, b.name) == 0
    }

    /// The first eight bytes as a big-endian number, short names filled with zeros.
    private borrowing func prefix(of name: Range<Int>) -> UInt64 {
        let first = start + name.lowerBound
        if name.count >= 8 {
            return UInt64(bigEndian: UnsafeRawPointer(first).loadUnaligned(as: UInt64.self))
        }
        var value: UInt64 = 0
        for offset in 0..<name.count { value = value &<< 8 | UInt64(first[offset]) }
        return value &<< UInt64(8 &* (8 &- name.count))
    }
}
