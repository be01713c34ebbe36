package import SESValues

/// What the service asks of the inputs of lists.
package enum ListRules {
    /// Checks how many elements a page is to have.
    package static func check(
        pageSize: Int?, atLeast least: Int = 1, atMost limit: Int = .max, at path: FieldPath
    ) throws(SESValueError) {
        guard let pageSize, pageSize < least || pageSize > limit else { return }
        let rule = limit == .max ? "must be at least \(least)" : "must be \(least) to \(limit)"
        throw SESValueError(field: path.member("PageSize"), rule: rule, value: String(pageSize))
    }

    /// Checks the texts that a list is narrowed by; the error doesn't repeat them, as one may be an address.
    package static func check(filter: [String: String]?, atMost limit: Int = .max, at path: FieldPath)
        throws(SESValueError)
    {
        let rule = TextRule(1...limit, of: "characters") { _ in true }
        for (key, value) in (filter ?? [:]).sorted(by: { $0.key < $1.key }) {
            try rule.check(value, at: path.member("Filter").member(key), showsValue: false)
        }
    }

    /// A filter by its keys' spelling.
    package static func byName<Key: OpenStringValue>(_ filter: [Key: String]?) -> [String: String]? {
        filter.map { Dictionary($0.map { ($0.rawValue, $1) }) { first, _ in first } }
    }

    /// A filter of the keys that have a value; nil if none has.
    package static func filter<Key: OpenStringValue>(_ values: [Key: String?]) -> [Key: String]? {
        let given = values.compactMapValues { $0 }
        return given.isEmpty ? nil : given
    }
}
