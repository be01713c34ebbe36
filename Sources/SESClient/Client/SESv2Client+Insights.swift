public import SESValues

extension SESv2Client {
    /// Reads metrics of the Virtual Deliverability Manager, which must be on; up to ten at once.
    ///
    /// - Parameter queries: What is asked: 1 to 10 queries.
    /// - Returns: The answers, each under its query's id. A query can fail although the call doesn't: see its `errors`.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func batchGetMetricData(_ queries: [BatchGetMetricDataQuery]) async throws
        -> BatchGetMetricData.Output
    {
        try await execute(BatchGetMetricData(queries: queries))
    }

    /// What SES advises the account to change in this region, page by page as it is read.
    ///
    /// The service takes one filter, or the status with the impact or the type.
    ///
    /// - Parameters:
    ///   - resource: Lists only what is about the resource of this ARN.
    ///   - type: Lists only recommendations of this type.
    ///   - impact: Lists only recommendations of this grade.
    ///   - status: Lists only recommendations of this status.
    ///   - pageSize: How many recommendations one request brings at most, 1 to 100.
    public func listRecommendations(
        about resource: ARN? = nil, type: RecommendationType? = nil, impact: RecommendationImpact? = nil,
        status: RecommendationStatus? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListRecommendations> {
        let filter = ListRules.filter([
            ListRecommendations.FilterKey.resourceARN: resource?.rawValue, .type: type?.rawValue,
            .impact: impact?.rawValue, .status: status?.rawValue,
        ])
        return list(ListRecommendations(filter: filter, pageSize: pageSize))
    }

    /// Reads what happened to a mail that was sent; the Virtual Deliverability Manager must be on.
    ///
    /// - Parameter messageID: The mail's id, as the send gave it.
    /// - Throws: ``SESv2Error``, `notFound` if SES knows no such mail.
    @export(implementation) public func getMessageInsights(_ messageID: String) async throws -> MessageInsights {
        try await execute(GetMessageInsights(messageID: messageID))
    }

    /// Asks what SES thinks of an e-mail address, without sending to it.
    ///
    /// - Parameter address: The bare address.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func getEmailAddressInsights(_ address: EmailAddress) async throws
        -> MailboxValidation
    {
        // An answer without one is refused.
        try await execute(GetEmailAddressInsights(emailAddress: address)).mailboxValidation ?? MailboxValidation()
    }
}
