extension UnsafeBufferPointer {
    /// The first place of an element that isn't before what is looked for, by halving; the elements ascend.
    ///
    /// - Parameter isBefore: Whether the element at a place is. It is given the place, as an element would be copied.
    /// - Returns: 0 to ``count``: there it is, or belongs.
    @inline(__always)
    func lowerBound(where isBefore: (_ place: Int) -> Bool) -> Int {
        var start = 0
        var count = count
        while count > 0 {
            let half = count / 2
            let goesOn = isBefore(start + half)
            start = goesOn ? start + half + 1 : start
            count = goesOn ? count - half - 1 : half
        }
        return start
    }
}
