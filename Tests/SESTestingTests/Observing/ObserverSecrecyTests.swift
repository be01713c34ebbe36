import SESClient
import SESTesting
import Synchronization
import Testing

@Suite("What an observer is told")
struct ObserverSecrecyTests {
    /// Prints all it is told, in every form.
    private final class Printer: SESCallObserver {
        private let printed = Mutex(("", 0))
        var text: String { printed.withLock { $0.0 } }
        var calls: Int { printed.withLock { $0.1 } }

        func callStarted(_ call: ObservedCall) { printed.withLock { $0.1 += 1 } }
        func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) { print(attempt) }
        func callEnded(_ ending: ObservedEnding, of call: ObservedCall) {
            print(ending)
            print(call)
        }

        private func print(_ value: some Sendable) {
            printed.withLock { printed in
                Swift.print(value, String(reflecting: value), to: &printed.0)
                dump(value, to: &printed.0)
            }
        }
    }

    @Test("holds no secret, address or content, whatever happens to a call")
    func story() async throws {
        let printer = Printer()
        try await SecretStory.tell(to: [printer])
        #expect(printer.calls == SecretStory.calls)
        for word in ["throttled", "outcomeUnknown", "messageRejected", "unreadableResponse", "notFound", "promo"] {
            #expect(printer.text.contains(word), "the story should have \(word)")
        }
        for secret in SecretStory.secrets { #expect(!printer.text.contains(secret), "\(secret) was told") }
    }
}
