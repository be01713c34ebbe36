public import SESValues

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SESv2Client {
    /// Puts an address on a suppression list: SES then doesn't send to it.
    ///
    /// - Parameters:
    ///   - address: The bare address.
    ///   - reason: Why it is to be there.
    ///   - tenant: The tenant whose list it is; nil for the account's.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func putSuppressedDestination(
        _ address: EmailAddress, reason: SuppressionListReason, tenant: TenantName? = nil
    ) async throws {
        try await execute(PutSuppressedDestination(emailAddress: address, reason: reason, tenantName: tenant))
    }

    /// Reads what put an address on a suppression list.
    ///
    /// - Parameters:
    ///   - address: The bare address.
    ///   - tenant: The tenant whose list it is; nil for the account's.
    /// - Throws: ``SESv2Error``, `notFound` if it isn't there.
    @export(implementation) public func getSuppressedDestination(
        _ address: EmailAddress, tenant: TenantName? = nil
    ) async throws -> SuppressedDestination {
        // An answer without one is refused.
        try await execute(GetSuppressedDestination(emailAddress: address, tenantName: tenant)).suppressedDestination
            ?? SuppressedDestination(emailAddress: address, reason: .wireDefault)
    }

    /// Takes an address off a suppression list.
    ///
    /// - Parameters:
    ///   - address: The bare address.
    ///   - tenant: The tenant whose list it is; nil for the account's.
    /// - Throws: ``SESv2Error``, `notFound` if it isn't there.
    @export(implementation) public func deleteSuppressedDestination(_ address: EmailAddress, tenant: TenantName? = nil)
        async throws
    {
        try await execute(DeleteSuppressedDestination(emailAddress: address, tenantName: tenant))
    }

    /// The addresses on a suppression list, page by page as they are read.
    ///
    /// - Parameters:
    ///   - reasons: Only addresses that are there for one of these; nil for all.
    ///   - start: Only addresses put there after this time.
    ///   - end: Only addresses put there before this time.
    ///   - tenant: The tenant whose list it is; nil for the account's.
    ///   - pageSize: How many addresses one request brings at most.
    @export(implementation) public func listSuppressedDestinations(
        reasons: [SuppressionListReason]? = nil, after start: Date? = nil, before end: Date? = nil,
        tenant: TenantName? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListSuppressedDestinations> {
        list(
            ListSuppressedDestinations(
                tenantName: tenant, reasons: reasons, startDate: start, endDate: end, pageSize: pageSize))
    }
}
