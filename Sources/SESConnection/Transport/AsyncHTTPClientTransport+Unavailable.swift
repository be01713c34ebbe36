#if !AsyncHTTPClientSupport
public import SESSigning

/// Carries requests with async-http-client; needs the `AsyncHTTPClientSupport` trait.
@available(*, unavailable, message: "AsyncHTTPClientTransport needs the `AsyncHTTPClientSupport` trait")
public struct AsyncHTTPClientTransport: HTTPTransport {
    /// The process's one transport.
    public static var shared: any HTTPTransport { DefaultTransport.shared }
    /// What to begin a client's configuration with.
    public static var clientConfiguration: Any { () }

    /// Creates a transport over a client of your own.
    public init(_ client: Any) {}

    /// Sends a request and returns its response.
    public func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        try await DefaultTransport.shared.execute(request, limits: limits)
    }
}
#endif
