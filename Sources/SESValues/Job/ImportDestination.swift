/// What an import changes: exactly one of the account's suppression list and a contact list.
///
/// AWS: `ImportDestination`.
public struct ImportDestination: Equatable, Sendable, Codable, SESValidatable {
    /// The account's suppression list.
    @export(implementation) public var suppressionListDestination: SuppressionListDestination?
    /// A contact list.
    @export(implementation) public var contactListDestination: ContactListDestination?

    /// Creates a destination from AWS's members; exactly one is legal.
    ///
    /// - Parameters:
    ///   - suppressionListDestination: The account's suppression list.
    ///   - contactListDestination: A contact list.
    @export(implementation) public init(
        suppressionListDestination: SuppressionListDestination? = nil,
        contactListDestination: ContactListDestination? = nil
    ) {
        self.suppressionListDestination = suppressionListDestination
        self.contactListDestination = contactListDestination
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        suppressionListDestination = try container.decodeIfPresent(
            SuppressionListDestination.self, forKey: "SuppressionListDestination")
        contactListDestination = try container.decodeIfPresent(
            ContactListDestination.self, forKey: "ContactListDestination")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(suppressionListDestination, forKey: "SuppressionListDestination")
        try container.encodeIfPresent(contactListDestination, forKey: "ContactListDestination")
    }

    /// The account's suppression list.
    ///
    /// - Parameter action: Whether addresses are put on it or taken off it.
    public static func suppressionList(_ action: SuppressionListImportAction) -> ImportDestination {
        ImportDestination(
            suppressionListDestination: SuppressionListDestination(suppressionListImportAction: action))
    }

    /// A contact list.
    ///
    /// - Parameters:
    ///   - name: The list's name.
    ///   - action: Whether contacts are put on it or taken off it.
    public static func contactList(_ name: ContactListName, _ action: ContactListImportAction) -> ImportDestination {
        ImportDestination(
            contactListDestination: ContactListDestination(contactListName: name, contactListImportAction: action))
    }

    /// Checks that there is exactly one destination, and a contact list's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if (suppressionListDestination == nil) == (contactListDestination == nil) {
            throw SESValueError(
                field: path, rule: "must hold exactly one of SuppressionListDestination and ContactListDestination",
                value: contactListDestination == nil ? "none" : "both")
        }
        try contactListDestination?.contactListName.validate(
            at: path.member("ContactListDestination").member("ContactListName"))
    }
}

/// What an import does to the account's suppression list.
///
/// AWS: `SuppressionListDestination`.
public struct SuppressionListDestination: Equatable, Sendable, Codable {
    /// Whether addresses are put on it or taken off it.
    @export(implementation) public var suppressionListImportAction: SuppressionListImportAction

    /// Creates a destination.
    ///
    /// - Parameter suppressionListImportAction: Whether addresses are put on it or taken off it.
    @export(implementation) public init(suppressionListImportAction: SuppressionListImportAction) {
        self.suppressionListImportAction = suppressionListImportAction
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        suppressionListImportAction = try container.decode(
            SuppressionListImportAction.self, forKey: "SuppressionListImportAction")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(suppressionListImportAction, forKey: "SuppressionListImportAction")
    }
}

/// What an import does to a contact list.
///
/// AWS: `ContactListDestination`.
public struct ContactListDestination: Equatable, Sendable, Codable {
    /// The list's name.
    @export(implementation) public var contactListName: ContactListName
    /// Whether contacts are put on it or taken off it.
    @export(implementation) public var contactListImportAction: ContactListImportAction

    /// Creates a destination.
    ///
    /// - Parameters:
    ///   - contactListName: The list's name.
    ///   - contactListImportAction: Whether contacts are put on it or taken off it.
    @export(implementation) public init(
        contactListName: ContactListName, contactListImportAction: ContactListImportAction
    ) {
        self.contactListName = contactListName
        self.contactListImportAction = contactListImportAction
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(ContactListName.self, forKey: "ContactListName")
        contactListImportAction = try container.decode(ContactListImportAction.self, forKey: "ContactListImportAction")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
        try container.encode(contactListImportAction, forKey: "ContactListImportAction")
    }
}

/// What is done with the addresses of an import.
///
/// AWS: `SuppressionListImportAction`.
public struct SuppressionListImportAction: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates an action from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// They are put on the list; what is there of one is replaced.
    @export(implementation) public static var put: Self { Self(rawValue: "PUT") }
    /// They are taken off the list.
    @export(implementation) public static var delete: Self { Self(rawValue: "DELETE") }
}

/// What is done with the contacts of an import.
///
/// AWS: `ContactListImportAction`.
public struct ContactListImportAction: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates an action from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// They are put on the list; what is there of one is replaced.
    @export(implementation) public static var put: Self { Self(rawValue: "PUT") }
    /// They are taken off the list.
    @export(implementation) public static var delete: Self { Self(rawValue: "DELETE") }
}

/// What kind of thing an import changes.
///
/// AWS: `ImportDestinationType`.
public struct ImportDestinationType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a type from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The account's suppression list.
    @export(implementation) public static var suppressionList: Self { Self(rawValue: "SUPPRESSION_LIST") }
    /// A contact list.
    @export(implementation) public static var contactList: Self { Self(rawValue: "CONTACT_LIST") }
}
