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
    func page(of names: [String], from token: String?, size: Int) throws -> (names: [String], nextToken: String?) {
        let page = Array(try pageStart(token, of: names).prefix(size))
        let isLast = page.last == nil || page.last == names.last
        return (page, isLast ? nil : page.last.map(pageToken))
    }

    /// The page size a request asks for, or what the service takes when it asks for none.
    func pageSize(_ asked: Int?, default standard: Int, atMost limit: Int) throws -> Int {
        let size = asked ?? standard
        guard (1...limit).contains(size) else {
            throw ServiceRefusal.badRequest("The page size must be between 1 and \(limit)")
        }
        return size
    }

    /// Tokens name the region and the last entry given, so pages stay right while entries come and go.
    private func pageToken(_ name: String) -> String {
        Data("\(region.rawValue):\(name)".utf8).base64EncodedString()
    }

    private func pageStart(_ token: String?, of names: [String]) throws -> ArraySlice<String> {
        guard let token else { return names[...] }
        let prefix = "\(region.rawValue):"
        guard let data = Data(base64Encoded: token), let text = String(data: data, encoding: .utf8),
            text.hasPrefix(prefix)
        else { throw ServiceRefusal.badRequest("invalid nextToken \(token)") }
        let last = String(text.dropFirst(prefix.count))
        return names.drop { $0 <= last }
    }
}
