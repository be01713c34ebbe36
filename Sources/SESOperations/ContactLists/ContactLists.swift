public import SESValues

/// Creates a contact list.
///
/// AWS: `CreateContactList`. An account has at most one in a region.
public struct CreateContactList: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/contact-lists") }
    /// True: a second call is refused, as the list exists.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The list's name.
    @export(implementation) public var contactListName: ContactListName
    /// The topics of the list, at most 20.
    @export(implementation) public var topics: [ContactListTopic]?
    /// What the list is about, in at most 500 characters.
    @export(implementation) public var description: String?
    /// The list's tags.
    @export(implementation) public var tags: [ResourceTag]?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - contactListName: The list's name.
    ///   - topics: The topics of the list, at most 20.
    ///   - description: What the list is about, in at most 500 characters.
    ///   - tags: The list's tags.
    @export(implementation) public init(
        contactListName: ContactListName, topics: [ContactListTopic]? = nil, description: String? = nil,
        tags: [ResourceTag]? = nil
    ) {
        self.contactListName = contactListName
        self.topics = topics
        self.description = description
        self.tags = tags
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
        topics = try container.decodeIfPresent([ContactListTopic].self, forKey: "Topics")
        description = try container.decodeIfPresent(String.self, forKey: "Description")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
        try container.encodeIfPresent(topics, forKey: "Topics")
        try container.encodeIfPresent(description, forKey: "Description")
        try container.encodeIfPresent(tags, forKey: "Tags")
    }

    /// Checks the name, the topics, the description and the tags.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try contactListName.validate(at: path.member("ContactListName"))
        try topics?.validateTogether(at: path.member("Topics"))
        if let description {
            try TextRule.contactListDescription.check(description, at: path.member("Description"))
        }
        try tags?.validateTogether(at: path.member("Tags"))
    }
}

/// Reads a contact list, without its contacts.
///
/// AWS: `GetContactList`.
public struct GetContactList: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/contact-lists/{ContactListName}")
    }
    /// The list.
    public typealias Output = ContactList

    /// The list's name.
    @export(implementation) public var contactListName: ContactListName

    /// Creates the input.
    ///
    /// - Parameter contactListName: The list's name.
    @export(implementation) public init(contactListName: ContactListName) {
        self.contactListName = contactListName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try contactListName.validate(at: path.member("ContactListName"))
    }
}

/// Replaces topics and description of a contact list.
///
/// AWS: `UpdateContactList`. A wholesale replace: what isn't given is cleared.
public struct UpdateContactList: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/contact-lists/{ContactListName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The list's name.
    @export(implementation) public var contactListName: ContactListName
    /// The topics of the list, at most 20.
    @export(implementation) public var topics: [ContactListTopic]?
    /// What the list is about, in at most 500 characters.
    @export(implementation) public var description: String?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - contactListName: The list's name.
    ///   - topics: The topics of the list, at most 20.
    ///   - description: What the list is about, in at most 500 characters.
    @export(implementation) public init(
        contactListName: ContactListName, topics: [ContactListTopic]? = nil, description: String? = nil
    ) {
        self.contactListName = contactListName
        self.topics = topics
        self.description = description
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
        topics = try container.decodeIfPresent([ContactListTopic].self, forKey: "Topics")
        description = try container.decodeIfPresent(String.self, forKey: "Description")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
        try container.encodeIfPresent(topics, forKey: "Topics")
        try container.encodeIfPresent(description, forKey: "Description")
    }

    /// Checks the name, the topics and the description.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try contactListName.validate(at: path.member("ContactListName"))
        try topics?.validateTogether(at: path.member("Topics"))
        if let description {
            try TextRule.contactListDescription.check(description, at: path.member("Description"))
        }
    }
}

/// Deletes a contact list with all its contacts.
///
/// AWS: `DeleteContactList`.
public struct DeleteContactList: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.delete, "/v2/email/contact-lists/{ContactListName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The list's name.
    @export(implementation) public var contactListName: ContactListName

    /// Creates the input.
    ///
    /// - Parameter contactListName: The list's name.
    @export(implementation) public init(contactListName: ContactListName) {
        self.contactListName = contactListName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try contactListName.validate(at: path.member("ContactListName"))
    }
}

/// Lists the account's contact lists in a region.
///
/// AWS: `ListContactLists`.
public struct ListContactLists: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/contact-lists", query: ["PageSize", "NextToken"])
    }

    /// How many lists a page has at most.
    @export(implementation) public var pageSize: Int?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - pageSize: How many lists a page has at most.
    ///   - nextToken: Where the page begins.
    @export(implementation) public init(pageSize: Int? = nil, nextToken: String? = nil) {
        self.pageSize = pageSize
        self.nextToken = nextToken
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
    }

    /// One page of lists.
    public struct Output: Codable, Equatable, Sendable {
        /// The lists, with name and time of change only.
        @export(implementation) public var contactLists: [ContactList]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - contactLists: The lists, with name and time of change only.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(contactLists: [ContactList]? = nil, nextToken: String? = nil) {
            self.contactLists = contactLists
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            contactLists = try container.decodeIfPresent([ContactList].self, forKey: "ContactLists")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(contactLists, forKey: "ContactLists")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The lists on a page.
    public static func elements(of output: Output) -> [ContactList] { output.contactLists ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}
