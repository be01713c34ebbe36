#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What credential providers take from their surroundings: variables, a transport and the time.
///
/// The defaults are the process's own; a test gives its own instead. Printing one shows no variable, since some are
/// secret.
public struct CredentialContext: Sendable {
    /// The variables by name; an empty one counts as missing.
    @export(implementation) public var environment: [String: String]
    /// What carries the requests to STS, SSO, containers and instances; ``DefaultTransport``'s by default.
    @export(implementation) public var transport: any HTTPTransport
    /// The time that requests are signed with and that credentials end by; the system's by default.
    @export(implementation) public var now: @Sendable () -> Date
    /// The clock that deadlines are measured on; the system's by default.
    @export(implementation) public var clock: any Clock<Duration>

    /// Creates a context.
    ///
    /// - Parameters:
    ///   - environment: The variables by name.
    ///   - transport: What carries the requests.
    ///   - now: The time that requests are signed with and that credentials end by.
    ///   - clock: The clock that deadlines are measured on.
    public init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        transport: any HTTPTransport = DefaultTransport.shared, now: @escaping @Sendable () -> Date = { Date() },
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.environment = environment
        self.transport = transport
        self.now = now
        self.clock = clock
    }

    /// A variable's value, nil if it is missing or empty.
    func variable(_ name: String) -> String? {
        guard let value = environment[name], !value.isEmpty else { return nil }
        return value
    }
}

extension CredentialContext: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A text without any variable.
    public var description: String { "CredentialContext(\(environment.count) variables, values hidden)" }
    /// The same text as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that `dump` shows nothing secret.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
