/// The transport of a client that isn't given another.
///
/// It is `AsyncHTTPClientTransport` with the `AsyncHTTPClientSupport` trait, else ``URLSessionTransport``; one for the
/// process, which needs no shutdown.
public enum DefaultTransport {
    /// The process's one transport.
    public static var shared: any HTTPTransport { chosen }
}
