public import SESValues

/// Puts someone on a contact list.
///
/// AWS: `CreateContact`.
public struct CreateContact: SESOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/contact-lists/{ContactListName}/contacts")
    }
    /// True: a second call is refused, as the contact exists.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The list.
    @export(implementation) public var contactListName: ContactListName
    /// The contact's bare address.
    @export(implementation) public var emailAddress: EmailAddress
    /// What the contact chose, by topic.
    @export(implementation) public var topicPreferences: [TopicPreference]?
    /// Whether the contact wants no mail of any topic.
    @export(implementation) public var unsubscribeAll: Bool?
    /// What to note of the contact, in a form of your own.
    @export(implementation) public var attributesData: String?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - contactListName: The list.
    ///   - emailAddress: The contact's bare address.
    ///   - topicPreferences: What the contact chose, by topic.
    ///   - unsubscribeAll: Whether the contact wants no mail of any topic.
    ///   - attributesData: What to note of the contact, in a form of your own.
    @export(implementation) public init(
        contactListName: ContactListName, emailAddress: EmailAddress, topicPreferences: [TopicPreference]? = nil,
        unsubscribeAll: Bool? = nil, attributesData: String? = nil
    ) {
        self.contactListName = contactListName
        self.emailAddress = emailAddress
        self.topicPreferences = topicPreferences
        self.unsubscribeAll = unsubscribeAll
        self.attributesData = attributesData
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
        emailAddress = try container.decode(EmailAddress.self, forKey: "EmailAddress")
        topicPreferences = try container.decodeIfPresent([TopicPreference].self, forKey: "TopicPreferences")
        unsubscribeAll = try container.decodeIfPresent(Bool.self, forKey: "UnsubscribeAll")
        attributesData = try container.decodeIfPresent(String.self, forKey: "AttributesData")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
        try container.encode(emailAddress, forKey: "EmailAddress")
        try container.encodeIfPresent(topicPreferences, forKey: "TopicPreferences")
        try container.encodeIfPresent(unsubscribeAll, forKey: "UnsubscribeAll")
        try container.encodeIfPresent(attributesData, forKey: "AttributesData")
    }

    /// Checks the list's name, the address and the topics' names.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try contactListName.validate(at: path.member("ContactListName"))
        try emailAddress.validateBare(at: path.member("EmailAddress"))
        try topicPreferences.validate(at: path.member("TopicPreferences"))
    }
}

/// Reads a contact.
///
/// AWS: `GetContact`.
public struct GetContact: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}")
    }
    /// The contact.
    public typealias Output = Contact

    /// The list.
    @export(implementation) public var contactListName: ContactListName
    /// The contact's bare address.
    @export(implementation) public var emailAddress: EmailAddress

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - contactListName: The list.
    ///   - emailAddress: The contact's bare address.
    @export(implementation) public init(contactListName: ContactListName, emailAddress: EmailAddress) {
        self.contactListName = contactListName
        self.emailAddress = emailAddress
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
        emailAddress = try container.decode(EmailAddress.self, forKey: "EmailAddress")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
        try container.encode(emailAddress, forKey: "EmailAddress")
    }

    /// Checks the list's name and the address.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try contactListName.validate(at: path.member("ContactListName"))
        try emailAddress.validateBare(at: path.member("EmailAddress"))
    }
}

