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
        _ = try suppressionList(of: input.tenantName)
        state.suppress(
            SuppressedDestination(
                emailAddress: input.emailAddress, reason: input.reason, lastUpdateTime: clock.date),
            for: input.tenantName?.rawValue)
        return EmptyOutput()
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
        if let tenant = input.tenantName {
            state.tenants[tenant.rawValue]?.suppressed[input.emailAddress] = nil
        } else {
            state.suppressed[input.emailAddress] = nil
        }
        return EmptyOutput()
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
        return try stored(tenant).suppressed
    }
}

extension ServiceRefusal {
    static func missingTenant(_ name: TenantName) -> Self {
        .notFound("The requested tenant <\(name.rawValue)> does not exist.")
    }
}
