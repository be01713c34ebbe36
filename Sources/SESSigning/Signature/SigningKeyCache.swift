import Synchronization

/// The signing keys of one region and service: a key is derived once for a day and a secret, then used again.
final class SigningKeyCache: Sendable {
    private struct Entry {
        let day: UInt64
        /// Shares the credentials' own storage, so the secret isn't copied; kept because only the whole secret tells
        /// one key from another.
        let secret: String
        let key: HMACSHA256Key
    }

    private struct State {
        var entries: [Entry] = []
        var next = 0
    }

    /// Yesterday's and today's key of the few credentials that one process signs with.
    private static let capacity = 8

    private let region: String
    private let service: String
    private let state = Mutex(State())

    init(region: String, service: String) {
        self.region = region
        self.service = service
    }

    /// The key of a day and a secret.
    func key(for timestamp: SigningTimestamp, secret: String) -> HMACSHA256Key {
        let known = state.withLock { state in
            state.entries.first { $0.day == timestamp.day && $0.secret == secret }?.key
        }
        if let known { return known }
        let key = derive(day: timestamp.dayText, secret: secret)
        state.withLock { state in
            let entry = Entry(day: timestamp.day, secret: secret, key: key)
            if state.entries.count < Self.capacity {
                state.entries.append(entry)
            } else {
                state.entries[state.next] = entry
                state.next = (state.next + 1) % Self.capacity
            }
        }
        return key
    }

    /// The chain of HMACs from the secret to the signing key.
    private func derive(day: String, secret: String) -> HMACSHA256Key {
        var text = "AWS4" + secret
        return [day, region, service, "aws4_request"].reduce(
            text.withUTF8 { HMACSHA256Key(UnsafeRawBufferPointer($0)) }
        ) { key, part in
            HMACSHA256Key(key.authenticationCode(for: part))
        }
    }
}
