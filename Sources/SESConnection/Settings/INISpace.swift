extension Substring.UnicodeScalarView {
    /// Without white space at its ends.
    var stripped: Substring.UnicodeScalarView {
        var result = self
        while let first = result.first, first.isINISpace { result.removeFirst() }
        return result.strippedAtEnd
    }

    var strippedAtEnd: Substring.UnicodeScalarView {
        var result = self
        while let last = result.last, last.isINISpace { result.removeLast() }
        return result
    }
}

extension Unicode.Scalar {
    /// White space as Python's `str.isspace` has it.
    var isINISpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }
}
