/// An operation whose answer comes in pages.
public protocol PagedOperation: SESOperation {
    /// What the pages list.
    associatedtype Element: Sendable

    /// Where the next page begins; nil for the first.
    var nextToken: String? { get set }

    /// The elements of one page.
    ///
    /// - Parameter output: The page.
    static func elements(of output: Output) -> [Element]

    /// Where the page after this one begins; nil or empty after the last.
    ///
    /// - Parameter output: The page.
    static func nextToken(of output: Output) -> String?
}
