import Synchronization

/// Renewed tokens that couldn't be written back to the cache: the old one's refresh token is used up, so nothing but
/// memory has them.
final class SSOTokenMemory: Sendable {
    private struct Entry {
        /// The access token that the file still has.
        var replaced: String
        var renewed: SSOToken
    }

    /// By the cache file's path.
    private let entries = Mutex<[String: Entry]>([:])

    /// The token that holds for what a cache file has: a renewed one, unless somebody has written another into the file.
    func current(_ written: SSOToken, at path: String) -> SSOToken {
        entries.withLock { entries in
            guard let entry = entries[path], entry.replaced == written.accessToken else {
                entries[path] = nil
                return written
            }
            return entry.renewed
        }
    }

    /// Keeps a renewed token in place of the one in the file.
    func keep(_ renewed: SSOToken, inPlaceOf written: SSOToken, at path: String) {
        entries.withLock { $0[path] = Entry(replaced: written.accessToken, renewed: renewed) }
    }
}
