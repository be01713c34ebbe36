/// A value that can be checked against the rules Amazon SES documents for it.
///
/// Decoding never checks, so nothing the service adds can make a decode fail. Initialisers that take text from outside
/// check, and the client checks every request again before it leaves.
public protocol SESValidatable {
    /// Checks the value and everything in it.
    ///
    /// - Parameter path: Where the value stands in the whole, for the error's text.
    /// - Throws: ``SESValueError`` for the first broken rule.
    func validate(at path: FieldPath) throws(SESValueError)
}

extension SESValidatable {
    /// Checks the value and everything in it.
    ///
    /// - Throws: ``SESValueError`` for the first broken rule.
    public func validate() throws(SESValueError) {
        do {
            try validate(at: .unwritten)
        } catch {
            // Nearly every value is right, and the paths cost more than the rules: so they are written only for one that isn't.
            try validate(at: FieldPath())
            throw error
        }
    }
}

extension Optional: SESValidatable where Wrapped: SESValidatable {
    /// Checks the value if there is one.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if let self { try self.validate(at: path) }
    }
}

extension Array: SESValidatable where Element: SESValidatable {
    /// Checks every element.
    public func validate(at path: FieldPath) throws(SESValueError) {
        for index in indices { try self[index].validate(at: path.index(index)) }
    }
}
