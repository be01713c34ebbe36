import SESClient
import SESSigning

/// The requests of one operation: its method, and its path with labels.
struct RequestPattern: Sendable {
    private let method: String
    private let segments: [Substring]

    init(_ binding: HTTPBinding) {
        method = binding.method.rawValue
        segments = binding.path.split(separator: "/", omittingEmptySubsequences: false)
    }

    /// The labels of a request's path, or nil if it is another operation's.
    func match(_ request: AWSHTTPRequest) -> [String: String]? {
        guard request.method == method else { return nil }
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == segments.count else { return nil }
        var labels: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            guard segment.first == "{" else {
                if segment != part { return nil }
                continue
            }
            guard let text = PercentEncoding.decode(part), !text.isEmpty else { return nil }
            labels[String(segment.dropFirst().dropLast())] = text
        }
        return labels
    }
}
