/// What became of bringing a list's addresses to an account's suppression list, in numbers.
///
/// It holds no address, so it can go to a log.
public struct SuppressionSync: Sendable, Hashable {
    /// Whether nothing was changed, and ``bounces`` and ``complaints`` are what would be put there.
    public var isDryRun = false
    /// Addresses that were there already, whatever the reason and however they are spelled.
    public var present = 0
    /// Addresses that were put there for a bounce.
    public var bounces = 0
    /// Addresses that were put there for a complaint.
    public var complaints = 0
    /// Addresses of bounces and complaints that were left out because it isn't sure that it is they.
    public var uncertain = 0
    /// Addresses that only unsubscribed: SES's list is about bounces and complaints.
    public var unsubscribed = 0
    /// Addresses that couldn't be put there, by the name of the error.
    public var failures: [String: Int] = [:]
    /// Addresses that weren't tried after a failure that isn't the address's, such as a lack of permissions.
    public var notTried = 0

    /// Creates a report that nothing happened.
    public init() {}

    /// Whether all that was to be there is there, or in a dry run would be.
    public var isComplete: Bool { failures.isEmpty && notTried == 0 }
}

extension SuppressionSync: CustomStringConvertible {
    /// The numbers in a line.
    public var description: String {
        var parts = [
            "\(isDryRun ? "to put" : "put") there: \(bounces) for bounces, \(complaints) for complaints",
            "there already: \(present)",
        ]
        if uncertain > 0 { parts.append("left out as uncertain: \(uncertain)") }
        if unsubscribed > 0 { parts.append("left out as unsubscribed only: \(unsubscribed)") }
        parts += failures.sorted { $0.key < $1.key }.map { "failed with \($0.key): \($0.value)" }
        if notTried > 0 { parts.append("not tried: \(notTried)") }
        return parts.joined(separator: "; ")
    }
}

extension RemovalList {
    /// Puts the addresses of sure bounces and complaints on the account's suppression list, those that it lacks.
    ///
    /// SES keeps such a list by itself, if the account or the set says so, from the day it was turned on and in one region. This
    /// brings it what other regions, accounts or older events tell. An address with a bounce and a complaint is put there for the
    /// complaint. Done twice, the second time changes nothing; but an address that somebody took off SES's list and that this list
    /// still has is put there again: ``forget(_:)`` it as well.
    ///
    /// At the control plane's pace of one request a second: one for each 1000 addresses that SES has, but no more of these than
    /// this list has addresses, of which then each is asked for; and one for each address that is put there.
    ///
    /// - Parameters:
    ///   - client: Calls SES; its `controlPlaneInterval` is kept.
    ///   - dryRun: Whether nothing is to be changed; false by default.
    /// - Returns: What was done, in numbers. Its ``SuppressionSync/isComplete`` says whether all of it was.
    /// - Throws: `SESv2Error` if it can't be read what is there, before anything is changed; `CancellationError`.
    @discardableResult
    public func sync(to client: SESv2Client, dryRun: Bool = false) async throws -> SuppressionSync {
        var report = SuppressionSync()
        report.isDryRun = dryRun
        let wanted = suppressions(&report)
        guard !wanted.isEmpty else { return report }
        let pace = ControlPlanePace(client, isFirst: true)
        let present = try await SuppressionLookup(pace: pace).present(among: wanted.map(\.address))
        report.present = present.count
        let missing = wanted.filter { !present.contains($0.address) }
        for (index, entry) in missing.enumerated() {
            do {
                if !dryRun {
                    try await pace.run { client in
                        try await client.putSuppressedDestination(
                            EmailAddress(rawValue: entry.address), reason: entry.reason)
                    }
                }
                if entry.reason == .complaint { report.complaints += 1 } else { report.bounces += 1 }
            } catch let error as CancellationError {
                throw error
            } catch {
                let failure = error as? SESv2Error
                // The service's name for it or ours; neither can hold an address.
                report.failures[failure?.code.description ?? "failed", default: 0] += 1
                guard failure?.code == .invalidRequest || failure?.code == .badRequest else {
                    report.notTried = missing.count - index - 1
                    break
                }
            }
        }
        return report
    }

    private struct Suppression {
        var address: String
        var reason: SuppressionListReason
    }

    /// What should be on SES's list, sorted by address; counts what should not.
    private func suppressions(_ report: inout SuppressionSync) -> [Suppression] {
        var wanted: [Suppression] = []
        for (address, record) in records.sorted(by: { $0.key < $1.key }) {
            if record.complaint?.isCertain == true {
                wanted.append(Suppression(address: address, reason: .complaint))
            } else if record.bounce?.isCertain == true {
                wanted.append(Suppression(address: address, reason: .bounce))
            } else if record.complaint != nil || record.bounce != nil {
                report.uncertain += 1
            } else if !record.reasons.isEmpty {
                report.unsubscribed += 1
            }
        }
        return wanted
    }
}

/// Finds out which addresses are on the account's suppression list.
private struct SuppressionLookup {
    let pace: ControlPlanePace

    /// Reads the list until that has cost as much as asking for each address would; then asks for those not seen.
    ///
    /// So it costs at most twice what the cheaper way would, without knowing beforehand how long the list is.
    func present(among addresses: [String]) async throws -> Set<String> {
        // SES suppresses without regard to letter case.
        var sought = Dictionary(grouping: addresses) { $0.lowercased() }
        var present: Set<String> = []
        var token: String?
        for _ in addresses {
            let operation = ListSuppressedDestinations(nextToken: token, pageSize: 1000)
            let page = try await pace.run { try await $0.execute(operation) }
            for entry in page.suppressedDestinationSummaries ?? [] {
                present.formUnion(sought.removeValue(forKey: entry.emailAddress.rawValue.lowercased()) ?? [])
            }
            token = page.nextToken.flatMap { $0.isEmpty ? nil : $0 }
            if token == nil || sought.isEmpty { return present }
        }
        for address in sought.values.joined().sorted() where try await isThere(address) { present.insert(address) }
        return present
    }

    private func isThere(_ address: String) async throws -> Bool {
        do {
            _ = try await pace.run { try await $0.getSuppressedDestination(EmailAddress(rawValue: address)) }
            return true
        } catch let error as SESv2Error where error.code == .notFound {
            return false
        } catch let error as SESv2Error where error.code == .invalidRequest || error.code == .badRequest {
            // No address that SES knows: the put will say so and be counted.
            return false
        }
    }
}
