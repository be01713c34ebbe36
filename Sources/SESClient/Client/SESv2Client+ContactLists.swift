public import SESValues

extension SESv2Client {
    /// Creates a contact list.
    ///
    /// - Parameters:
    ///   - name: The list's name.
    ///   - topics: The topics of the list, at most 20.
    ///   - description: What the list is about, in at most 500 characters.
    ///   - tags: The list's tags.
    /// - Throws: ``SESv2Error``, `alreadyExists` if there is one of that name, `limitExceeded` if the account has
    ///   another.
    @export(implementation) public func createContactList(
        _ name: ContactListName, topics: [ContactListTopic]? = nil, description: String? = nil,
        tags: [ResourceTag]? = nil
    ) async throws {
        try await execute(
            CreateContactList(contactListName: name, topics: topics, description: description, tags: tags))
    }

    /// Reads a contact list, without its contacts.
    ///
    /// - Parameter name: The list's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func getContactList(_ name: ContactListName) async throws -> ContactList {
        try await execute(GetContactList(contactListName: name))
    }

    /// The account's contact lists in this region, with name and time of change only.
    ///
    /// - Parameter pageSize: How many lists one request brings at most.
    @export(implementation) public func listContactLists(pageSize: Int? = nil) -> PagedSequence<ListContactLists> {
        list(ListContactLists(pageSize: pageSize))
    }

    /// Replaces topics and description of a contact list.
    ///
    /// - Parameters:
    ///   - name: The list's name.
    ///   - topics: The topics as they are to be, at most 20; those left out are removed.
    ///   - description: What the list is about, in at most 500 characters; nil removes it.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func updateContactList(
        _ name: ContactListName, topics: [ContactListTopic]?, description: String?
    ) async throws {
        try await execute(UpdateContactList(contactListName: name, topics: topics, description: description))
    }

    /// Deletes a contact list with all its contacts.
    ///
    /// - Parameter name: The list's name.
    /// - Throws: ``SESv2Error``, `notFound` if there is none of that name.
    @export(implementation) public func deleteContactList(_ name: ContactListName) async throws {
        try await execute(DeleteContactList(contactListName: name))
    }
}
