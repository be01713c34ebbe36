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

extension Alarms {
    /// Sets the alarm of an exchange, one for both of its limits: that for connecting comes first.
    ///
    /// - Parameters:
    ///   - connect: How long connecting may take; nil for any time.
    ///   - passConnect: What is done when it has taken so long.
    ///   - total: How long the exchange may take in all; nil for any time.
    ///   - passTotal: What is done when it has taken so long.
    /// - Returns: What ``cancel(_:)`` takes; nil without a limit.
    func set(
        for connect: Duration?, _ passConnect: @escaping Ring, within total: Duration?, _ passTotal: @escaping Ring
    ) -> Int? {
        switch (connect, total) {
        case (let connect?, let total?) where connect < total:
            set(after: connect, passConnect, later: (total, passTotal))
        case (_, let total?): set(after: total, passTotal)
        case (let connect?, nil): set(after: connect, passConnect)
        case (nil, nil): nil
        }
    }
}
