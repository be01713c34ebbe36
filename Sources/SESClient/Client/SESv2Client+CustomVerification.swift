public import SESValues

extension SESv2Client {
    /// Stores a template for mails that ask an address's owner to verify it; see
    /// ``sendCustomVerificationEmail(to:templateName:configurationSet:)``.
    ///
    /// - Parameters:
    ///   - name: The template's name.
    ///   - from: The sender; its identity must be verified.
    ///   - subject: The subject.
    ///   - content: The body as HTML: less than 10 MB.
    ///   - successRedirectionURL: Where the owner gets to when the address is verified.
    ///   - failureRedirectionURL: Where the owner gets to when the address could not be verified.
    ///   - tags: The template's tags.
    /// - Throws: ``SESv2Error``, `alreadyExists` if there is one of that name.
    @export(implementation) public func createCustomVerificationEmailTemplate(
        _ name: String, from: EmailAddress, subject: String, content: String, successRedirectionURL: String,
        failureRedirectionURL: String, tags: [ResourceTag]? = nil
    ) async throws {
        try await execute(
            CreateCustomVerificationEmailTemplate(
                templateName: name, fromEmailAddress: from, templateSubject: subject, templateContent: content,
                successRedirectionURL: successRedirectionURL, failureRedirectionURL: failureRedirectionURL,
                tags: tags))
    }

    /// Reads a custom verification template.
    ///
    /// - Parameter name: The template's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func getCustomVerificationEmailTemplate(_ name: String) async throws
        -> CustomVerificationEmailTemplate
    {
        try await execute(GetCustomVerificationEmailTemplate(templateName: name))
    }

    /// Replaces all of a custom verification template but its tags.
    ///
    /// - Parameters:
    ///   - name: The template's name.
    ///   - from: The sender; its identity must be verified.
    ///   - subject: The subject.
    ///   - content: The body as HTML: less than 10 MB.
    ///   - successRedirectionURL: Where the owner gets to when the address is verified.
    ///   - failureRedirectionURL: Where the owner gets to when the address could not be verified.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func updateCustomVerificationEmailTemplate(
        _ name: String, from: EmailAddress, subject: String, content: String, successRedirectionURL: String,
        failureRedirectionURL: String
    ) async throws {
        try await execute(
            UpdateCustomVerificationEmailTemplate(
                templateName: name, fromEmailAddress: from, templateSubject: subject, templateContent: content,
                successRedirectionURL: successRedirectionURL, failureRedirectionURL: failureRedirectionURL))
    }

    /// Deletes a custom verification template.
    ///
    /// - Parameter name: The template's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func deleteCustomVerificationEmailTemplate(_ name: String) async throws {
        try await execute(DeleteCustomVerificationEmailTemplate(templateName: name))
    }

    /// The account's custom verification templates in this region, without content and tags, page by page as they are
    /// read.
    ///
    /// - Parameter pageSize: How many templates one request brings at most: 1 to 50.
    @export(implementation) public func listCustomVerificationEmailTemplates(
        pageSize: Int? = nil
    ) -> PagedSequence<ListCustomVerificationEmailTemplates> {
        list(ListCustomVerificationEmailTemplates(pageSize: pageSize))
    }
}
