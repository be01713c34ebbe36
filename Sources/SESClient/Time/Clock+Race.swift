extension Clock where Duration == Swift.Duration {
    /// Runs an operation against the clock: whichever ends first decides, and the other is cancelled and waited for.
    ///
    /// When the task is cancelled it is the operation that says what came of it: it may have its result already.
    ///
    /// - Parameters:
    ///   - limit: How long the operation may take.
    ///   - operation: It has to end promptly when it is cancelled.
    ///   - late: What comes of it when the time is over.
    func race<Value: Sendable>(
        within limit: Duration, _ operation: @escaping @Sendable () async throws -> Value,
        late: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await operation() }
            group.addTask {
                do { try await sleep(for: limit) } catch { return nil }
                return try late()
            }
            defer { group.cancelAll() }
            for try await case let value? in group { return value }
            throw CancellationError()
        }
    }
}
