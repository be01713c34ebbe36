import Foundation
import SESClient
import SESCore
import Testing

/// As many as `SES_FAULTY_SENDS` says, 600 by default: `.ci/traits.sh` sends 10,000 with every transport.
@Suite("Thousands of sends through random faults on real sockets", .serialized, .timeLimit(.minutes(20)))
struct FaultySocketTests {
    private static let count =
        ProcessInfo.processInfo.environment["SES_FAULTY_SENDS"].flatMap { Int($0) } ?? 600
    private static let concurrency = 64

    /// What the caller is told of a mail.
    private enum Outcome: Equatable {
        case sent(String)
        case failed(SESv2Error.Code)
        case other
    }

    private func outcome(of subject: String, port: Int, _ tested: TransportUnderTest) async throws -> Outcome {
        // A client for each: the quota of repetitions that one has would soon be used up by so many faults.
        let client = try SESv2Client.test(
            tested.transport,
            configuration: .init(
                endpoint: EndpointOptions(url: "http://127.0.0.1:\(port)"),
                limits: TransportLimits(total: .seconds(2)), random: { 0 }, settings: AWSSettings()))
        let email = Email(from: "shop@example.com", to: ["jane@example.org"], subject: subject, text: "t")
        do {
            return .sent(try await client.send(email, configurationSet: nil).messageID)
        } catch let error as SESv2Error {
            return .failed(error.code)
        } catch {
            return .other
        }
    }

    private func outcomes(port: Int, _ tested: TransportUnderTest) async throws -> [String: [Outcome]] {
        try await withThrowingTaskGroup(of: [(String, Outcome)].self) { group in
            for worker in 0..<Self.concurrency {
                group.addTask {
                    var outcomes: [(String, Outcome)] = []
                    for number in stride(from: worker, to: Self.count, by: Self.concurrency) {
                        outcomes.append(("\(number)", try await outcome(of: "\(number)", port: port, tested)))
                    }
                    return outcomes
                }
            }
            return try await group.reduce(into: [:]) { all, part in
                for (subject, outcome) in part { all[subject, default: []].append(outcome) }
            }
        }
    }

    private func faults(for tested: TransportUnderTest) -> [TransportFault] {
        #if canImport(FoundationNetworking)
        if tested.name == TransportUnderTest.urlSession.name { return TransportFault.all.filter { !$0.endsURLSession } }
        #endif
        return TransportFault.all
    }

    @Test(
        "No mail is accepted twice or read again once it is in doubt, and what the caller is told is true",
        arguments: TransportUnderTest.all)
    func truthful(tested: TransportUnderTest) async throws {
        let faults = faults(for: tested)
        let faulty = FaultyServer(faults, seed: 7)
        let server = try faulty.start()
        defer { server.stop() }
        let outcomes = try await outcomes(port: server.port, tested)
        let mails = faulty.mails
        var counts = (sent: 0, refused: 0, unknown: [0, 0])
        #expect(outcomes.count == Self.count)
        for (subject, told) in outcomes {
            let mail = mails[subject] ?? FaultyServer.Mail()
            #expect(told.count == 1 && mail.accepted.count <= 1 && !mail.wasReadInDoubtBefore, "\(subject): \(mail)")
            switch told[0] {
            case .sent(let id):
                counts.sent += 1
                #expect(mail.accepted == [id], "\(subject)")
            case .failed(.outcomeUnknown): counts.unknown[min(mail.accepted.count, 1)] += 1
            case .failed(let code):
                counts.refused += 1
                #expect(mail.accepted.isEmpty, "\(subject): \(code)")
            case .other: Issue.record("\(subject) ended with another error")
            }
        }
        let reported = counts.sent + counts.unknown[1]
        #expect(mails.values.reduce(0) { $0 + $1.accepted.count } == reported, "nothing is accepted and not told of")
        // Every fault was met, and every kind of outcome is there.
        #expect(Set(faulty.met.keys) == Set(faults.map(\.name)))
        #expect(counts.sent > Self.count / 5 && counts.refused > Self.count / 200)
        #expect(counts.unknown.allSatisfy { $0 > Self.count / 30 })
        print("\(Self.count) faulty sends with \(tested.name): \(counts)")
    }
}
