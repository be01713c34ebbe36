public import SESValues

/// One operation of the SES v2 API: its input as a value, and how that input becomes an HTTP request.
///
/// The input's `Codable` form is the one of the AWS CLI's `--cli-input-json`; members that travel in the path or the
/// query are named by ``http`` and taken out of the body. An operation that AWS adds after this release is a few lines in
/// your own module. So is a shipped one whose answer you want in another form, here cut to the one member that is needed:
///
/// ```swift
/// struct GetSendingState: SESOperation {
///     static let name = "GetConfigurationSet"
///     static let http = HTTPBinding(.get, "/v2/email/configuration-sets/{ConfigurationSetName}")
///     var set: String
///     struct Output: Codable, Sendable { /* the members you need */ }
///     enum CodingKeys: String, CodingKey { case set = "ConfigurationSetName" }
/// }
/// let state = try await ses.execute(GetSendingState(set: "promo-may2025"))
/// ```
public protocol SESOperation: Codable, Sendable, SESValidatable {
    /// What the service answers.
    associatedtype Output: Codable & Sendable

    /// The operation's name in AWS's spelling; by default the type's name.
    static var name: String { get }

    /// Where the input's members go in the HTTP request.
    static var http: HTTPBinding { get }

    /// Whether a second identical call changes nothing more than the first; by default false for POST, else true.
    ///
    /// The sends are not idempotent: when the outcome of one is unknown the caller is told so.
    static var isIdempotent: Bool { get }

    /// The multi-region endpoint that the call goes to, from the input; nil by default: to the client's own region.
    ///
    /// An input with such an id is signed with SigV4a, for which the package needs its `CryptoSupport` trait.
    var endpointID: String? { get }

    /// The name of a member without which an answer is of no use and that this one lacks; nil by default.
    ///
    /// Decoding takes any answer; the client refuses one that lacks this.
    ///
    /// - Parameter output: The answer.
    static func missingMember(of output: Output) -> String?
}

extension SESOperation {
    /// The type's name.
    @export(implementation) public static var name: String { String(describing: Self.self) }

    /// False for POST, true for the other methods.
    @export(implementation) public static var isIdempotent: Bool { http.method != .post }

    /// None: the call goes to the client's own region.
    public var endpointID: String? { nil }

    /// Takes every answer.
    public static func missingMember(of output: Output) -> String? { nil }

    /// Accepts every input.
    public func validate(at path: FieldPath) throws(SESValueError) {}
}

/// The answer of an operation that has nothing to say.
public struct EmptyOutput: Codable, Equatable, Sendable {
    /// Creates an empty answer.
    @export(implementation) public init() {}
}
