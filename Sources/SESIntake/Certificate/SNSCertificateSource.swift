#if CryptoSupport
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The certificates that sign for the topics: fetched once, found good once, and kept for a while.
struct SNSCertificateSource: Sendable {
    /// A certificate is good for a region, so the topic is part of what is asked for.
    struct Request: Hashable, Sendable {
        let address: SNSCertificateAddress
        let topic: SNSTopic
    }

    /// How many may be fetched at once: whoever knows a topic's name can ask for certificates that don't exist.
    private static let maximumFetches = 4

    private let shelf: SNSCertificateShelf
    private let fetches: SharedFetch<Request, SNSSigningKey>
    private let now: @Sendable () -> Date

    init(_ fetch: SNSCertificateFetch, lifetime: Duration) {
        let shelf = SNSCertificateShelf(lifetime: lifetime)
        let now = fetch.now
        self.shelf = shelf
        self.now = now
        fetches = SharedFetch(maximumCount: Self.maximumFetches) { request throws(SESIntakeError) in
            // Another fetch may have ended between the look at the shelf and this one's start.
            if let key = shelf.key(for: request, at: now()) { return key }
            let key = try await fetch.key(for: request)
            shelf.keep(key, for: request, from: now())
            return key
        }
    }

    /// - Throws: ``SESIntakeError`` with the code `certificateRefused`, `certificateUnavailable` or `interrupted`.
    func key(for request: Request) async throws(SESIntakeError) -> SNSSigningKey {
        if let key = shelf.key(for: request, at: now()) { return key }
        return try await fetches.value(for: request)
    }
}

/// The certificates that are kept.
final class SNSCertificateShelf: Sendable {
    private struct Kept {
        let key: SNSSigningKey
        let until: Date
    }

    /// A region has one, or two for a while.
    private static let maximumCount = 64

    private let lifetime: Duration
    private let kept = Mutex<[SNSCertificateSource.Request: Kept]>([:])

    init(lifetime: Duration) {
        self.lifetime = lifetime
    }

    func key(for request: SNSCertificateSource.Request, at date: Date) -> SNSSigningKey? {
        guard let found = kept.withLock({ $0[request] }), date < found.until, found.key.validity.contains(date) else {
            return nil
        }
        return found.key
    }

    func keep(_ key: SNSSigningKey, for request: SNSCertificateSource.Request, from date: Date) {
        let until = date.addingTimeInterval(lifetime / .seconds(1))
        kept.withLock { kept in
            if kept.count >= Self.maximumCount, let first = kept.min(by: { $0.value.until < $1.value.until }) {
                kept[first.key] = nil
            }
            kept[request] = Kept(key: key, until: until)
        }
    }
}
#endif
