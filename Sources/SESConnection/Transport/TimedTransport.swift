package import SESSigning

/// A transport that keeps ``TransportLimits/total`` by itself: then nobody needs a task to do so.
package protocol TimedTransport: HTTPTransport {
    /// Sends a request and returns its response.
    ///
    /// - Parameters:
    ///   - request: The signed request.
    ///   - limits: What the exchange may take, but for its whole time.
    ///   - time: How long the exchange may take in all, on the system's clock; nil for any time.
    /// - Throws: ``HTTPTransportError``, ``ExchangeTimeOver``, or `CancellationError`.
    func execute(
        _ request: AWSHTTPRequest, limits: TransportLimits, within time: Duration?
    ) async throws -> AWSHTTPResponse
}

/// An exchange has taken all of its time.
package struct ExchangeTimeOver: Error {
    package init() {}
}