/// Replaces what a contact wants.
///
/// AWS: `UpdateContact`. A wholesale replace: a topic that isn't named loses the contact's choice.
public struct UpdateContact: SESOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The list.
    @export(implementation) public var contactListName: ContactListName
    /// The contact's bare address.
    @export(implementation) public var emailAddress: EmailAddress
    /// What the contact chose, by topic.
    @export(implementation) public var topicPreferences: [TopicPreference]?
    /// Whether the contact wants no mail of any topic.
    @export(implementation) public var unsubscribeAll: Bool?
    /// What to note of the contact, in a form of your own.
    @export(implementation) public var attributesData: String?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - contactListName: The list.
    ///   - emailAddress: The contact's bare address.
    ///   - topicPreferences: What the contact chose, by topic.
    ///   - unsubscribeAll: Whether the contact wants no mail of any topic.
    ///   - attributesData: What to note of the contact, in a form of your own.
    @export(implementation) public init(
        contactListName: ContactListName, emailAddress: EmailAddress, topicPreferences: [TopicPreference]? = nil,
        unsubscribeAll: Bool? = nil, attributesData: String? = nil
    ) {
        self.contactListName = contactListName
        self.emailAddress = emailAddress
        self.topicPreferences = topicPreferences
        self.unsubscribeAll = unsubscribeAll
        self.attributesData = attributesData
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
        emailAddress = try container.decode(EmailAddress.self, forKey: "EmailAddress")
        topicPreferences = try container.decodeIfPresent([TopicPreference].self, forKey: "TopicPreferences")
        unsubscribeAll = try container.decodeIfPresent(Bool.self, forKey: "UnsubscribeAll")
        attributesData = try container.decodeIfPresent(String.self, forKey: "AttributesData")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
        try container.encode(emailAddress, forKey: "EmailAddress")
        try container.encodeIfPresent(topicPreferences, forKey: "TopicPreferences")
        try container.encodeIfPresent(unsubscribeAll, forKey: "UnsubscribeAll")
        try container.encodeIfPresent(attributesData, forKey: "AttributesData")
    }

    /// Checks the list's name, the address and the topics' names.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try contactListName.validate(at: path.member("ContactListName"))
        try emailAddress.validateBare(at: path.member("EmailAddress"))
        try topicPreferences.validate(at: path.member("TopicPreferences"))
    }
}

/// Takes a contact off a contact list.
///
/// AWS: `DeleteContact`.
public struct DeleteContact: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.delete, "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The list.
    @export(implementation) public var contactListName: ContactListName
    /// The contact's bare address.
    @export(implementation) public var emailAddress: EmailAddress

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - contactListName: The list.
    ///   - emailAddress: The contact's bare address.
    @export(implementation) public init(contactListName: ContactListName, emailAddress: EmailAddress) {
        self.contactListName = contactListName
        self.emailAddress = emailAddress
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
        emailAddress = try container.decode(EmailAddress.self, forKey: "EmailAddress")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
        try container.encode(emailAddress, forKey: "EmailAddress")
    }

    /// Checks the list's name and the address.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try contactListName.validate(at: path.member("ContactListName"))
        try emailAddress.validateBare(at: path.member("EmailAddress"))
    }
}

/// Lists the contacts of a contact list.
///
/// AWS: `ListContacts`.
public struct ListContacts: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/contact-lists/{ContactListName}/contacts/list")
    }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// The list.
    @export(implementation) public var contactListName: ContactListName
    /// Which contacts to list; all when left out.
    @export(implementation) public var filter: ContactFilter?
    /// How many contacts a page has at most.
    @export(implementation) public var pageSize: Int?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - contactListName: The list.
    ///   - filter: Which contacts to list; all when left out.
    ///   - pageSize: How many contacts a page has at most.
    ///   - nextToken: Where the page begins.
    @export(implementation) public init(
        contactListName: ContactListName, filter: ContactFilter? = nil, pageSize: Int? = nil, nextToken: String? = nil
    ) {
        self.contactListName = contactListName
        self.filter = filter
        self.pageSize = pageSize
        self.nextToken = nextToken
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
        filter = try container.decodeIfPresent(ContactFilter.self, forKey: "Filter")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
        try container.encodeIfPresent(filter, forKey: "Filter")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
    }

    /// One page of contacts.
    public struct Output: Codable, Equatable, Sendable {
        /// The contacts, without attributes.
        @export(implementation) public var contacts: [Contact]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - contacts: The contacts, without attributes.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(contacts: [Contact]? = nil, nextToken: String? = nil) {
            self.contacts = contacts
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            contacts = try container.decodeIfPresent([Contact].self, forKey: "Contacts")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(contacts, forKey: "Contacts")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the names and the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try contactListName.validate(at: path.member("ContactListName"))
        try filter.validate(at: path.member("Filter"))
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The contacts on a page.
    public static func elements(of output: Output) -> [Contact] { output.contacts ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}
