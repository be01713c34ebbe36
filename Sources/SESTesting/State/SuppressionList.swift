import SESCore

/// The account's suppression list, or a tenant's.
///
/// As with the service, the list's own operations tell `Jane@example.com` from `jane@example.com`, and sends don't.
struct SuppressionList {
    /// The entries by address as it is spelled, by address in lower case.
    private var entries: [String: [String: SuppressedDestination]] = [:]

    /// The entry of an address in exactly this spelling; domains are the same in any case.
    subscript(address: EmailAddress) -> SuppressedDestination? {
        get { entries[address.rawValue.lowercased()]?[Self.spelling(of: address.rawValue)] }
        set {
            let key = address.rawValue.lowercased()
            var spellings = entries[key] ?? [:]
            spellings[Self.spelling(of: address.rawValue)] = newValue
            entries[key] = spellings.isEmpty ? nil : spellings
        }
    }

    /// Puts an address on the list, or gives the entry it has another reason and time.
    mutating func put(_ entry: SuppressedDestination) {
        var entry = entry
        entry.emailAddress = EmailAddress(rawValue: Self.spelling(of: entry.emailAddress.rawValue))
        self[entry.emailAddress] = entry
    }

    /// Why mail to an address is suppressed, however it is spelled; nil if for none of the reasons that count.
    func reason(for address: String, among reasons: [SuppressionListReason]) -> SuppressionListReason? {
        let found = Set((entries[address.lowercased()] ?? [:]).values.map(\.reason))
        return reasons.first { found.contains($0) }
    }

    /// Every entry by its address.
    var all: [String: SuppressedDestination] {
        entries.values.reduce(into: [:]) { all, spellings in all.merge(spellings) { first, _ in first } }
    }

    /// The reasons by address in lower case.
    var reasons: [String: SuppressionListReason] { entries.compactMapValues { $0.values.first?.reason } }

    private static func spelling(of address: String) -> String {
        guard let at = address.lastIndex(of: "@") else { return address }
        return address[..<at] + address[at...].lowercased()
    }
}
