import SESClient
import Testing

/// A transport that the tests of all transports run against.
struct TransportUnderTest: Sendable, CustomTestStringConvertible {
    static let urlSession = TransportUnderTest(name: "URLSession", transport: URLSessionTransport.shared)
    /// Every transport of the build that does real I/O.
    static let all = [urlSession] + added

    let name: String
    let transport: any HTTPTransport
    /// A client that might follow a redirect is stopped before it has read this answer's body.
    var givesBodyOfRedirect = true

    var testDescription: String { name }
}
