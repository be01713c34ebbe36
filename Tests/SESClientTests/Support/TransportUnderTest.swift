import SESClient
import Testing

/// A transport that the tests of all transports run against.
struct TransportUnderTest: Sendable, CustomTestStringConvertible {
    static let urlSession = TransportUnderTest(name: "URLSession", transport: URLSessionTransport.shared)
    /// Every transport of the build that does real I/O.
    static let all = [urlSession] + added

    let name: String
    let transport: any HTTPTransport

    var testDescription: String { name }
}
