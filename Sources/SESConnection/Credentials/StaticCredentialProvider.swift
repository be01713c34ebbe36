public import SESSigning

/// Gives the same credentials every time.
public struct StaticCredentialProvider: CredentialProvider {
    let value: AWSCredentials

    /// Creates a provider.
    ///
    /// - Parameter credentials: What it gives.
    public init(_ credentials: AWSCredentials) {
        value = credentials
    }

    /// The credentials it was created with.
    ///
    /// - Throws: Nothing.
    public func credentials() async throws -> AWSCredentials { value }
}
