public import SESValues

extension SESv2Client {
    /// Stores an e-mail template.
    ///
    /// - Parameters:
    ///   - name: The template's name.
    ///   - content: The subject, text and HTML with their variables: at most 500 KB of text and HTML.
    ///   - tags: The template's tags.
    /// - Throws: ``SESv2Error``, `alreadyExists` if there is one of that name.
    @export(implementation) public func createEmailTemplate(
        _ name: String, content: EmailTemplateContent, tags: [ResourceTag]? = nil
    ) async throws {
        try await execute(CreateEmailTemplate(templateName: name, templateContent: content, tags: tags))
    }

    /// Reads a stored e-mail template.
    ///
    /// - Parameter name: The template's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func getEmailTemplate(_ name: String) async throws -> EmailTemplate {
        try await execute(GetEmailTemplate(templateName: name))
    }

    /// Replaces the content of a stored e-mail template.
    ///
    /// - Parameters:
    ///   - name: The template's name.
    ///   - content: The subject, text and HTML with their variables: at most 500 KB of text and HTML.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func updateEmailTemplate(_ name: String, content: EmailTemplateContent) async throws
    {
        try await execute(UpdateEmailTemplate(templateName: name, templateContent: content))
    }

    /// Deletes a stored e-mail template.
    ///
    /// - Parameter name: The template's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func deleteEmailTemplate(_ name: String) async throws {
        try await execute(DeleteEmailTemplate(templateName: name))
    }

    /// The account's e-mail templates in this region, page by page as they are read.
    ///
    /// - Parameter pageSize: How many templates one request brings at most: 1 to 100.
    @export(implementation) public func listEmailTemplates(pageSize: Int? = nil) -> PagedSequence<ListEmailTemplates> {
        list(ListEmailTemplates(pageSize: pageSize))
    }

    /// Renders a stored e-mail template without sending it.
    ///
    /// - Parameters:
    ///   - name: The template's name.
    ///   - data: The values for the template's variables: a JSON object as text.
    /// - Returns: The whole message in MIME.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name, `badRequest` if a variable has no value.
    @export(implementation) public func testRenderEmailTemplate(_ name: String, data: String) async throws -> String {
        try await execute(TestRenderEmailTemplate(templateName: name, templateData: data)).renderedTemplate
    }

    /// Renders a stored e-mail template with values of the caller's own type, without sending it.
    ///
    /// - Parameters:
    ///   - name: The template's name.
    ///   - values: The values for the template's variables; they must encode as a JSON object.
    /// - Returns: The whole message in MIME.
    /// - Throws: `SESValueError` when the values can't be encoded; ``SESv2Error``, `notFound` if there is none of that
    ///   name, `badRequest` if a variable has no value.
    public func testRenderEmailTemplate(_ name: String, values: some Encodable & Sendable) async throws -> String {
        let data = try TemplateData.encode(values, at: FieldPath("TemplateData"))
        return try await testRenderEmailTemplate(name, data: data)
    }
}
