#if !AsyncHTTPClientSupport
/// Carries requests with async-http-client; needs the `AsyncHTTPClientSupport` trait.
@available(*, unavailable, message: "AsyncHTTPClientTransport needs the `AsyncHTTPClientSupport` trait")
public enum AsyncHTTPClientTransport {
    /// The process's one transport.
    public static var shared: any HTTPTransport { DefaultTransport.shared }
}
#endif
