import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESSimulator {
    /// One page of a list that is sorted by name, and the token of the next one.
    ///
    /// - Parameters:
    ///   - names: All names, sorted.
    ///   - token: The token the request gave; nil for the first page.
    ///   - size: How many names the page has at most.
    ///   - refusal: What the list answers to a token that the service didn't give.
    func page(
        of names: [String], from token: String?, size: Int,
        refusal: (String) -> ServiceRefusal = { .badRequest("invalid nextToken \($0)") }
    ) throws -> (names: [String], nextToken: String?) {
        let page = Array(try pageStart(token, of: names, refusal).prefix(size))
        let isLast = page.last == nil || page.last == names.last
        return (page, isLast ? nil : page.last.map(pageToken))
    }

    /// The page size a request asks for, or what the service takes when it asks for none.
    ///
    /// - Parameters:
    ///   - asked: The size the request gave.
    ///   - standard: The size when it gave none.
    ///   - limit: The largest size.
    ///   - words: What the list says of another size, from that size and the largest one.
    func pageSize(
        _ asked: Int?, default standard: Int, atMost limit: Int,
        words: (Int, Int) -> String = { "The page size must be between 1 and \($1)" }
    ) throws -> Int {
        let size = asked ?? standard
        guard (1...limit).contains(size) else { throw ServiceRefusal.badRequest(words(size, limit)) }
        return size
    }

    /// Tokens name the region and the last entry given, so pages stay right while entries come and go.
    private func pageToken(_ name: String) -> String {
        Data("\(region.rawValue):\(name)".utf8).base64EncodedString()
    }

    private func pageStart(
        _ token: String?, of names: [String], _ refusal: (String) -> ServiceRefusal
    ) throws -> ArraySlice<String> {
        guard let token else { return names[...] }
        let prefix = "\(region.rawValue):"
        guard let data = Data(base64Encoded: token), let text = String(data: data, encoding: .utf8),
            text.hasPrefix(prefix)
        else { throw refusal(token) }
        let last = String(text.dropFirst(prefix.count))
        return names.drop { $0 <= last }
    }
}
