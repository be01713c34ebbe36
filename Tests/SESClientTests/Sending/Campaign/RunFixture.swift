import Foundation
import SESClient
import SESCore
import SESSigning
import Synchronization

/// What the tests of runs have in common.
enum RunFixture {
    /// An e-mail whose recipient is its number.
    static func email(_ number: Int, recipients: Int = 1) -> Email {
        Email(
            from: "shop@example.com",
            to: (0..<recipients).map { EmailAddress(rawValue: "n\(number)-\($0)@example.org") },
            subject: "s", text: "t", tags: ["n": String(number)])
    }

    static func emails(_ count: Int) -> [Email] { (0..<count).map { email($0) } }

    /// The number of the e-mail in a request.
    static func number(of request: AWSHTTPRequest) -> Int? {
        let input = try? JSONDecoder().decode(SendEmail.self, from: request.body)
        return input?.emailTags?.first { $0.name == "n" }.flatMap { Int($0.value) }
    }

    static func accepted(_ id: String) -> AWSHTTPResponse {
        AWSHTTPResponse(status: 200, headers: [:], body: Data(#"{"MessageId":"\#(id)"}"#.utf8))
    }

    static func refusal(_ name: String, status: Int = 400, _ message: String) -> AWSHTTPResponse {
        AWSHTTPResponse(
            status: status, headers: ["x-amzn-ErrorType": name], body: Data(#"{"message":"\#(message)"}"#.utf8))
    }

    static let throttling = refusal("TooManyRequestsException", status: 429, "Maximum sending rate exceeded.")
    static let account = Data(
        #"{"SendQuota":{"Max24HourSend":1000,"MaxSendRate":100,"SentLast24Hours":1000}}"#.utf8)

    /// A transport that answers sends by their number.
    static func transport(
        _ answer: @escaping @Sendable (_ number: Int) async throws -> AWSHTTPResponse
    ) -> RecordingTransport {
        RecordingTransport { request, _ in
            guard request.method == "POST" else {
                return AWSHTTPResponse(status: 200, headers: [:], body: account)
            }
            return try await answer(number(of: request) ?? -1)
        }
    }

    /// A configuration whose deadline never comes.
    static func configuration(now: @escaping @Sendable () -> Date = { Date() }) -> SESv2Client.Configuration {
        .init(limits: TransportLimits(total: .seconds(3600)), now: now, clock: JumpingClock())
    }

    /// A limiter that never makes anybody wait.
    static var unlimited: SendRateLimiter { SendRateLimiter(rate: 1e9, clock: JumpingClock()) }
}

/// A source that counts how often it was asked.
struct CountedSource: AsyncSequence, Sendable {
    final class Count: Sendable {
        private let value = Mutex(0)
        var now: Int { value.withLock { $0 } }
        func add() { value.withLock { $0 += 1 } }
    }

    struct Broken: Error {}

    var emails: [Email]
    /// After how many e-mails it throws.
    var breaksAt: Int?
    let count = Count()

    func makeAsyncIterator() -> Iterator { Iterator(source: self) }

    struct Iterator: AsyncIteratorProtocol {
        let source: CountedSource
        var index = 0

        mutating func next() async throws -> Email? {
            source.count.add()
            if index == source.breaksAt { throw Broken() }
            guard index < source.emails.count else { return nil }
            defer { index += 1 }
            return source.emails[index]
        }
    }
}

extension SendOutcome {
    /// The outcome in a word.
    var word: String {
        switch result {
        case .sent(let messageID): "sent \(messageID)"
        case .refused(let error): "refused \(error.code)"
        case .unknown(let error): "unknown \(error.code)"
        @unknown default: "?"
        }
    }
}

extension SendRun {
    /// The words of all outcomes by index, and what it ended with.
    func collect() async -> (words: [Int: String], order: [Int], last: SendProgress?, error: (any Error)?) {
        var words: [Int: String] = [:]
        var order: [Int] = []
        var last: SendProgress?
        do {
            for try await outcome in self {
                words[outcome.index] = outcome.word + (outcome.isFromJournal ? " from journal" : "")
                order.append(outcome.index)
                last = outcome.progress
            }
        } catch {
            return (words, order, last, error)
        }
        return (words, order, last, nil)
    }
}

/// Takes outcomes one at a time, from any task.
actor Taker {
    private var iterator: SendRun.Iterator

    init(_ run: SendRun) {
        iterator = run.makeAsyncIterator()
    }

    func next() async throws -> SendOutcome? {
        var iterator = iterator
        defer { self.iterator = iterator }
        return try await iterator.next(isolation: self)
    }
}
