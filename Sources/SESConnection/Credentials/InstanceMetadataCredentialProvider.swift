public import SESSigning
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Asks the instance metadata service of EC2, version 2 (a session token first); version 1 is never used.
///
/// Variables: `AWS_EC2_METADATA_DISABLED` (`true`: nothing is sent), `AWS_EC2_METADATA_SERVICE_ENDPOINT` or
/// `AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE` (`IPv4`, `IPv6`), `AWS_METADATA_SERVICE_TIMEOUT` (seconds an attempt may
/// take; 1) and `AWS_METADATA_SERVICE_NUM_ATTEMPTS` (1). `http` is allowed to loopback addresses, 169.254.169.254 and
/// fd00:ec2::254 only.
///
/// Statically stable: credentials that are near their end, or past it, are given with an end 17 to 25 minutes from now,
/// and when the service fails the last ones are given in the same way, since AWS accepts them for as long as its own
/// renewal is late. Wrap it in ``CachingCredentialProvider``.
public final class InstanceMetadataCredentialProvider: CredentialProvider {
    private let context: CredentialContext
    private let jitter: @Sendable () -> TimeInterval
    private let last = Mutex<AWSCredentials?>(nil)

    /// Creates a provider.
    ///
    /// - Parameter context: Variables, transport and time.
    public convenience init(context: CredentialContext = CredentialContext()) {
        self.init(context: context) { .random(in: 120...600) }
    }

    /// - Parameter jitter: How much longer than 15 minutes late credentials hold, so that a fleet doesn't ask at once.
    init(context: CredentialContext, jitter: @escaping @Sendable () -> TimeInterval) {
        self.context = context
        self.jitter = jitter
    }

    /// The credentials of the instance's role.
    ///
    /// - Throws: ``SESv2Error``: `noCredentials` if the service is disabled, isn't there or has no role;
    ///   `invalidSettings` if its address or the mode isn't allowed; `credentialsUnavailable` if it fails, or gives what
    ///   can't be read, and gave nothing before that could be given again. `CancellationError`.
    public func credentials() async throws -> AWSCredentials {
        let fresh: AWSCredentials
        do {
            fresh = try await InstanceMetadata(context: context).credentials()
        } catch let error as InstanceMetadata.Outage {
            guard let known = last.withLock({ $0 }) else { throw error.cause }
            fresh = known
        }
        last.withLock { $0 = fresh }
        return extended(fresh)
    }

    /// Forgets these credentials, so that they aren't given again while the service fails.
    ///
    /// - Parameter credentials: What AWS has refused.
    public func invalidate(_ credentials: AWSCredentials) async {
        last.withLock { known in
            if known?.isSame(as: credentials) == true { known = nil }
        }
    }

    private func extended(_ credentials: AWSCredentials) -> AWSCredentials {
        let window = CredentialCache.advisory + jitter()
        let now = context.now()
        guard let end = credentials.expiration, end.timeIntervalSince(now) <= window else { return credentials }
        return AWSCredentials(
            accessKeyID: credentials.accessKeyID, secretAccessKey: credentials.secretAccessKey,
            sessionToken: credentials.sessionToken, expiration: now.addingTimeInterval(window))
    }
}
