import Foundation
import SESClient
import SESCore
import Synchronization

/// A server on real sockets that meets sends with random faults, and keeps what it accepted.
///
/// Where a fault leaves the outcome in doubt, it is drawn whether the mail was accepted before: a service may do either.
final class FaultyServer: Sendable {
    /// What the server knows of a mail.
    struct Mail {
        /// The ids it was accepted under.
        var accepted: [String] = []
        /// How often its request was read.
        var reads = 0
        /// Whether it was read again after a read that may have been an acceptance.
        var wasReadInDoubtBefore = false
        fileprivate var isInDoubt = false
        fileprivate var lastFault: TransportFault?
    }

    private struct State {
        var dice: SeededDice
        var mails: [String: Mail] = [:]
        var met: [String: Int] = [:]
    }

    private let faults: [TransportFault]
    private let state: Mutex<State>

    /// - Parameters:
    ///   - faults: What is drawn from.
    ///   - seed: Of the dice; in which order they fall is the connections' matter.
    init(_ faults: [TransportFault], seed: UInt64) {
        self.faults = faults
        state = Mutex(State(dice: SeededDice(seed: seed)))
    }

    /// What is known of each mail by its subject.
    var mails: [String: Mail] { state.withLock(\.mails) }
    /// How often each fault was met, by its name.
    var met: [String: Int] { state.withLock(\.met) }

    func start() throws -> LoopbackServer {
        try LoopbackServer(interruption: { _ in self.interruption() }) { self.reply(to: $0) }
    }

    private func interruption() -> LoopbackServer.Interruption? {
        state.withLock { state in
            guard state.dice.roll(6) == 0 else { return nil }
            let interrupting = faults.filter { $0.interruption != nil }
            let fault = interrupting[state.dice.roll(interrupting.count)]
            state.met[fault.name, default: 0] += 1
            return fault.interruption
        }
    }

    private func reply(to request: LoopbackServer.Request) -> LoopbackServer.Reply {
        let subject = Self.subject(of: request.body)
        return state.withLock { state in
            var mail = state.mails[subject] ?? Mail()
            defer { state.mails[subject] = mail }
            mail.reads += 1
            if mail.isInDoubt { mail.wasReadInDoubtBefore = true }
            guard let fault = fault(for: mail, &state.dice) else {
                let id = "m-\(subject)-\(mail.reads)"
                mail.isInDoubt = true
                mail.accepted.append(id)
                let answer = LoopbackServer.Reply.response(200, body: Data(#"{"MessageId":"\#(id)"}"#.utf8))
                // A kept connection that ends now is one that the next send may just be taking.
                return state.dice.roll(8) == 0 ? .sendAndClose(answer) : .send(answer)
            }
            mail.lastFault = fault
            state.met[fault.name, default: 0] += 1
            if fault.outcome == .outcomeUnknown {
                mail.isInDoubt = true
                if state.dice.roll(2) == 0 { mail.accepted.append("lost") }
            }
            return fault.reply
        }
    }

    /// What a request meets; nil for nothing.
    ///
    /// Half of the requests that are made again meet the same again.
    private func fault(for mail: Mail, _ dice: inout SeededDice) -> TransportFault? {
        if let last = mail.lastFault, dice.roll(2) == 0 { return last }
        guard dice.roll(5) < 2 else { return nil }
        let replying = faults.filter { $0.interruption == nil }
        return replying[dice.roll(replying.count)]
    }

    private static func subject(of body: Data) -> String {
        (try? JSONDecoder().decode(SendEmail.self, from: body))?.content.simple?.subject.data ?? "unreadable"
    }
}

/// Numbers that look random and are the same for a seed (SplitMix64).
struct SeededDice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A number from 0 to one less than the sides.
    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }
}
