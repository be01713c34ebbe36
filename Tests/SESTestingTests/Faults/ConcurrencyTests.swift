import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Many calls at once")
struct ConcurrencyTests {
    /// What became of one send.
    private enum Outcome: Hashable {
        case sent(String)
        case failed(SESv2Error.Code)
    }

    private func send(_ count: Int, to simulator: SESSimulator) async -> [Outcome] {
        let client = SESv2Client(simulator: simulator, retry: .off)
        return await withTaskGroup(of: Outcome.self) { group in
            for number in 0..<count {
                group.addTask {
                    let to = EmailAddress(rawValue: "r\(number)@example.org")
                    do {
                        let sent = try await client.send(Campaign.email(to: [to]), configurationSet: nil)
                        return .sent(sent.messageID)
                    } catch {
                        return .failed((error as? SESv2Error)?.code ?? .otherServiceError)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func count(_ code: SESv2Error.Code, in outcomes: [Outcome]) -> Int {
        outcomes.count { $0 == .failed(code) }
    }

    @Test("Two hundred sends with faults that take no time end, and each is counted as what it met")
    func mixed() async throws {
        let simulator = SESSimulator()
        await simulator.inject(.throttle, times: 20)
        await simulator.inject(.connectionRefused, times: 15)
        await simulator.inject(.connectionReset(processed: true), times: 10)
        await simulator.inject(.connectionReset(processed: false), times: 12)
        await simulator.inject(.garbledBody, times: 5)
        await simulator.inject(.serviceFailure(status: 503), times: 8)
        let outcomes = await send(200, to: simulator)
        #expect(outcomes.count == 200)
        #expect(count(.throttled, in: outcomes) == 20)
        #expect(count(.connectionFailed, in: outcomes) == 15)
        #expect(count(.outcomeUnknown, in: outcomes) == 22)
        #expect(count(.unreadableResponse, in: outcomes) == 5)
        #expect(count(.serviceFailure, in: outcomes) == 8)
        let sent = Set(await simulator.sentMails.map(\.messageID))
        let known = outcomes.compactMap { if case .sent(let id) = $0 { id } else { nil } }
        #expect(known.count == 130 && Set(known).count == 130 && Set(known).isSubset(of: sent))
        #expect(sent.count == 130 + 10 + 5)
    }

    @Test("With time-outs among them all end too, and no mail is counted twice or lost")
    func timeouts() async throws {
        let simulator = SESSimulator()
        await simulator.inject(.timeout(processed: true), times: 10)
        await simulator.inject(.timeout(processed: false), times: 10)
        await simulator.inject(.slow(.seconds(20)), times: 10)
        await simulator.inject(.slow(.seconds(90)), times: 10)
        let outcomes = await send(200, to: simulator)
        let known = Set(outcomes.compactMap { if case .sent(let id) = $0 { id } else { nil } })
        let unknown = count(.outcomeUnknown, in: outcomes)
        let refused = count(.credentialsRejected, in: outcomes)
        let mails = await simulator.sentMails
        // The clock is everybody's: a call may miss its deadline, or its signature's life, by another's time-out.
        #expect(known.count + unknown + refused == 200)
        #expect(unknown >= 30)
        #expect(known.isSubset(of: mails.map(\.messageID)))
        #expect(Set(mails.map(\.messageID)).count == mails.count)
        #expect(Set(mails.flatMap(\.to)).count == mails.count, "no mail is sent twice")
        #expect(mails.count <= known.count + unknown - 10, "ten were surely not processed")
    }

    @Test("Calls about sets at once leave one winner for a name")
    func oneWinner() async throws {
        let simulator = SESSimulator()
        let client = SESv2Client(simulator: simulator)
        let codes = await withTaskGroup(of: SESv2Error.Code?.self) { group in
            for _ in 0..<50 {
                group.addTask { await code { try await client.createConfigurationSet(ConfigurationSet("a")) } }
            }
            return await group.reduce(into: [SESv2Error.Code?]()) { $0.append($1) }
        }
        #expect(codes.count { $0 == nil } == 1)
        #expect(codes.count { $0 == .alreadyExists } == 49)
    }
}
