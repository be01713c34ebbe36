/// How an operation's input travels over HTTP: the method, the path with its labels, and the members of the query.
public struct HTTPBinding: Equatable, Sendable {
    /// The HTTP methods the API uses.
    public enum Method: String, Hashable, Sendable {
        /// Reads.
        case get = "GET"
        /// Creates, sends, and reads with a body.
        case post = "POST"
        /// Replaces.
        case put = "PUT"
        /// Deletes.
        case delete = "DELETE"
    }

    /// A member that travels in the query.
    public struct QueryMember: Equatable, Sendable, ExpressibleByStringLiteral {
        /// The member's name in the input's JSON form.
        @export(implementation) public var member: String
        /// The parameter's name in the query.
        @export(implementation) public var parameter: String
        /// Whether it is a timestamp: epoch seconds in the JSON form, ISO 8601 in the query.
        @export(implementation) public var isTimestamp: Bool

        /// Creates a binding.
        ///
        /// - Parameters:
        ///   - member: The member's name.
        ///   - parameter: The parameter's name if it differs.
        ///   - isTimestamp: Whether the member is a timestamp.
        @export(implementation) public init(_ member: String, as parameter: String? = nil, isTimestamp: Bool = false) {
            self.member = member
            self.parameter = parameter ?? member
            self.isTimestamp = isTimestamp
        }

        /// A member whose parameter has the same name.
        @export(implementation) public init(stringLiteral value: String) {
            self.init(value)
        }
    }

    /// The method.
    @export(implementation) public var method: Method
    /// The path with labels in braces: `/v2/email/configuration-sets/{ConfigurationSetName}`.
    @export(implementation) public var path: String
    /// The members that travel in the query, in the order they are written.
    @export(implementation) public var query: [QueryMember]
    /// Whether the rest of the input is sent as a JSON body, `{}` if nothing is left.
    @export(implementation) public var hasBody: Bool

    /// Creates a binding.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path with labels in braces.
    ///   - query: The members that travel in the query.
    ///   - hasBody: Whether there is a JSON body; by default for POST and PUT.
    public init(_ method: Method, _ path: String, query: [QueryMember] = [], hasBody: Bool? = nil) {
        self.method = method
        self.path = path
        self.query = query
        self.hasBody = hasBody ?? (method == .post || method == .put)
    }

    /// Whether the path may have labels.
    package var hasLabels: Bool { path.utf8.contains(UInt8(ascii: "{")) }

    /// The members named by the path's labels, in order.
    package var labels: [Substring] {
        guard hasLabels else { return [] }
        return path.split(separator: "/").filter { $0.first == "{" && $0.last == "}" }.map { $0.dropFirst().dropLast() }
    }
}
