extension String {
    /// Without the characters at both ends that the condition holds for.
    func trimming(_ condition: (Character) -> Bool) -> String {
        var rest = self[...]
        while let first = rest.first, condition(first) { rest.removeFirst() }
        while let last = rest.last, condition(last) { rest.removeLast() }
        return String(rest)
    }
}
