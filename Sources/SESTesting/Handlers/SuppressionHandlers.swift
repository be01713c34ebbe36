import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESSimulator {
    func putSuppressedDestination(_ input: PutSuppressedDestination) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        try ServiceRules.checkEnum(input.reason, at: "reason", in: [.bounce, .complaint])
        var list = try suppressionList(of: input.tenantName)
        list.put(input.emailAddress, reason: input.reason, at: clock.date)
        return setSuppressionList(list, of: input.tenantName)
    }

    func getSuppressedDestination(_ input: GetSuppressedDestination) throws -> GetSuppressedDestination.Output {
        try ServiceRules.checkRules(input)
        var entry = try suppressed(input.emailAddress, for: input.tenantName)
        entry.tenantName = input.tenantName
        return GetSuppressedDestination.Output(suppressedDestination: entry)
    }

    func deleteSuppressedDestination(_ input: DeleteSuppressedDestination) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        _ = try suppressed(input.emailAddress, for: input.tenantName)
        var list = try suppressionList(of: input.tenantName)
        list[input.emailAddress] = nil
        return setSuppressionList(list, of: input.tenantName)
    }

    func listSuppressedDestinations(
        _ input: ListSuppressedDestinations
    ) throws -> ListSuppressedDestinations.Output {
        let size = try pageSize(input.pageSize, default: 1000, atMost: 1000) {
            "Page size \($0) is invalid, expected a number between 1 and \($1)"
        }
        for reason in input.reasons ?? [] {
            try ServiceRules.checkEnum(reason, at: "reasons", in: [.bounce, .complaint])
        }
        let found = try suppressionList(of: input.tenantName).all.filter { _, entry in
            let date = entry.lastUpdateTime ?? .distantPast
            return (input.reasons ?? []).isEmpty || input.reasons?.contains(entry.reason) == true
                ? date > input.startDate ?? .distantPast && date < input.endDate ?? .distantFuture : false
        }
        let page = try page(of: found.keys.sorted(), from: input.nextToken, size: size) { _ in
            ServiceRefusal("InvalidNextTokenException", "Token is invalid.")
        }
        let listed = page.names.compactMap { found[$0] }.map {
            SuppressedDestination(emailAddress: $0.emailAddress, reason: $0.reason, lastUpdateTime: $0.lastUpdateTime)
        }
        return ListSuppressedDestinations.Output(
            suppressedDestinationSummaries: listed, nextToken: page.nextToken)
    }

    private func suppressed(_ address: EmailAddress, for tenant: TenantName?) throws -> SuppressedDestination {
        guard let entry = try suppressionList(of: tenant)[address] else {
            let list = tenant == nil ? "suppression list" : "tenant suppression list"
            throw ServiceRefusal.notFound("Email address \(address.rawValue) does not exist on your \(list).")
        }
        return entry
    }

    /// The tenant's list, or without a tenant the account's.
    private func suppressionList(of tenant: TenantName?) throws -> SuppressionList {
        guard let tenant else { return state.suppressed }
        throw ServiceRefusal.missingTenant(tenant)
    }

    private func setSuppressionList(_ list: SuppressionList, of tenant: TenantName?) -> EmptyOutput {
        if tenant == nil { state.suppressed = list }
        return EmptyOutput()
    }
}

extension ServiceRefusal {
    static func missingTenant(_ name: TenantName) -> Self {
        .notFound("The requested tenant <\(name.rawValue)> does not exist.")
    }
}
