import SESValues

/// Makes requests of the control plane one after the other, never faster than SES takes them.
///
/// AWS: "All actions but the sends: one request a second", for an account in a region. A throttled request is repeated here
/// and not by the client, which would ask again sooner and multiply the attempts; other failures are the client's to repeat.
package actor ControlPlanePace {
    private static let maximumRetries = 5

    private let client: SESv2Client
    private let interval: Duration
    private var isFirst: Bool

    /// Creates a pace.
    ///
    /// - Parameters:
    ///   - client: Makes the requests.
    ///   - isFirst: Whether nothing was requested just before.
    package init(_ client: SESv2Client, isFirst: Bool) {
        self.client = client.leavingThrottledToCaller
        interval = client.configuration.controlPlaneInterval
        self.isFirst = isFirst
    }

    /// Makes a request; again, after waiting longer each time, while it is throttled by what others request.
    package func run<Value: Sendable>(_ request: @Sendable (SESv2Client) async throws -> Value) async throws -> Value {
        var wait = interval
        for _ in 0..<Self.maximumRetries {
            try await pause(for: wait)
            do {
                return try await request(client)
            } catch let error as SESv2Error where error.code == .throttled {
                wait = wait * 2
            }
        }
        try await pause(for: wait)
        return try await request(client)
    }

    private func pause(for duration: Duration) async throws {
        let isNeeded = !isFirst && duration > .zero
        isFirst = false
        if isNeeded { try await client.configuration.clock.sleep(for: duration) } else { try Task.checkCancellation() }
    }
}
