public import SESSigning

/// Where a client takes its credentials from; it is asked before every attempt of a call.
///
/// A provider of one's own is a type with one method. Wrap it in ``CachingCredentialProvider`` unless asking it costs
/// nothing.
public protocol CredentialProvider: Sendable {
    /// The credentials to sign the next request with.
    ///
    /// - Throws: ``SESv2Error`` with code ``SESv2Error/Code/noCredentials`` if there are none (a chain asks the next
    ///   provider then), ``SESv2Error/Code/invalidSettings`` if it is set up wrongly, or
    ///   ``SESv2Error/Code/credentialsUnavailable`` if there should be some and they can't be had; `CancellationError` if
    ///   the task is cancelled. Whatever else is thrown ends a call as it is.
    func credentials() async throws -> AWSCredentials

    /// Says that the service has refused credentials as expired.
    ///
    /// One that keeps credentials should forget these, if they are still the ones it keeps, before it is asked again: the call
    /// is repeated if others come. Does nothing by default: a provider that keeps none has none to forget.
    ///
    /// - Parameter credentials: What was refused.
    func invalidate(_ credentials: AWSCredentials) async
}

extension CredentialProvider {
    /// Does nothing.
    ///
    /// - Parameter credentials: What was refused.
    public func invalidate(_ credentials: AWSCredentials) async {}
}
