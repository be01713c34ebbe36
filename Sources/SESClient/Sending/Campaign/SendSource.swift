/// Where a run's messages come from.
struct SendSource: Sendable {
    /// How many there are; nil where that isn't known without walking through them.
    let count: Int?
    /// Hands them over, one after the other.
    let walk: @Sendable (_ take: (SendItem) async throws -> Void) async throws -> Void

    /// A source that may keep its reader waiting.
    ///
    /// - Parameters:
    ///   - messages: The messages.
    ///   - item: Makes an item of a message and its place.
    init<Messages: AsyncSequence & Sendable>(
        _ messages: Messages, _ item: @escaping @Sendable (Messages.Element, Int) -> SendItem
    ) {
        count = nil
        walk = { take in
            var index = 0
            for try await message in messages {
                try await take(item(message, index))
                index += 1
            }
        }
    }

    /// A source at hand.
    ///
    /// - Parameters:
    ///   - messages: The messages.
    ///   - item: Makes an item of a message and its place.
    init<Messages: Sequence & Sendable>(
        _ messages: Messages, _ item: @escaping @Sendable (Messages.Element, Int) -> SendItem
    ) {
        count = (messages as? any RandomAccessCollection)?.count
        walk = { take in
            for (index, message) in messages.enumerated() { try await take(item(message, index)) }
        }
    }
}
