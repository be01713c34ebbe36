import SESCore

/// Makes requests of the control plane one after the other, never faster than SES takes them.
///
/// AWS: "All actions but the sends: one request a second", for an account in a region.
actor ControlPlanePace {
    private static let maximumRetries = 5

    private let clock: any Clock<Duration>
    private let interval: Duration
    private var isFirst: Bool

    /// Creates a pace.
    ///
    /// - Parameter isFirst: Whether nothing was requested just before.
    init(_ configuration: SESv2Client.Configuration, isFirst: Bool) {
        clock = configuration.clock
        interval = configuration.controlPlaneInterval
        self.isFirst = isFirst
    }

    /// Makes a request; again, after waiting longer each time, while it is throttled by what others request.
    func run<Value: Sendable>(_ request: @Sendable () async throws -> Value) async throws -> Value {
        var wait = interval
        for _ in 0..<Self.maximumRetries {
            try await pause(for: wait)
            do {
                return try await request()
            } catch let error as SESv2Error where error.code == .throttled {
                wait = wait * 2
            }
        }
        try await pause(for: wait)
        return try await request()
    }

    private func pause(for duration: Duration) async throws {
        let isNeeded = !isFirst && duration > .zero
        isFirst = false
        if isNeeded { try await clock.sleep(for: duration) } else { try Task.checkCancellation() }
    }
}
