public import SESValues

extension SESv2Client {
    /// Sends an e-mail with a configuration set.
    ///
    /// The set has to be said, even if it is nil for none: a forgotten set is how events get lost. A service that
    /// sends several kinds of mail declares each once with ``stream(_:from:replyTo:tags:)``.
    ///
    /// - Parameters:
    ///   - email: What is sent, by whom and to whom.
    ///   - configurationSet: The set to send with; nil for the identity's default set, if it has one.
    /// - Returns: The id that every event of this mail carries.
    /// - Throws: ``SESv2Error``: `sendingPaused`, `notFound` and the like if it was refused; `outcomeUnknown` if it may
    ///   have been accepted, in which case sending again may mail twice.
    @discardableResult
    @export(implementation) public func send(_ email: Email, configurationSet: ConfigurationSetName?) async throws
        -> SendEmail.Output
    {
        try await execute(SendEmail(email, configurationSetName: configurationSet))
    }

    /// Sends one template to up to 50 destinations.
    ///
    /// - Parameter input: The template, the destinations and the set.
    /// - Returns: One result for each destination, in order; some may have failed.
    /// - Throws: ``SESv2Error`` if the call as a whole was refused or its outcome is unknown.
    @export(implementation) public func sendBulkEmail(_ input: SendBulkEmail) async throws -> [BulkEmailEntryResult] {
        try await execute(input).bulkEmailEntryResults
    }

    /// Sends a verification mail from a template of your own.
    ///
    /// - Parameters:
    ///   - address: The address to verify.
    ///   - templateName: The custom verification template.
    ///   - configurationSet: The set to send with; nil for none.
    /// - Throws: ``SESv2Error``.
    @discardableResult
    @export(implementation) public func sendCustomVerificationEmail(
        to address: EmailAddress, templateName: String, configurationSet: ConfigurationSetName?
    ) async throws -> SendEmail.Output {
        try await execute(
            SendCustomVerificationEmail(
                emailAddress: address, templateName: templateName, configurationSetName: configurationSet))
    }
}
