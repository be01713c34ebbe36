/// What is counted in each step of time.
///
/// The names stand in snapshots.
enum Counter: Int, Sendable, CaseIterable {
    case sends, messages, deliveries, deliveredMessages, bounces, softBounces, uncountedBounces, complaints, rejects
    case renderingFailures, delays, opens, uniqueOpens, automaticOpens, clicks, uniqueClicks, automaticClicks
    case unsubscribes

    static let count = allCases.count
    static let names = allCases.map { "\($0)" }

    /// Whether it counts e-mails, each once in a whole window, by their ids; else events, each of which is in one step.
    var isOfMessages: Bool {
        switch self {
        case .messages, .deliveredMessages, .uniqueOpens, .uniqueClicks, .unsubscribes: true
        default: false
        }
    }
}

extension MonitorFigures {
    subscript(counter: Counter) -> Int {
        get { self[keyPath: Self.path(counter)] }
        set { self[keyPath: Self.path(counter)] = newValue }
    }

    private static func path(_ counter: Counter) -> WritableKeyPath<Self, Int> {
        switch counter {
        case .sends: \.sends
        case .messages: \.messages
        case .deliveries: \.deliveries
        case .deliveredMessages: \.deliveredMessages
        case .bounces: \.bounces
        case .softBounces: \.softBounces
        case .uncountedBounces: \.uncountedBounces
        case .complaints: \.complaints
        case .rejects: \.rejects
        case .renderingFailures: \.renderingFailures
        case .delays: \.delays
        case .opens: \.opens
        case .uniqueOpens: \.uniqueOpens
        case .automaticOpens: \.automaticOpens
        case .clicks: \.clicks
        case .uniqueClicks: \.uniqueClicks
        case .automaticClicks: \.automaticClicks
        case .unsubscribes: \.unsubscribes
        }
    }
}
