import SESValues

/// A message of a run.
struct SendItem: Sendable {
    /// What is sent.
    enum Content: Sendable {
        case email(Email)
        case entry(BulkEmailEntry)
    }

    /// Its place in the source, from 0.
    let index: Int
    let key: String
    let content: Content

    /// - Parameter key: Gives the message its key; nil for its place.
    init(_ email: Email, _ index: Int, _ key: (@Sendable (Email, Int) -> String)?) {
        self.index = index
        self.key = key?(email, index) ?? String(index)
        content = .email(email)
    }

    /// - Parameter key: Gives the entry its key; nil for its place.
    init(_ entry: BulkEmailEntry, _ index: Int, _ key: (@Sendable (BulkEmailEntry, Int) -> String)?) {
        self.index = index
        self.key = key?(entry, index) ?? String(index)
        content = .entry(entry)
    }

    /// The recipients that it costs.
    ///
    /// Raw content may name its recipients only in its headers; then it counts as one.
    var recipientCount: Int {
        let destination =
            switch content {
            case .email(let email): email.destination
            case .entry(let entry): entry.destination
            }
        return max(destination.recipientCount, 1)
    }

    /// About how many bytes it adds to a call with several messages.
    var byteCount: Int {
        guard case .entry(let entry) = content else { return 0 }
        let data = entry.replacementEmailContent?.replacementTemplate?.replacementTemplateData?.utf8.count ?? 0
        let headers = (entry.replacementHeaders ?? []).reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 24 }
        let tags = (entry.replacementTags ?? []).reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 24 }
        return data + headers + tags + 340 * recipientCount + 128
    }
}
