extension SESEvent {
    /// The details of a send: AWS gives none (AWS: `send`).
    public struct Send: Codable, Sendable, Hashable {
        /// Creates the empty value.
        @export(implementation) public init() {}
    }
}
