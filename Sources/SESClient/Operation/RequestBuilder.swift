import SESSigning
import SESValues

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESOperation {
    /// The HTTP request for this input, without host, signature or the client's own headers.
    ///
    /// - Throws: ``SESValueError`` if a member that the path needs is missing or empty, or if a member has nowhere to
    ///   go, and encoding errors.
    @_semantics("optimize.sil.specialize.generic.never")
    package func httpRequest() throws -> AWSHTTPRequest { try requestAndSet().request }

    /// The same request, and the configuration set that the input names, if it names one.
    @_semantics("optimize.sil.specialize.generic.never")
    func requestAndSet() throws -> (request: AWSHTTPRequest, set: ConfigurationSetName?) {
        // One copy for all operations, as in SESv2Client.execute.
        let binding = Self.http
        let bound = BoundMembers(names: Self.boundNames(binding))
        let (rest, set) = try BodyEncoding.dataAndSet(of: SplitInput(operation: self, bound: bound))
        var request = AWSHTTPRequest(method: binding.method.rawValue, host: "")
        request.path = binding.hasLabels ? try Self.path(binding.path, members: bound.texts) : binding.path
        request.query = try Self.query(binding.query, members: bound.texts)
        if binding.hasBody {
            request.body = rest
            request.headers["Content-Type"] = "application/json"
        } else if rest != Data("{}".utf8) {
            throw SESValueError(
                field: FieldPath(Self.name),
                rule: "has members that its HTTPBinding names neither in the path nor in the query, and it has no body")
        }
        return (request, bound.configurationSet ?? set)
    }

    private static func boundNames(_ binding: HTTPBinding) -> Set<String> {
        let labels = binding.labels
        if labels.isEmpty, binding.query.isEmpty { return [] }
        return Set(labels.map(String.init) + binding.query.map(\.member))
    }

    private static func path(_ template: String, members: [String: [String]]) throws -> String {
        var path = ""
        for part in template.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            path += "/"
            guard part.first == "{", part.last == "}" else {
                path += part
                continue
            }
            let name = String(part.dropFirst().dropLast())
            guard let text = members[name]?.first, !text.isEmpty else {
                throw SESValueError(field: FieldPath(name), rule: "must not be empty: it is part of the request's path")
            }
            // Anything on the way may take a dot segment out of the path, and then another resource is called.
            guard text != ".", text != ".." else {
                throw SESValueError(field: FieldPath(name), rule: "must not be a dot segment of the request's path")
            }
            path += PercentEncoding.encode(text)
        }
        return path
    }

    private static func query(_ query: [HTTPBinding.QueryMember], members: [String: [String]]) throws -> String? {
        let items = try query.flatMap { item in
            try (members[item.member] ?? []).map { text in
                let value = item.isTimestamp ? try timestamp(text, member: item.member) : text
                return "\(PercentEncoding.encode(item.parameter))=\(PercentEncoding.encode(value))"
            }
        }
        return items.isEmpty ? nil : items.joined(separator: "&")
    }

    /// Epoch seconds as ISO 8601 in UTC, with microseconds if they aren't whole: the form that botocore writes.
    private static func timestamp(_ text: String, member: String) throws -> String {
        guard let seconds = Double(text), (-11_676_096_000..<253_402_300_799).contains(seconds) else {
            throw SESValueError(field: FieldPath(member), rule: "must be a time of the years 1600 to 9999", value: text)
        }
        let whole = seconds.rounded(.down)
        let microseconds = Int(((seconds - whole) * 1_000_000).rounded())
        let date = Date(timeIntervalSince1970: microseconds == 1_000_000 ? whole + 1 : whole)
        let formatted = date.formatted(Date.ISO8601FormatStyle())
        guard (1..<1_000_000).contains(microseconds) else { return formatted }
        return "\(formatted.dropLast()).\(String(1_000_000 + microseconds).dropFirst())Z"
    }
}
