public import SESValues

extension SESv2Client {
    /// Puts someone on a contact list.
    ///
    /// - Parameters:
    ///   - address: The contact's bare address.
    ///   - name: The list's name.
    ///   - topicPreferences: What the contact chose, by topic; the topics' defaults hold for others.
    ///   - unsubscribeAll: Whether the contact wants no mail of any topic.
    ///   - attributesData: What to note of the contact, in a form of your own.
    /// - Throws: ``SESv2Error``, `alreadyExists` if the address is on the list, `notFound` if there is no such list.
    @export(implementation) public func createContact(
        _ address: EmailAddress, in name: ContactListName, topicPreferences: [TopicPreference]? = nil,
        unsubscribeAll: Bool? = nil, attributesData: String? = nil
    ) async throws {
        try await execute(
            CreateContact(
                contactListName: name, emailAddress: address, topicPreferences: topicPreferences,
                unsubscribeAll: unsubscribeAll, attributesData: attributesData))
    }

    /// Reads a contact.
    ///
    /// - Parameters:
    ///   - address: The contact's bare address.
    ///   - name: The list's name.
    /// - Throws: ``SESv2Error``, `notFound` if the address isn't on the list.
    @export(implementation) public func getContact(_ address: EmailAddress, in name: ContactListName) async throws
        -> Contact
    {
        try await execute(GetContact(contactListName: name, emailAddress: address))
    }

    /// The contacts of a contact list, without attributes, page by page as they are read.
    ///
    /// - Parameters:
    ///   - name: The list's name.
    ///   - filter: Which contacts to list; nil for all.
    ///   - pageSize: How many contacts one request brings at most.
    @export(implementation) public func listContacts(
        in name: ContactListName, matching filter: ContactFilter? = nil, pageSize: Int? = nil
    ) -> PagedSequence<ListContacts> {
        list(ListContacts(contactListName: name, filter: filter, pageSize: pageSize))
    }

    /// Replaces what a contact wants.
    ///
    /// - Parameters:
    ///   - address: The contact's bare address.
    ///   - name: The list's name.
    ///   - topicPreferences: All that the contact chose, by topic; a topic left out loses the contact's choice.
    ///   - unsubscribeAll: Whether the contact wants no mail of any topic.
    ///   - attributesData: What to note of the contact, in a form of your own.
    /// - Throws: ``SESv2Error``, `notFound` if the address isn't on the list.
    @export(implementation) public func updateContact(
        _ address: EmailAddress, in name: ContactListName, topicPreferences: [TopicPreference]?,
        unsubscribeAll: Bool? = nil, attributesData: String? = nil
    ) async throws {
        try await execute(
            UpdateContact(
                contactListName: name, emailAddress: address, topicPreferences: topicPreferences,
                unsubscribeAll: unsubscribeAll, attributesData: attributesData))
    }

    /// Takes a contact off a contact list.
    ///
    /// - Parameters:
    ///   - address: The contact's bare address.
    ///   - name: The list's name.
    /// - Throws: ``SESv2Error``, `notFound` if the address isn't on the list.
    @export(implementation) public func deleteContact(_ address: EmailAddress, in name: ContactListName) async throws {
        try await execute(DeleteContact(contactListName: name, emailAddress: address))
    }
}
