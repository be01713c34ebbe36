/// Messages that go in one call.
struct SendBatch: Sendable {
    /// AWS documents no bound for a call's size; this one is far below that of a message.
    private static let byteLimit = 1 << 20

    private(set) var items: [SendItem] = []
    private(set) var recipientCount = 0
    private var byteCount = 0

    /// Whether a message can go with those that are there.
    ///
    /// - Parameters:
    ///   - item: The message.
    ///   - countLimit: The most messages in a call.
    ///   - recipientLimit: The most recipients in a call; one message may have more.
    func hasRoom(for item: SendItem, countLimit: Int, recipientLimit: Int) -> Bool {
        items.isEmpty
            || items.count < countLimit && recipientCount + item.recipientCount <= recipientLimit
                && byteCount + item.byteCount <= Self.byteLimit
    }

    mutating func append(_ item: SendItem) {
        items.append(item)
        recipientCount += item.recipientCount
        byteCount += item.byteCount
    }
}
