import SESCore
import Testing

@testable import SESTesting

@Suite("The limiter of sends")
struct SendLimiterTests {
    private func time(_ duration: Duration) -> SimulatedClock.Instant { .init(offset: duration) }

    private func isAdmitted(
        _ limiter: inout SendLimiter, _ recipients: Int, _ quota: SendQuota?, at now: Duration
    ) -> Bool {
        (try? limiter.admit(recipients, countingForDay: recipients, quota: quota, at: time(now))) != nil
    }

    @Test("A second's window ends one second after a send, a day's one day after it")
    func edges() {
        var limiter = SendLimiter()
        let rate = SendQuota(max24HourSend: -1, maxSendRate: 1)
        #expect(isAdmitted(&limiter, 1, rate, at: .zero))
        #expect(!isAdmitted(&limiter, 1, rate, at: .seconds(1) - .nanoseconds(1)))
        #expect(isAdmitted(&limiter, 1, rate, at: .seconds(1)))
        let day = SendQuota(max24HourSend: 2, maxSendRate: 100)
        #expect(!isAdmitted(&limiter, 1, day, at: .seconds(86_400) - .nanoseconds(1)))
        #expect(isAdmitted(&limiter, 1, day, at: .seconds(86_400)))
        #expect(!isAdmitted(&limiter, 1, day, at: .seconds(86_400)))
        #expect(isAdmitted(&limiter, 1, day, at: .seconds(86_401)))
    }

    @Test("What is refused isn't counted")
    func refused() {
        var limiter = SendLimiter()
        let quota = SendQuota(max24HourSend: 10, maxSendRate: 100)
        #expect(!isAdmitted(&limiter, 11, quota, at: .zero))
        #expect(limiter.recipientsInLastDay(at: time(.zero)) == 0)
        #expect(isAdmitted(&limiter, 10, quota, at: .zero))
        #expect(limiter.recipientsInLastDay(at: time(.zero)) == 10)
    }

    @Test("The day's count is right after many moments have passed out of it")
    func long() {
        var limiter = SendLimiter()
        for second in 0..<100_000 {
            #expect(isAdmitted(&limiter, 2, nil, at: .seconds(second)))
        }
        #expect(limiter.recipientsInLastDay(at: time(.seconds(99_999))) == 2 * 86_400)
        #expect(limiter.recipientsInLastDay(at: time(.seconds(99_999 + 86_400))) == 0)
    }
}
