public import SESSigning
import Synchronization

/// Asks several providers in order and gives the credentials of the first that has some.
///
/// A provider that throws ``SESv2Error`` with code `noCredentials` isn't set up: the next is asked. Any other error
/// ends the walk, since a provider that is set up and fails for a moment must not make a service act as somebody else.
///
/// The chain remembers which provider gave credentials and asks that one first. When it fails, the whole chain is
/// walked again from its beginning. Nothing is kept beside that; wrap the chain in ``CachingCredentialProvider``.
public final class CredentialProviderChain: CredentialProvider {
    private let links: [(name: String, provider: any CredentialProvider)]
    private let chosen = Mutex<Int?>(nil)

    /// Creates a chain.
    ///
    /// - Parameter providers: The providers with the names they have in errors, in the order in which they are asked.
    public init(_ providers: KeyValuePairs<String, any CredentialProvider>) {
        links = providers.map { (name: $0.key, provider: $0.value) }
    }

    init(links: [(name: String, provider: any CredentialProvider)]) {
        self.links = links
    }

    /// The name of the provider that gave the credentials last; nil before that.
    public var source: String? {
        chosen.withLock { $0 }.map { links[$0].name }
    }

    /// The credentials of the remembered provider, else of the first that has some.
    ///
    /// - Throws: ``SESv2Error``: `noCredentials` naming every provider and what it misses; the error of the provider that
    ///   is set up and fails, its text beginning with the provider's name; `credentialsUnavailable` over an error that
    ///   isn't a ``SESv2Error``, which is its ``SESv2Error/underlyingError``. `CancellationError`.
    public func credentials() async throws -> AWSCredentials {
        if let index = chosen.withLock({ $0 }) {
            do {
                return try await links[index].provider.credentials()
            } catch let error as CancellationError {
                throw error
            } catch {
                chosen.withLock { if $0 == index { $0 = nil } }
            }
        }
        return try await walk()
    }

    /// Passes the refusal on to every provider.
    ///
    /// - Parameter credentials: What AWS has refused.
    public func invalidate(_ credentials: AWSCredentials) async {
        for link in links { await link.provider.invalidate(credentials) }
    }

    private func walk() async throws -> AWSCredentials {
        var reasons: [String] = []
        for (index, link) in links.enumerated() {
            do {
                let credentials = try await link.provider.credentials()
                chosen.withLock { $0 = index }
                return credentials
            } catch let error as CancellationError {
                throw error
            } catch let error as SESv2Error where error.code == .noCredentials {
                reasons.append("\(link.name): \(error.message)")
            } catch let error as SESv2Error {
                throw error.prefixed(link.name)
            } catch {
                throw SESv2Error.unavailable("\(link.name) failed", underlyingError: error)
            }
        }
        throw SESv2Error.absent("no provider has credentials (\(reasons.joined(separator: "; ")))")
    }
}
